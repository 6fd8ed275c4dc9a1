// Writes continents.json: the continents, and for each country its continent and its Wikidata id.
//
// Sources:
//   @rapideditor/country-coder   Wikidata ids and UN M49 groups of countries, ISC
//   names                        written here
//
// Its reader is Geocoding/ContinentPlaces.cs.

import { writeFileSync } from 'node:fs';
import { borders } from '@rapideditor/country-coder';

// lon and lat are where a label stands.
const continents = [
  { code: 'AF', wikidata: 'Q15', lon: 20, lat: 5, names: { en: 'Africa', de: 'Afrika', fr: 'Afrique', it: 'Africa', es: 'África', pt: 'África', nl: 'Afrika', pl: 'Afryka', cs: 'Afrika', ru: 'Африка', ja: 'アフリカ', zh: '非洲' } },
  { code: 'AN', wikidata: 'Q51', lon: 0, lat: -85, names: { en: 'Antarctica', de: 'Antarktika', fr: 'Antarctique', it: 'Antartide', es: 'Antártida', pt: 'Antártida', nl: 'Antarctica', pl: 'Antarktyda', cs: 'Antarktida', ru: 'Антарктида', ja: '南極大陸', zh: '南极洲' } },
  { code: 'AS', wikidata: 'Q48', lon: 90, lat: 45, names: { en: 'Asia', de: 'Asien', fr: 'Asie', it: 'Asia', es: 'Asia', pt: 'Ásia', nl: 'Azië', pl: 'Azja', cs: 'Asie', ru: 'Азия', ja: 'アジア', zh: '亚洲' } },
  { code: 'EU', wikidata: 'Q46', lon: 15, lat: 52, names: { en: 'Europe', de: 'Europa', fr: 'Europe', it: 'Europa', es: 'Europa', pt: 'Europa', nl: 'Europa', pl: 'Europa', cs: 'Evropa', ru: 'Европа', ja: 'ヨーロッパ', zh: '欧洲' } },
  { code: 'NA', wikidata: 'Q49', lon: -100, lat: 45, names: { en: 'North America', de: 'Nordamerika', fr: 'Amérique du Nord', it: 'America del Nord', es: 'América del Norte', pt: 'América do Norte', nl: 'Noord-Amerika', pl: 'Ameryka Północna', cs: 'Severní Amerika', ru: 'Северная Америка', ja: '北アメリカ', zh: '北美洲' } },
  { code: 'OC', wikidata: 'Q55643', lon: 140, lat: -18, names: { en: 'Oceania', de: 'Ozeanien', fr: 'Océanie', it: 'Oceania', es: 'Oceanía', pt: 'Oceania', nl: 'Oceanië', pl: 'Oceania', cs: 'Oceánie', ru: 'Океания', ja: 'オセアニア', zh: '大洋洲' } },
  { code: 'SA', wikidata: 'Q18', lon: -60, lat: -15, names: { en: 'South America', de: 'Südamerika', fr: 'Amérique du Sud', it: 'America del Sud', es: 'América del Sur', pt: 'América do Sul', nl: 'Zuid-Amerika', pl: 'Ameryka Południowa', cs: 'Jižní Amerika', ru: 'Южная Америка', ja: '南アメリカ', zh: '南美洲' } },
];

// M49 codes; the fine ones come first.
const groups = [['005', 'SA'], ['013', 'NA'], ['021', 'NA'], ['029', 'NA'], ['002', 'AF'], ['142', 'AS'], ['150', 'EU'], ['009', 'OC']];
const ungrouped = { US: 'NA', RU: 'EU', AQ: 'AN', GB: 'EU', FR: 'EU', NL: 'EU', DK: 'EU', NO: 'EU', ES: 'EU', PT: 'EU', FI: 'EU', CN: 'AS', TW: 'AS', AU: 'OC', NZ: 'OC', BV: 'AN', GS: 'AN', HM: 'AN', TF: 'AN', SJ: 'EU', BQ: 'NA' };

const countries = {};
for (const { properties: p } of borders.features) {
  if (!p.iso1A2 || !/^[A-Z]{2}$/.test(p.iso1A2)) continue;
  const code = ungrouped[p.iso1A2] ?? groups.find(([group]) => p.groups.includes(group))?.[1];
  if (!code) { console.error(`${p.iso1A2} ${p.nameEn} has no continent`); continue; }
  countries[p.iso1A2] = [code, p.wikidata];
}

const sorted = Object.entries(countries).sort(([a], [b]) => a < b ? -1 : 1);
const text = `{
  "continents": [
${continents.map(c => '    ' + JSON.stringify(c)).join(',\n')}
  ],
  "countries": {
${sorted.map(([code, [continent, wikidata]]) => `    "${code}": ["${continent}", "${wikidata}"]`).join(',\n')}
  }
}
`;
writeFileSync(new URL('continents.json', import.meta.url), text);
console.log(`${continents.length} continents, ${sorted.length} countries`);
