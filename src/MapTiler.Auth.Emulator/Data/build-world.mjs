// Writes world.br, the shapes of the countries.
//
//   npm ci && npm run build
//
// Source: world-atlas 2.0.2 (ISC), countries-110m.json, made from Natural Earth (public domain).
//
// The file is varint-coded; its reader is World/WorldMap.cs. A ring is unrolled: its longitudes may
// leave -180..180 where it crosses the antimeridian, and one around a pole is closed along it.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';
import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve('world-atlas/countries-110m.json'), 'utf8'));
const UnitsPerDegree = 1000;

const bytes = [];
const varint = n => { while (n >= 128) { bytes.push((n % 128) | 128); n = Math.floor(n / 128); } bytes.push(n); };
const signed = n => varint(n < 0 ? -2 * n - 1 : 2 * n);
const text = s => { const b = Buffer.from(s, 'utf8'); varint(b.length); bytes.push(...b); };

function unroll(ring) {
  const points = [];
  let turns = 0, last = ring[0][0];
  for (const [lon, lat] of ring) {
    if (lon - last > 180) turns--;
    if (last - lon > 180) turns++;
    last = lon;
    points.push([lon + 360 * turns, lat]);
  }
  if (turns !== 0) {
    const pole = ring[0][1] < 0 ? -90 : 90;
    points.push([points.at(-1)[0], pole], [points[0][0], pole], points[0]);
  }
  return points.slice(0, -1);
}

const countries = feature(atlas, atlas.objects.countries).features;
text('world 1');
varint(countries.length);
for (const { id, properties, geometry } of countries) {
  varint(Number(id ?? 0));
  text(properties.name);
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  varint(polygons.length);
  for (const polygon of polygons) {
    varint(polygon.length);
    for (const ring of polygon.map(unroll)) {
      varint(ring.length);
      let x = 0, y = 0;
      for (const [lon, lat] of ring) {
        const [nextX, nextY] = [Math.round(lon * UnitsPerDegree), Math.round(lat * UnitsPerDegree)];
        signed(nextX - x);
        signed(nextY - y);
        [x, y] = [nextX, nextY];
      }
    }
  }
}

writeFileSync(new URL('world.br', import.meta.url), brotliCompressSync(Buffer.from(bytes), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
}));
