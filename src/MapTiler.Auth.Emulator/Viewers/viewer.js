'use strict';

// Shows tiles, raster or vector, at the view of the URL's fragment: #zoom/latitude/longitude.

const options = JSON.parse(document.getElementById('options').textContent);
const map = document.getElementById('map');
const density = window.devicePixelRatio > 1 ? 2 : 1;
const shown = new Map();
let loading = 0;
let view = { zoom: 1, x: 0.5, y: 0.5 };

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
const worldSize = () => options.tileSize * 2 ** view.zoom;

function readFragment() {
  const [zoom, latitude, longitude] = location.hash.slice(1).split('/').map(Number);
  if (![zoom, latitude, longitude].every(Number.isFinite)) return;
  const sine = Math.sin(clamp(latitude, -85, 85) * Math.PI / 180);
  view = { zoom: clamp(zoom, options.minZoom, 22), x: longitude / 360 + 0.5, y: 0.5 - Math.atanh(sine) / (2 * Math.PI) };
}

function writeFragment() {
  const latitude = Math.atan(Math.sinh((0.5 - view.y) * 2 * Math.PI)) * 180 / Math.PI;
  history.replaceState(null, '', `#${view.zoom.toFixed(2)}/${latitude.toFixed(5)}/${((view.x - 0.5) * 360).toFixed(5)}`);
}

function draw() {
  const z = clamp(Math.round(view.zoom), options.minZoom, options.maxZoom);
  const count = 2 ** z;
  const size = worldSize() / count;
  const [left, top] = [view.x * worldSize() - map.clientWidth / 2, view.y * worldSize() - map.clientHeight / 2];
  const wanted = new Set();
  for (let y = Math.max(0, Math.floor(top / size)); y < Math.min(count, (top + map.clientHeight) / size); y++) {
    for (let x = Math.floor(left / size); x < (left + map.clientWidth) / size; x++) {
      const name = `${z}/${x}/${y}`;
      wanted.add(name);
      if (!shown.has(name)) {
        shown.set(name, makeTile(z, ((x % count) + count) % count, y));
        map.append(shown.get(name));
      }
      Object.assign(shown.get(name).style, { left: `${x * size - left}px`, top: `${y * size - top}px`, width: `${size}px`, height: `${size}px` });
    }
  }
  for (const [name, tile] of shown) {
    if (!wanted.has(name)) {
      tile.remove();
      shown.delete(name);
    }
  }
}

function makeTile(z, x, y) {
  const url = options.tiles.replace('{z}', z).replace('{x}', x).replace('{y}', y).replace('{scale}', density > 1 ? '@2x' : '');
  if (!options.isVector) {
    const image = Object.assign(new Image(), { src: url, alt: '' });
    load(image.decode().catch(() => { image.hidden = true; }));
    return image;
  }
  const canvas = Object.assign(document.createElement('canvas'), { width: 512 * density, height: 512 * density });
  load(fetch(url).then(async response => {
    if (response.status === 200) drawVectorTile(canvas, new Uint8Array(await response.arrayBuffer()));
  }));
  return canvas;
}

/** The map is busy, for screen readers and tests, until all tiles are drawn. */
function load(tile) {
  loading++;
  map.ariaBusy = 'true';
  tile.finally(() => { if (--loading === 0) map.ariaBusy = null; });
}

// Vector tiles: https://github.com/mapbox/vector-tile-spec

function readMessage(bytes) {
  const fields = [];
  let position = 0;
  const varint = () => {
    let [value, factor, byte] = [0, 1, 0];
    do {
      byte = bytes[position++];
      value += (byte & 127) * factor;
      factor *= 128;
    } while (byte > 127);
    return value;
  };
  while (position < bytes.length) {
    const [number, type] = (tag => [Math.floor(tag / 8), tag % 8])(varint());
    const length = type === 0 ? 0 : type === 1 ? 8 : type === 5 ? 4 : varint();
    fields.push({ number, value: type === 0 ? varint() : bytes.subarray(position, position += length) });
  }
  return fields;
}

