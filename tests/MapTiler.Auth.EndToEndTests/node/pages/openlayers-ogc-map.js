// Images by OGC API - Tiles in OpenLayers.

import TileLayer from 'ol/layer/Tile.js';
import OGCMapTile from 'ol/source/OGCMapTile.js';
import { showLayer } from './openlayers-map.js';

export default async ({ tileset }) => { await showLayer(new TileLayer({ source: new OGCMapTile({ url: tileset, crossOrigin: 'anonymous' }) })); };
