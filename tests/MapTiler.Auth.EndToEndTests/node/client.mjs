// Calls every function of @maptiler/client against the emulator and prints the results as one JSON object:
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

async function image(url) {
  const response = await config.fetch(url);
  if (!response.ok) throw new ServiceError(response, await response.text());
  const { width, height, format } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
  return { type: response.headers.get('content-type'), width, height, format };
}

// Decodes an image for the client, which does not have a browser here.
async function pixels(buffer) {
  const { data, info } = await sharp(Buffer.from(buffer)).raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height, components: info.channels };
}

const results = {};
const called = new Set();

async function run(name, call) {
  called.add(name.split(' ')[0]);
  try {
    results[name] = { value: await call() };
  } catch (error) {
    results[name] = { error: String(error), status: error.res?.status };
  }
}

await run('geocoding.forward', () => geocoding.forward('Zürich', { language: ['de', 'en'], limit: 2, country: ['ch'], types: ['municipality'], proximity: zurich, bbox: [5, 45, 11, 48], fuzzyMatch: false, autocomplete: false }));
await run('geocoding.forward fuzzy', () => geocoding.forward('Zürcih', { limit: 1 }));
await run('geocoding.forward ip', () => geocoding.forward('Brn', { proximity: 'ip', limit: 3, excludeTypes: true, types: ['country'], worldview: 'ch' }));
await run('geocoding.forward nothing', () => geocoding.forward('xyzzyqq'));
await run('geocoding.forward limit', () => geocoding.forward('Paris', { limit: 11 }));
await run('geocoding.reverse', () => geocoding.reverse(zurich, { language: 'en' }));
await run('geocoding.reverse types', () => geocoding.reverse(zurich, { types: ['municipality'], limit: 3 }));
await run('geocoding.byId', () => geocoding.byId('country.756', { language: 'fr' }));
await run('geocoding.batch', () => geocoding.batch(['Bern', '8.5417,47.3769', 'country.756'], { limit: 1, types: ['municipality', 'country'] }));
await run('geocoding.batch one', () => geocoding.batch(['Bern'], { limit: 1 }));
await run('geolocation.info', () => geolocation.info());
await run('geolocation.info elevation', () => geolocation.info({ elevation: true }));
await run('coordinates.search', () => coordinates.search('krovak', { limit: 3, transformations: true, exports: true }));
await run('coordinates.transform', () => coordinates.transform([[14.42, 50.08], [17.1, 48.15]], { sourceCrs: 4326, targetCrs: 5514 }));
await run('coordinates.transform listed', () => coordinates.transform([14.42, 50.08], { targetCrs: 5514, operations: [1623] }));
await run('coordinates.transform unknown', () => coordinates.transform([14.42, 50.08], { targetCrs: 1 }));
await run('data.get', () => data.get('stops'));
await run('data.get unknown', () => data.get('no-such-data'));
await run('staticMaps.centered', () => image(staticMaps.centered(zurich, 10, { ...map, markers: [[...zurich, '#ff0000'], [8.6, 47.4]], path, pathFillColor: 'none', pathStrokeColor: 'red', pathWidth: 4 })));
await run('staticMaps.centered hidpi', () => image(staticMaps.centered(zurich, 10, { ...map, hiDPI: true, format: 'webp', attribution: 'topleft', markers: zurich, markerIcon: 'https://example.com/pin.png', markerAnchor: 'bottom' })));
await run('staticMaps.bounded', () => image(staticMaps.bounded([8, 47, 9, 48], { ...map, format: 'jpg', padding: 0.2, path, pathFillColor: 'rgba(255,0,0,0.3)' })));
await run('staticMaps.automatic', () => image(staticMaps.automatic({ ...map, markers: [zurich, [8.6, 47.4]], attribution: false })));
await run('elevation.at', () => elevation.at(zurich));
await run('elevation.batch', () => elevation.batch([...path, ...path, zurich]));
await run('elevation.batch smooth', () => elevation.batch(path, { smoothingKernelSize: 3 }));
await run('elevation.batch many', () => elevation.batch(Array.from({ length: 120 }, (_, i) => [8 + i / 100, 47])));
await run('elevation.fromLineString', () => elevation.fromLineString({ type: 'LineString', coordinates: path }));
await run('elevation.fromMultiLineString', () => elevation.fromMultiLineString({ type: 'MultiLineString', coordinates: lines }));
config.bufferToPixelData = pixels;
await run('elevation.at tiles', () => elevation.at(zurich, { computeOn: 'client' }));
await run('elevation.at tiles zoom 10', () => elevation.at(zurich, { computeOn: 'client', zoom: 10 }));
await run('elevation.fromLineString tiles', () => elevation.fromLineString({ type: 'LineString', coordinates: path }));
await run('math.haversineDistanceWgs84', () => math.haversineDistanceWgs84([0, 0], [0, 1]));
await run('misc.simplify', () => misc.simplify(path, 1));
await run('misc.extractLineStrings', () => misc.extractLineStrings({ type: 'LineString', coordinates: path }));
config.apiKey = 'nobody';
await run('geocoding.forward unknown key', () => geocoding.forward('Paris'));

const services = { geocoding, geolocation, coordinates, data, staticMaps, elevation };
const uncalled = Object.entries(services)
  .flatMap(([service, functions]) => Object.keys(functions).map(name => `${service}.${name}`))
  .filter(name => !called.has(name));
console.log(JSON.stringify({ results, uncalled }));
