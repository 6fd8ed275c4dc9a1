// The search control of @maptiler/geocoding-control on a map of OpenLayers: a person types, chooses a suggestion by keyboard, and then
// asks what is where the map is clicked. Returns the suggestions, what was chosen, and what is there.

import { GeocodingControl } from '@maptiler/geocoding-control/openlayers';
import '@maptiler/geocoding-control/style.css';
import TileLayer from 'ol/layer/Tile.js';
import XYZ from 'ol/source/XYZ.js';
import { drawn, showLayer } from './openlayers-map.js';

export default async ({ geocoding, key, tiles, query }, user) => {
  const map = await showLayer(new TileLayer({ source: new XYZ({ url: tiles, tileSize: 512, crossOrigin: 'anonymous' }) }));
  const control = new GeocodingControl({ apiUrl: geocoding, apiKey: key, iconsBaseUrl: '/icons/', enableReverse: 'button', flyTo: false });
  map.addControl(control);
  const next = type => new Promise(resolve => control.once(type, resolve));
  const names = features => features.map(feature => feature.place_name);

  control.focus();
  const listed = next('featureslisted');
  await user.type(query);
  const suggested = names((await listed).features);

  // What was listed is picked first, and then again with the geometry that the control asks for by id.
  const picked = new Promise(resolve => control.on('pick', ({ feature }) => { if (feature && feature.geometry.type !== 'Point') resolve(feature); }));
  await user.press('ArrowDown');
  await user.press('Enter');
  const feature = await picked;
  await drawn(map);

  control.setReverseMode(true);
  const there = next('response');
  const [width, height] = map.getSize();
  await user.click(0.55 * width, 0.55 * height); // not at whole degrees, which the control takes for words
  return {
    suggested,
    picked: { name: feature.place_name, geometry: feature.geometry.type },
    there: names((await there).featureCollection.features),
  };
};
