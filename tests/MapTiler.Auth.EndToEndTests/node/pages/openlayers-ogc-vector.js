// Vector tiles by OGC API - Tiles in OpenLayers. Returns how many features of each layer there are.

import MVT from 'ol/format/MVT.js';
import VectorTileLayer from 'ol/layer/VectorTile.js';
import OGCVectorTile from 'ol/source/OGCVectorTile.js';
import { showLayer } from './openlayers-map.js';

export default async ({ tileset }) => {
  const layer = new VectorTileLayer({ source: new OGCVectorTile({ url: tileset, format: new MVT() }) });
  const map = await showLayer(layer);
  const counts = {};
  for (const feature of layer.getFeaturesInExtent(map.getView().calculateExtent())) counts[feature.get('layer')] = (counts[feature.get('layer')] ?? 0) + 1;
  return counts;
};
