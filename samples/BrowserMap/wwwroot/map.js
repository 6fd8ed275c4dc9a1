import { Map, Marker, NavigationControl, Popup } from './lib/maplibre-gl/maplibre-gl.mjs';

const container = document.getElementById('map');
const dark = matchMedia('(prefers-color-scheme: dark)');
const style = () => dark.matches ? container.dataset.darkStyle : container.dataset.style;
const [zoom, latitude, longitude] = container.dataset.view.split('/').map(Number);

function create() {
  try {
    return new Map({
      container,
      style: style(),
      center: [longitude, latitude],
      zoom,
      hash: true, // the URL of the page contains the view
      attributionControl: { compact: false },
    });
  } catch (error) {
    container.innerHTML = container.querySelector('noscript').textContent; // without WebGL, displays the same content as without scripts
    throw error;
  }
}

export const map = create();
map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right');
map.once('idle', () => container.removeAttribute('aria-busy'));
dark.addEventListener('change', () => map.setStyle(style()));

const marker = new Marker({ color: '#d6336c' }).setPopup(new Popup({ offset: 36, maxWidth: '300px', focusAfterOpen: false }));

/** Flies to a place that geocoding has found. */
export function show(place) {
  marker.setLngLat(place.center).addTo(map);
  marker.getElement().ariaLabel = place.text;
  marker.getPopup().setDOMContent(label(place));
  if (!marker.getPopup().isOpen()) marker.togglePopup();
  if (!place.bbox) {
    map.flyTo({ center: place.center, zoom: 14 });
    return;
  }

  const [west, south, east, north] = place.bbox;
  const bounds = [[west, south], [east < west ? east + 360 : east, north]]; // for example Fiji, which is on both sides of 180°
  map.fitBounds(bounds, { padding: { top: 120, bottom: 60, left: 40, right: 40 }, maxZoom: 14 });
}

/** Creates an element with the name of a place and its context. The names are inserted as text, never as HTML. */
export function label(place, tag = 'div') {
  const node = document.createElement(tag);
  const name = document.createElement('strong');
  name.textContent = place.text;
  const context = document.createElement('span');
  // The context also contains mountain ranges and continents, which are not useful in a label.
  const names = (place.context ?? []).filter(item => !/^(major_landform|continental_marine)\./.test(item.id)).map(item => item.text);
  context.textContent = [...new Set(names)].join(', ') || place.place_type_name?.[0] || '';
  node.className = 'place';
  node.append(name, context);
  return node;
}
