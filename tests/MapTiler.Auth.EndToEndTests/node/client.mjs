// Calls every function of @maptiler/client against the emulator and prints what came back, as one JSON object:
//
//   node client.mjs http://127.0.0.1:8080/ <API key>
//
// The client is unmodified: its own hook for fetch moves its requests from api.maptiler.com to the emulator.

import { config, coordinates, data, elevation, geocoding, geolocation, math, misc, staticMaps, ServiceError } from '@maptiler/client';
import sharp from 'sharp';

const [emulator, key] = process.argv.slice(2);
config.apiKey = key;
config.fetch = (url, options) => fetch(url.replace('https://api.maptiler.com/', emulator), options);

const zurich = [8.5417, 47.3769];
const path = [[8.5, 47.3], [8.6, 47.4], [8.7, 47.35]];
const lines = [path.slice(0, 2), path.slice(1)];
const map = { style: 'streets-v4', width: 300, height: 200 };

async function picture(url) {
  const response = await config.fetch(url);
  if (!response.ok) throw new ServiceError(response, await response.text());
  const { width, height, format } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
  return { type: response.headers.get('content-type'), width, height, format };
}

// How the client reads a picture where there is no browser.
async function pixels(buffer) {
  const { data, info } = await sharp(Buffer.from(buffer)).raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height, components: info.channels };
}

const answers = {};
const seen = new Set();

async function ask(name, call) {
  seen.add(name.split(' ')[0]);
  try {
    answers[name] = { value: await call() };
  } catch (error) {
    answers[name] = { error: String(error), status: error.res?.status };
  }
}

await ask('geocoding.forward', () => geocoding.forward('Zürich', { language: ['de', 'en'], limit: 2, country: ['ch'], types: ['municipality'], proximity: zurich, bbox: [5, 45, 11, 48], fuzzyMatch: false, autocomplete: false }));
await ask('geocoding.forward fuzzy', () => geocoding.forward('Zürcih', { limit: 1 }));
await ask('geocoding.forward ip', () => geocoding.forward('Brn', { proximity: 'ip', limit: 3, excludeTypes: true, types: ['country'], worldview: 'ch' }));
await ask('geocoding.forward nothing', () => geocoding.forward('xyzzyqq'));
await ask('geocoding.forward limit', () => geocoding.forward('Paris', { limit: 11 }));
await ask('geocoding.reverse', () => geocoding.reverse(zurich, { language: 'en' }));
await ask('geocoding.reverse types', () => geocoding.reverse(zurich, { types: ['municipality'], limit: 3 }));
await ask('geocoding.byId', () => geocoding.byId('country.756', { language: 'fr' }));
await ask('geocoding.batch', () => geocoding.batch(['Bern', '8.5417,47.3769', 'country.756'], { limit: 1, types: ['municipality', 'country'] }));
await ask('geocoding.batch one', () => geocoding.batch(['Bern'], { limit: 1 }));
await ask('geolocation.info', () => geolocation.info());
await ask('geolocation.info elevation', () => geolocation.info({ elevation: true }));
await ask('coordinates.search', () => coordinates.search('krovak', { limit: 3, transformations: true, exports: true }));
await ask('coordinates.transform', () => coordinates.transform([[14.42, 50.08], [17.1, 48.15]], { sourceCrs: 4326, targetCrs: 5514 }));
await ask('coordinates.transform listed', () => coordinates.transform([14.42, 50.08], { targetCrs: 5514, operations: [1623] }));
await ask('coordinates.transform unknown', () => coordinates.transform([14.42, 50.08], { targetCrs: 1 }));
await ask('data.get', () => data.get('stops'));
await ask('data.get unknown', () => data.get('no-such-data'));
await ask('staticMaps.centered', () => picture(staticMaps.centered(zurich, 10, { ...map, markers: [[...zurich, '#ff0000'], [8.6, 47.4]], path, pathFillColor: 'none', pathStrokeColor: 'red', pathWidth: 4 })));
await ask('staticMaps.centered hidpi', () => picture(staticMaps.centered(zurich, 10, { ...map, hiDPI: true, format: 'webp', attribution: 'topleft', markers: zurich, markerIcon: 'https://example.com/pin.png', markerAnchor: 'bottom' })));
await ask('staticMaps.bounded', () => picture(staticMaps.bounded([8, 47, 9, 48], { ...map, format: 'jpg', padding: 0.2, path, pathFillColor: 'rgba(255,0,0,0.3)' })));
await ask('staticMaps.automatic', () => picture(staticMaps.automatic({ ...map, markers: [zurich, [8.6, 47.4]], attribution: false })));
await ask('elevation.at', () => elevation.at(zurich));
await ask('elevation.batch', () => elevation.batch([...path, ...path, zurich]));
await ask('elevation.batch smooth', () => elevation.batch(path, { smoothingKernelSize: 3 }));
await ask('elevation.batch many', () => elevation.batch(Array.from({ length: 120 }, (_, i) => [8 + i / 100, 47])));
await ask('elevation.fromLineString', () => elevation.fromLineString({ type: 'LineString', coordinates: path }));
await ask('elevation.fromMultiLineString', () => elevation.fromMultiLineString({ type: 'MultiLineString', coordinates: lines }));
config.bufferToPixelData = pixels;
await ask('elevation.at tiles', () => elevation.at(zurich, { computeOn: 'client' }));
await ask('elevation.at tiles zoom 10', () => elevation.at(zurich, { computeOn: 'client', zoom: 10 }));
await ask('elevation.fromLineString tiles', () => elevation.fromLineString({ type: 'LineString', coordinates: path }));
await ask('math.haversineDistanceWgs84', () => math.haversineDistanceWgs84([0, 0], [0, 1]));
await ask('misc.simplify', () => misc.simplify(path, 1));
await ask('misc.extractLineStrings', () => misc.extractLineStrings({ type: 'LineString', coordinates: path }));
config.apiKey = 'nobody';
await ask('geocoding.forward nobody', () => geocoding.forward('Paris'));

const services = { geocoding, geolocation, coordinates, data, staticMaps, elevation };
const unasked = Object.entries(services)
  .flatMap(([service, functions]) => Object.keys(functions).map(name => `${service}.${name}`))
  .filter(name => !seen.has(name));
console.log(JSON.stringify({ answers, unasked }));
