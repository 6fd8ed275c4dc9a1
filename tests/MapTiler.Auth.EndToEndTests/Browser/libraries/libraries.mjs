// Shows a map by each of the libraries that people use, from the endpoints of an application.
//
//   node libraries.mjs <path of chromium>      with this as JSON on the standard input:
//   { "style": address of a style, "tiles": template of raster tiles, "smallTiles": the same with 256 pixels, "attribution", "screenshots": path without its end }
//
// Writes what each has seen as JSON: { library: { "complaints", "requests" } }

import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { complaintsOf, launch } from '../node/chromium.mjs';

const input = JSON.parse(await text(process.stdin));
const { origin } = new URL(input.style);

const Page = `<!doctype html><title>map</title><link rel="icon" href="data:,"><link rel="stylesheet" href="map.css">
<style>body { margin: 0 } #map { width: 100vw; height: 100vh }</style><div id="map"></div>`;

// Each is ready when everything is drawn.
const Libraries = {
  leaflet: `
    import L from 'leaflet';
    import 'leaflet/dist/leaflet.css';
    const map = L.map('map', { fadeAnimation: false }).setView([49, 15], 5);
    const tiles = L.tileLayer(maps.smallTiles, { attribution: maps.attribution });
    export const drawn = new Promise(resolve => tiles.once('load', resolve));
    tiles.addTo(map);`,
  openlayers: `
    import { Map, View } from 'ol';
    import TileLayer from 'ol/layer/Tile.js';
    import XYZ from 'ol/source/XYZ.js';
    import { fromLonLat } from 'ol/proj.js';
    import 'ol/ol.css';
    const layer = new TileLayer({ source: new XYZ({ url: maps.tiles, tileSize: 512, attributions: maps.attribution }) });
    const map = new Map({ target: 'map', layers: [layer], view: new View({ center: fromLonLat([15, 49]), zoom: 5 }) });
    export const drawn = new Promise(resolve => map.once('rendercomplete', resolve));`,
  openlayersVector: `
    import { apply } from 'ol-mapbox-style';
    import { fromLonLat } from 'ol/proj.js';
    import 'ol/ol.css';
    export const drawn = apply('map', maps.style).then(map => {
      map.getView().setCenter(fromLonLat([15, 49]));
      map.getView().setZoom(5);
      return new Promise(resolve => map.once('rendercomplete', resolve));
    });`,
  maptiler: `
    import { Map, config } from '@maptiler/sdk';
    import '@maptiler/sdk/dist/maptiler-sdk.css';
    config.telemetry = false;
    const map = new Map({ container: 'map', style: maps.style, center: [15, 49], zoom: 4, fadeDuration: 0 });
    export const drawn = new Promise(resolve => map.once('idle', resolve));`,
};

async function bundle(code) {
  const result = await build({
    stdin: { contents: `const maps = ${JSON.stringify(input)};${code}`, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true, format: 'esm', write: false, outdir: '/', loader: { '.png': 'dataurl', '.svg': 'dataurl' }, logLevel: 'error',
  });
  return Object.fromEntries(result.outputFiles.map(file => [file.path.endsWith('.css') ? 'css' : 'js', file.text]));
}

async function show(browser, name) {
  const files = await bundle(Libraries[name]);
  const context = await browser.newContext({ viewport: { width: 900, height: 600 }, permissions: ['local-network-access'] }); // a page that comes from nowhere may ask this machine
  const complaints = complaintsOf(context);
  const requests = [];
  const page = await context.newPage();
  await page.route(`${origin}/page/**`, route => route.fulfill(
    route.request().url().endsWith('.js') ? { contentType: 'text/javascript', body: files.js }
      : route.request().url().endsWith('.css') ? { contentType: 'text/css', body: files.css }
        : { contentType: 'text/html', body: Page }));
  await page.route('https://cdn.jsdelivr.net/**', route => route.fulfill({ contentType: 'text/css', body: '' })); // fonts that ol-mapbox-style wants
  context.on('request', request => { if (!request.url().startsWith(`${origin}/page/`)) requests.push(request.url()); });
  await page.goto(`${origin}/page/`);
  await page.evaluate(async () => (await import('/page/map.js')).drawn);
  await page.screenshot({ path: `${input.screenshots}-${name}.png` });
  await context.close();
  return { complaints, requests };
}

const browser = await launch(process.argv[2]);
try {
  const results = {};
  for (const name of Object.keys(Libraries)) results[name] = await show(browser, name);
  console.log(JSON.stringify(results));
} finally {
  await browser.close();
}
