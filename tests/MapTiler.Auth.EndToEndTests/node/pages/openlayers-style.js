// A style in OpenLayers, drawn by ol-mapbox-style.

import { apply } from 'ol-mapbox-style';
import { drawn, moveThere } from './openlayers-map.js';

export default async ({ style }) => {
  const map = await apply('map', style);
  moveThere(map);
  await drawn(map);
};
