// A map of central Europe in OpenLayers.

import { Map, View } from 'ol';
import { fromLonLat } from 'ol/proj.js';
import 'ol/ol.css';

const Center = fromLonLat([15, 49]);
const Zoom = 5;

export const drawn = map => new Promise(resolve => map.once('rendercomplete', () => resolve()));

/** Shows a layer when its source is ready, since without one there is nothing to wait for. */
export async function showLayer(layer) {
  const source = layer.getSource();
  if (source.getState() === 'loading') await new Promise(resolve => source.once('change', resolve));
  if (source.getState() !== 'ready') throw new Error(`The state of the source is ${source.getState()}.`);
  const map = new Map({ target: 'map', layers: [layer], view: new View({ center: Center, zoom: Zoom }) });
  await drawn(map);
  return map;
}

export function moveThere(map) {
  map.getView().setCenter(Center);
  map.getView().setZoom(Zoom);
}
