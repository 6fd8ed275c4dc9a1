// Shows the viewers of the emulator in a frame of another page in a headless Chromium, and moves each with the keyboard.
//
//   node viewers.mjs <path of chromium>      with the viewers as JSON on the standard input:
//   [{ "url", "screenshot" (path) }]
//
// Writes as JSON: [{ "url" afterwards, "tiles": number of tiles, "errors": [] }]

import { text } from 'node:stream/consumers';
import { Timeout, launch, newContext, problemsOf } from './chromium.mjs';

const browser = await launch(process.argv[2]);

async function show({ url, screenshot }) {
  const context = await newContext(browser, { viewport: { width: 900, height: 600 } });
  const errors = problemsOf(context);
  const page = await context.newPage();
  page.setDefaultTimeout(Timeout);
  await page.setContent(`<style>body { margin: 0 } iframe { border: 0; width: 100vw; height: 100vh }</style><iframe src="${url}"></iframe>`);
  const frame = page.frames()[1];
  const drawn = () => frame.waitForSelector('#map:not([aria-busy])');
  await drawn();
  await frame.focus('#map');
  for (const key of ['+', 'ArrowRight']) {
    const before = await frame.evaluate(() => location.hash);
    await page.keyboard.press(key);
    await frame.waitForFunction(hash => location.hash !== hash, before);
    await drawn();
  }
  await page.screenshot({ path: screenshot });
  const result = { url: frame.url(), tiles: await frame.locator('#map > *').count(), errors };
  await context.close();
  return result;
}

try {
  const results = [];
  for (const viewer of JSON.parse(await text(process.stdin))) results.push(await show(viewer));
  console.log(JSON.stringify(results));
} finally {
  await browser.close();
}
