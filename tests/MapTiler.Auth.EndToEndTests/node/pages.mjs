// Shows pages that use libraries from npm in a headless Chromium.
//
//   node pages.mjs <path of chromium>      with this as JSON on the standard input:
//   {
//     "origin": of the pages; without it, that of a server of this script,
//     "service", "serviceToken": URL of the Service API, to which that server sends what the pages send to /api/, with the token,
//     "screenshots": path without its end,
//     "pages": { name: { "module": file in pages/ without its extension, "elsewhere": { URL: URL that stands in for it, or null for an empty file }, other members: input of the module } }
//   }
//
// A module exports a function that gets the input and returns when everything is drawn. It controls the keyboard and the mouse by user:
// type(text), press(key) and click(x, y). Writes the results as JSON:
// { name: { "result" of the function, "failure", "problems", "requests", "responses": ["status method URL"] } }

import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { Timeout, launch, newContext, problemsOf } from './chromium.mjs';

const Icons = join(import.meta.dirname, 'node_modules', '@maptiler', 'geocoding-control', 'icons');
const AnyIcon = join(Icons, 'area.svg');
const Html = `<!doctype html><title>map</title><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css">
<style>body { margin: 0 } #map { width: 100vw; height: 100vh }</style><div id="map"></div>`;

const { origin, service, serviceToken, screenshots, pages } = JSON.parse(await text(process.stdin));
let files;

async function bundle(module) {
  const result = await build({
    entryPoints: [join(import.meta.dirname, 'pages', `${module}.js`)], entryNames: 'page',
    bundle: true, format: 'esm', write: false, outdir: '/', loader: { '.png': 'dataurl', '.svg': 'dataurl' }, logLevel: 'error',
  });
  return Object.fromEntries(result.outputFiles.map(file => [file.path.endsWith('.css') ? 'css' : 'js', file.text]));
}

const fileAt = path => path.endsWith('.js') ? { contentType: 'text/javascript', body: files.js }
  : path.endsWith('.css') ? { contentType: 'text/css', body: files.css ?? '' }
    : { contentType: 'text/html', body: Html };

// The application that the pages belong to. A request that a route fulfills needs no preflight request, so a page that must send one is served from here.
const server = createServer(async (request, response) => {
  if (request.url.startsWith('/api/')) {
    const upstream = await fetch(new URL(request.url.slice('/api/'.length), service), {
      method: request.method,
      headers: { authorization: `Token ${serviceToken}`, 'content-type': request.headers['content-type'] ?? '' },
      body: request.method === 'GET' ? undefined : await buffer(request),
    });
    response.writeHead(upstream.status, { 'content-type': upstream.headers.get('content-type') }).end(await upstream.text());
    return;
  }
  if (request.url.startsWith('/icons/')) {
    if (request.url.endsWith('.svg')) response.setHeader('content-type', 'image/svg+xml');
    const icon = join(Icons, basename(request.url));
    createReadStream(existsSync(icon) ? icon : AnyIcon).pipe(response); // the package has no icon of a continent
    return;
  }
  const { contentType, body } = fileAt(request.url);
  response.writeHead(200, { 'content-type': contentType }).end(body);
});

async function route(context, elsewhere) {
  if (origin) await context.route(`${origin}/page/**`, route => route.fulfill(fileAt(new URL(route.request().url()).pathname)));
  for (const [from, to] of Object.entries(elsewhere)) {
    await context.route(`${from}**`, async route => route.fulfill(to
      ? { response: await route.fetch({ url: route.request().url().replace(from, to) }) }
      : { contentType: 'text/css', body: '' }));
  }
}

async function show(browser, home, name, { module, elsewhere = {}, ...input }) {
  files = await bundle(module);
  const context = await newContext(browser, { viewport: { width: 600, height: 400 }, permissions: ['local-network-access'] }); // the page is served by a route, and requests the local network
  const problems = problemsOf(context);
  const [requests, responses] = [[], []];
  context.on('request', request => { if (!request.url().startsWith(`${home}/page/`)) requests.push(request.url()); });
  context.on('response', response => responses.push(`${response.status()} ${response.request().method()} ${response.url()}`));
  await route(context, elsewhere);
  const page = await context.newPage();
  page.setDefaultTimeout(Timeout);
  await page.exposeFunction('act', (device, action, ...values) => page[device][action](...values));
  await page.goto(`${home}/page/`);
  let result, failure;
  try {
    result = await page.evaluate(async ({ input, timeout }) => {
      const late = new Promise((_, reject) => setTimeout(() => reject(new Error('Not drawn in time.')), timeout));
      const { default: run } = await import('/page/page.js');
      const user = { type: words => act('keyboard', 'type', words), press: key => act('keyboard', 'press', key), click: (x, y) => act('mouse', 'click', x, y) };
      return Promise.race([run(input, user), late]);
    }, { input, timeout: Timeout });
  } catch (error) {
    failure = String(error);
  }
  await page.screenshot({ path: `${screenshots}-${name}.png` });
  await context.close();
  return { result, failure, problems, requests, responses };
}

await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const browser = await launch(process.argv[2]);
try {
  const home = origin ?? `http://127.0.0.1:${server.address().port}`;
  const results = {};
  for (const [name, page] of Object.entries(pages)) results[name] = await show(browser, home, name, page);
  console.log(JSON.stringify(results));
} finally {
  await browser.close();
  server.close();
}
