'use strict';

const RefreshMilliseconds = 1500;
const Tile = 512;
const element = id => document.getElementById(id);
const view = { longitude: 14, latitude: 48, zoom: 3 };

function showMap() {
  const map = element('map');
  const place = `${view.longitude.toFixed(4)},${view.latitude.toFixed(4)},${view.zoom}`;
  map.src = `/_emulator/map/${element('style').value}/${place}/640x400${devicePixelRatio > 1 ? '@2x' : ''}.png`;
  element('view').textContent = place;
}

function zoom(by) {
  view.zoom = Math.min(12, Math.max(0, view.zoom + by));
  showMap();
}

// Mercator, by which the map is drawn.
function moveTo(event) {
  const box = event.target.getBoundingClientRect();
  const size = Tile * 2 ** view.zoom * (box.width / 640);
  const right = (event.clientX - box.left - box.width / 2) / size;
  const down = (event.clientY - box.top - box.height / 2) / size;
  const y = Math.log(Math.tan(Math.PI / 4 + view.latitude * Math.PI / 360)) - down * 2 * Math.PI;
  view.longitude = ((view.longitude + right * 360 + 540) % 360) - 180;
  view.latitude = Math.min(80, Math.max(-80, Math.atan(Math.sinh(y)) * 180 / Math.PI));
  showMap();
}

function make(tag, text, className) {
  const node = document.createElement(tag);
  node.textContent = text;
  if (className) node.className = className;
  return node;
}

function describe(key) {
  const limit = key.limit === undefined ? '' : ` of ${key.limit}`;
  return [
    `${key.used}${limit} requests this month`,
    key.status === 'Active' ? '' : key.status,
    key.plan === 'Free' ? 'free plan' : '',
    key.origins.length ? `origins: ${key.origins.join(', ')}` : '',
    key.userAgent ? `user agent: ${key.userAgent}` : '',
  ].filter(text => text);
}

function keyItem(key) {
  const item = make('li', '');
  item.append(make('strong', key.name), ...describe(key).map(text => make('span', text)));
  return item;
}

function requestRow(request) {
  const row = document.createElement('tr');
  const status = request.status ?? (request.milliseconds === undefined ? 'open' : 'reset');
  const kind = status === 'open' ? '' : status < 300 ? 'good' : status < 400 ? 'moved' : 'bad';
  row.append(
    make('td', new Date(request.time).toLocaleTimeString()),
    make('td', status, kind),
    make('td', `${request.method} ${request.target}`, 'request'),
    make('td', request.key ?? '–'),
    make('td', request.cost),
    make('td', request.milliseconds ?? ''));
  return row;
}

let shown = '';

async function refresh() {
  try {
    const response = await fetch('/_emulator/state.json');
    const text = await response.text();
    const state = JSON.parse(text);
    element('state').textContent = state.faults ? `${state.faults} faults are armed.` : '';
    const content = JSON.stringify({ ...state, now: null });
    if (content === shown) return;
    shown = content;
    element('url').textContent = state.url;
    element('service').textContent = state.serviceUrl;
    element('total').textContent = `${state.total} in all`;
    element('keys').replaceChildren(...state.keys.map(keyItem));
    element('requests').replaceChildren(...state.requests.reverse().map(requestRow));
  } catch {
    element('state').textContent = 'The emulator has stopped.';
  }
}

element('style').addEventListener('change', showMap);
element('in').addEventListener('click', () => zoom(1));
element('out').addEventListener('click', () => zoom(-1));
element('map').addEventListener('click', moveTo);
showMap();
refresh();
setInterval(() => document.hidden || refresh(), RefreshMilliseconds);
