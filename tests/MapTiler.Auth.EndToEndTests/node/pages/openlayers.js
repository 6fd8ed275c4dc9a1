// Raster tiles in OpenLayers.

import TileLayer from 'ol/layer/Tile.js';
import XYZ from 'ol/source/XYZ.js';
import { showLayer } from './openlayers-map.js';

export default async ({ tiles, attribution }) => { await showLayer(new TileLayer({ source: new XYZ({ url: tiles, tileSize: 512, attributions: attribution }) })); };
