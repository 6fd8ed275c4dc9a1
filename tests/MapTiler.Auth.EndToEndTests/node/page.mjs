// Uses the page of samples/BrowserMap in a headless Chromium by keyboard, mouse and touch.
//
//   node page.mjs <path of chromium>      with this as JSON on the standard input:
//   { "url", "visits": [names of those below], "reducedMotion": whether the desktop prefers it, "screenshots": path without its end, "find": { name: text } }
//
// Writes as JSON: { visit: { what its function returns, "kept", "problems", "found": { name: [where] }, "texts", "unread" }, "requests" }

import { text } from 'node:stream/consumers';
import { Timeout, launch, newContext, problemsOf } from './chromium.mjs';
import { Recording } from './recording.mjs';

const { url, visits, reducedMotion, screenshots, find } = JSON.parse(await text(process.stdin));
const browser = await launch(process.argv[2]);
const Desktop = { viewport: { width: 1280, height: 800 }, reducedMotion: reducedMotion ? 'reduce' : 'no-preference' };
const Phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, reducedMotion: 'reduce' };
const recordings = [];

async function visit(options, look, prepare = () => {}) {
  const context = await newContext(browser, options);
  const problems = problemsOf(context);
  const recording = new Recording(context);
  recordings.push(recording);
  const page = await context.newPage();
  page.setDefaultTimeout(Timeout);
  await page.addInitScript(prepare);
  await page.goto(url);
  const seen = await look(page);
  const kept = options.javaScriptEnabled === false ? {} : await recording.keep(page);
  const result = { ...seen, kept, problems, found: await recording.find(find), texts: recording.counts, unread: recording.unread };
  await context.close();
  return result;
}

const shoot = (page, name) => page.screenshot({ path: `${screenshots}-${name}.png` });
const drawn = page => page.waitForSelector('#map:not([aria-busy])');
const rectangles = (page, selector) => page.$$eval(selector, elements => elements.map(element => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { name: element.getAttribute('aria-label') ?? element.id ?? element.className, left, top, right, bottom };
}));

const settled = page => page.evaluate(async () => {
  const { map } = await import('/map.js');
  if (map.isMoving() || !map.loaded()) await new Promise(resolve => map.once('idle', resolve));
});

const view = page => page.evaluate(async () => {
  const { map } = await import('/map.js');
  const layers = {};
  for (const feature of map.queryRenderedFeatures()) layers[feature.layer.id] = (layers[feature.layer.id] ?? 0) + 1;
  const marker = document.querySelector('.maplibregl-marker')?.getBoundingClientRect();
  return {
    center: map.getCenter().toArray(),
    zoom: map.getZoom(),
    layers,
    popup: [...document.querySelectorAll('.maplibregl-popup .place *')].map(node => node.textContent),
    marker: marker && map.unproject([(marker.left + marker.right) / 2, marker.bottom]).toArray(),
  };
});

const box = page => page.evaluate(() => {
  const input = document.querySelector('[role=combobox]');
  const active = document.getElementById(input.getAttribute('aria-activedescendant'));
  return {
    focused: document.activeElement === input,
    text: input.value,
    expanded: input.ariaExpanded,
    active: active && [active.ariaSelected, ...[...active.children].map(node => node.textContent)],
    options: document.querySelectorAll('[role=option]').length,
    status: document.querySelector('[role=status]').textContent,
  };
});

const type = (page, words) => page.fill('[role=combobox]', words);
const status = (page, words) => page.getByRole('status').filter({ hasText: words }).waitFor({ state: 'attached' });

async function onDesktop(page) {
  await drawn(page);
  const start = await view(page);
  await shoot(page, 'desktop');

  await page.keyboard.press('Tab');
  await page.keyboard.type('Brno');
  await status(page, '1 found'); // a busy page also searches for the beginning of the word
  await page.keyboard.press('ArrowDown');
  const offered = await box(page);
  await shoot(page, 'results');
  await page.keyboard.press('Escape');
  const escaped = await box(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.maplibregl-popup');
  await settled(page);
  const [chosen, there] = [await box(page), await view(page)];
  await shoot(page, 'found');

  const stops = [];
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement.ariaLabel ?? document.activeElement.textContent));
  }
  return { start, offered, escaped, chosen, there, stops };
}