function readNumbers(bytes) {
  const numbers = [];
  for (let [i, value, factor] = [0, 0, 1]; i < bytes.length; i++) {
    value += (bytes[i] & 127) * factor;
    factor *= 128;
    if (bytes[i] < 128) {
      numbers.push(value);
      [value, factor] = [0, 1];
    }
  }
  return numbers;
}

function drawVectorTile(canvas, bytes) {
  const context = canvas.getContext('2d');
  const text = new TextDecoder();
  for (const layer of readMessage(bytes).filter(field => field.number === 3).map(field => readMessage(field.value))) {
    const one = number => layer.find(field => field.number === number)?.value;
    const scale = canvas.width / (one(5) ?? 4096);
    const hue = [...text.decode(one(1))].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
    context.strokeStyle = context.fillStyle = `hsl(${hue} 60% 40%)`;
    for (const feature of layer.filter(field => field.number === 2).map(field => readMessage(field.value))) {
      const [type, geometry] = [feature.find(field => field.number === 3)?.value, feature.find(field => field.number === 4)?.value];
      if (geometry) drawGeometry(context, type, readNumbers(geometry), scale);
    }
  }
}

function drawGeometry(context, type, numbers, scale) {
  const zigzag = number => number % 2 ? -(number + 1) / 2 : number / 2;
  let [x, y] = [0, 0];
  context.beginPath();
  for (let i = 0; i < numbers.length;) {
    const [command, count] = [numbers[i] % 8, Math.floor(numbers[i++] / 8)];
    for (let n = 0; n < count; n++) {
      if (command === 7) {
        context.closePath();
        continue;
      }
      x += zigzag(numbers[i++]);
      y += zigzag(numbers[i++]);
      if (type === 1) context.rect(x * scale - 2, y * scale - 2, 4, 4);
      else if (command === 1) context.moveTo(x * scale, y * scale);
      else context.lineTo(x * scale, y * scale);
    }
  }
  if (type !== 2) {
    context.globalAlpha = type === 3 ? 0.25 : 1;
    context.fill();
    context.globalAlpha = 1;
  }
  if (type !== 1) context.stroke();
}

function show(change) {
  view = { ...view, ...change };
  view.y = clamp(view.y, 0, 1);
  draw();
  writeFragment();
}

/** Zooms so that what is at a point of the page stays there. */
function zoomBy(steps, right = 0, down = 0) {
  const before = worldSize();
  view.zoom = clamp(view.zoom + steps, options.minZoom, 22);
  const part = 1 / before - 1 / worldSize();
  show({ x: view.x + right * part, y: view.y + down * part });
}

const moveBy = (right, down) => show({ x: view.x + right / worldSize(), y: view.y + down / worldSize() });
const fromMiddle = event => [event.clientX - map.clientWidth / 2, event.clientY - map.clientHeight / 2];
const Keys = { ArrowLeft: [-100, 0], ArrowRight: [100, 0], ArrowUp: [0, -100], ArrowDown: [0, 100] };

map.addEventListener('pointerdown', event => map.setPointerCapture(event.pointerId));
map.addEventListener('pointermove', event => { if (map.hasPointerCapture(event.pointerId)) moveBy(-event.movementX, -event.movementY); });
map.addEventListener('wheel', event => { event.preventDefault(); zoomBy(-event.deltaY / 300, ...fromMiddle(event)); }, { passive: false });
map.addEventListener('dblclick', event => zoomBy(1, ...fromMiddle(event)));
map.addEventListener('keydown', event => {
  if (Keys[event.key]) moveBy(...Keys[event.key]);
  else if ('+=-'.includes(event.key)) zoomBy(event.key === '-' ? -1 : 1);
});
for (const [i, button] of document.querySelectorAll('#zoom button').entries()) button.addEventListener('click', () => zoomBy(i === 0 ? 1 : -1));
addEventListener('hashchange', () => { readFragment(); draw(); });
addEventListener('resize', draw);
readFragment();
draw();
