// Raster tiles in Leaflet.

import L from 'leaflet';
import 'leaflet/dist/leaflet.css';

export default ({ tiles, attribution }) => {
  const map = L.map('map', { fadeAnimation: false }).setView([49, 15], 5);
  const layer = L.tileLayer(tiles, { attribution });
  return new Promise(resolve => layer.once('load', () => resolve()).addTo(map));
};
