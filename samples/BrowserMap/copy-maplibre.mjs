// Copies MapLibre GL JS from the npm package to the folder from which the page loads it: npm ci && npm run copy-maplibre

import { copyFile, mkdir } from 'node:fs/promises';

const from = new URL('node_modules/maplibre-gl/', import.meta.url);
const to = new URL('wwwroot/lib/maplibre-gl/', import.meta.url);

await mkdir(to, { recursive: true });
for (const file of ['dist/maplibre-gl.mjs', 'dist/maplibre-gl-worker.mjs', 'dist/maplibre-gl.css', 'LICENSE.txt'])
  await copyFile(new URL(file, from), new URL(file.split('/').at(-1), to));
