// Shows maps in MapLibre GL JS in a headless Chromium and keeps a screenshot of each.
//
//   node maps.mjs <path of chromium>      with the maps as JSON on the standard input:
//   [{ "name", "origin" of the page (without it, that of a server of this script), "style" (URL or object), "center", "zoom", "screenshot" (path) }]
//
// Writes as JSON: [{ "name", "errors": [], "requests": [URLs], "layers": { "id of a layer": number of rendered features } }]

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Timeout, launch, newContext, problemsOf } from './chromium.mjs';

const Types = { css: 'text/css', mjs: 'text/javascript' };
const Page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>map</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="maplibre-gl.css"><style>body { margin: 0 } #map { width: 100vw; height: 100vh }</style></head>
<body><div id="map"></div></body></html>`;

const library = dirname(createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl.css'));

async function fileAt(url) {
  const file = basename(new URL(url, 'http://localhost').pathname);
  return file === 'page'
    ? { contentType: 'text/html', body: Page }
    : { contentType: Types[file.split('.').at(-1)], body: await readFile(join(library, file)) };
}

const server = createServer(async (request, response) => {
  const { contentType, body } = await fileAt(request.url);
  response.writeHead(200, { 'content-type': contentType }).end(body);
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));

const browser = await launch(process.argv[2]);

const pages = {};

/** A page for all maps of an origin, since starting one takes longer than drawing a map. Its problems are read after each map. */
async function open(origin) {
  const context = await newContext(browser, { viewport: { width: 600, height: 400 }, permissions: ['local-network-access'] }); // the page is served by a route, and requests the local network
  const problems = problemsOf(context);
  const home = origin ?? `http://127.0.0.1:${server.address().port}`;
  if (origin) await context.route(`${origin}/page/**`, async route => route.fulfill(await fileAt(route.request().url())));
  const requests = [];
  context.on('request', request => { if (!request.url().startsWith(`${home}/page/`)) requests.push(request.url()); });
  const page = await context.newPage();
  page.setDefaultTimeout(Timeout);
  await page.goto(`${home}/page/`);
  return { page, problems, requests };
}

async function show({ name, origin, screenshot, ...map }) {
  const { page, problems, requests } = pages[origin] ??= await open(origin);
  const { layers, failures } = await page.evaluate(async ({ style, center, zoom, timeout }) => {
    const { Map } = await import('/page/maplibre-gl.mjs');
    window.view?.remove();
    const failures = [];
    const view = window.view = new Map({ container: 'map', style, center, zoom, fadeDuration: 0, interactive: false, canvasContextAttributes: { preserveDrawingBuffer: true } });
    view.on('error', e => failures.push(String(e.error?.message ?? e.error)));
    await Promise.race([
      new Promise(resolve => view.once('idle', resolve)),
      new Promise(resolve => view.once('error', () => setTimeout(resolve, 1000))),
      new Promise(resolve => setTimeout(() => { failures.push('The map is not idle in time.'); resolve(); }, timeout)),
    ]);
    const layers = {};
    for (const feature of view.queryRenderedFeatures()) layers[feature.layer.id] = (layers[feature.layer.id] ?? 0) + 1;
    return { layers, failures };
  }, { ...map, timeout: Timeout });
  await page.screenshot({ path: screenshot });
  return { name, errors: [...problems.splice(0), ...failures.map(failure => `map: ${failure}`)], requests: requests.splice(0), layers };
}

try {
  const results = [];
  for (const map of JSON.parse(await text(process.stdin))) results.push(await show(map));
  console.log(JSON.stringify(results));
} finally {
  await browser.close();
  server.close();
}
