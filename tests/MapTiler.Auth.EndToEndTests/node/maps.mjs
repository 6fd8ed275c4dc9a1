// Shows maps in a headless Chromium and keeps a picture of each.
//
//   node maps.mjs <path of chromium>      with the maps as JSON on the standard input:
//   [{ "name", "style" (URL or object), "center", "zoom", "screenshot" (path) }]
//
// Writes as JSON: [{ "name", "errors": [], "layers": { "id of a layer": number of features that are seen } }]

import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { text } from 'node:stream/consumers';
import { Timeout, complaintsOf, launch } from './chromium.mjs';

const Types = { css: 'text/css', mjs: 'text/javascript' };
const Page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>map</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/maplibre-gl.css"><style>body { margin: 0 } #map { width: 100vw; height: 100vh }</style></head>
<body><div id="map"></div></body></html>`;

const library = dirname(createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl.css'));
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === '/') {
    response.setHeader('Content-Type', 'text/html').end(Page);
    return;
  }
  response.setHeader('Content-Type', Types[pathname.split('.').at(-1)] ?? 'application/octet-stream');
  createReadStream(join(library, normalize(pathname))).on('error', () => { response.statusCode = 404; response.end(); }).pipe(response);
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));

const browser = await launch(process.argv[2]);

async function show(map) {
  const page = await browser.newPage({ viewport: { width: 900, height: 600 } });
  page.setDefaultTimeout(Timeout);
  const errors = complaintsOf(page.context());
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const layers = await page.evaluate(async ({ style, center, zoom, timeout }) => {
    const { Map } = await import('/maplibre-gl.mjs');
    const view = new Map({ container: 'map', style, center, zoom, fadeDuration: 0, interactive: false, canvasContextAttributes: { preserveDrawingBuffer: true } });
    const failures = [];
    view.on('error', e => failures.push(String(e.error?.message ?? e.error)));
    await Promise.race([
      new Promise(resolve => view.once('idle', resolve)),
      new Promise(resolve => view.once('error', () => setTimeout(resolve, 1000))),
      new Promise(resolve => setTimeout(() => { failures.push('The map is not idle in time.'); resolve(); }, timeout)),
    ]);
    const counts = {};
    for (const feature of view.queryRenderedFeatures()) counts[feature.layer.id] = (counts[feature.layer.id] ?? 0) + 1;
    return { counts, failures };
  }, { ...map, timeout: Timeout });
  await page.screenshot({ path: map.screenshot });
  await page.close();
  return { name: map.name, errors: [...errors, ...layers.failures.map(f => `map: ${f}`)], layers: layers.counts };
}

try {
  const results = [];
  for (const map of JSON.parse(await text(process.stdin))) results.push(await show(map));
  console.log(JSON.stringify(results));
} finally {
  await browser.close();
  server.close();
}