// Responses that cannot be had from a service on demand.
async function inTrouble(page) {
  await drawn(page);
  await page.route('**/geocoding/*', route => route.fulfill({ status: 429, body: 'Too many' }));
  await type(page, 'Brno');
  await status(page, 'Search failed');
  const failed = await box(page);
  await shoot(page, 'failed');
  await page.unroute('**/geocoding/*');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.maplibregl-popup');
  const again = await box(page);

  await type(page, 'qqqqzzzz');
  await status(page, 'No results');
  const nothing = await box(page);

  await page.route('**/geocoding/*', route => route.fulfill({ status: 200, contentType: 'application/json', body: JSON.stringify({
    features: [{ text: '<img src=x onerror=alert(1)>', place_name: '<b>x</b>', center: [16.6, 49.2], context: [{ text: '<script>alert(2)</script>' }] }],
    attribution: '<a href="https://example.com">whose</a><img src="https://example.com/x"><script>alert(3)</script>',
  }) }));
  await type(page, 'hostile');
  await page.getByRole('option', { name: 'alert' }).waitFor();
  await page.keyboard.press('Enter');
  await settled(page);
  const hostile = { ...await view(page), elements: await page.locator('#search :is(img, a, script, b), .maplibregl-popup :is(img, a, script, b)').count() };

  await page.unroute('**/geocoding/*');
  await page.route('**/geocoding/Par.json*', () => {}); // never responds
  const [forgotten] = await Promise.all([page.waitForRequest('**/geocoding/Par.json*'), type(page, 'Par')]);
  await Promise.all([page.waitForEvent('requestfailed', request => request === forgotten), type(page, 'Paris')]);
  await page.getByRole('option', { name: 'Paris' }).first().waitFor();
  const later = await box(page);
  await page.getByRole('option', { name: 'Texas' }).click();
  await settled(page);
  return { failed, again, nothing, hostile, later, clicked: await view(page) };
}

async function onPhone(page) {
  await drawn(page);
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  const controls = await rectangles(page, '#search, .maplibregl-ctrl-group, .maplibregl-ctrl-attrib');
  const attribution = await page.innerText('.maplibregl-ctrl-attrib');
  await shoot(page, 'phone');
  await page.tap('[role=combobox]');
  await page.keyboard.type('San');
  await page.waitForSelector('[role=option]');
  const targets = await rectangles(page, '[role=combobox], [role=option], .maplibregl-ctrl-group button');
  await shoot(page, 'phone-results');
  await page.tap('[role=option] >> nth=1');
  await page.waitForSelector('.maplibregl-popup');
  await settled(page);
  targets.push(...await rectangles(page, '.maplibregl-popup-close-button'));
  await shoot(page, 'phone-found');
  return { width, controls, attribution, targets, there: await view(page), chosen: await box(page) };
}

async function withoutScript(page) {
  const image = page.locator('#map img');
  const size = await image.evaluate(async picture => { await picture.decode(); return [picture.naturalWidth, picture.naturalHeight]; });
  await shoot(page, 'no-script');
  return { size, alt: await image.getAttribute('alt'), attribution: await page.innerText('#map p'), hasSearch: await page.locator('#search').isVisible() };
}

async function withoutWebGL(page) {
  const image = page.locator('#map img');
  await image.evaluate(picture => picture.decode());
  return { attribution: await page.innerText('#map p'), hasSearch: await page.locator('#search').isVisible() };
}

async function inTheDark(page) {
  await drawn(page);
  await shoot(page, 'dark');
}

const Visits = {
  desktop: [Desktop, onDesktop],
  phone: [Phone, onPhone],
  noScript: [{ ...Desktop, javaScriptEnabled: false }, withoutScript],
  dark: [{ ...Desktop, colorScheme: 'dark' }, inTheDark],
  trouble: [{ ...Desktop, reducedMotion: 'reduce' }, inTrouble],
  noWebGL: [Desktop, withoutWebGL, () => { HTMLCanvasElement.prototype.getContext = () => null; }],
};

try {
  const results = {};
  for (const name of visits) results[name] = await visit(...Visits[name]);
  console.log(JSON.stringify({ ...results, requests: recordings.flatMap(recording => recording.requests) }));
} finally {
  await browser.close();
}
