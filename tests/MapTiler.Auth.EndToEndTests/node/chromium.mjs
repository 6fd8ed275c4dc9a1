// A headless Chromium, and the errors and warnings of its pages.

import { chromium } from 'playwright-core';

// Messages about software rendering and about reading pixels.
const Harmless = /GL Driver Message|willReadFrequently/;

/** Milliseconds until something that does not happen is a failure: no limit of what is tested, so a busy machine has enough. */
export const Timeout = 120_000;

export const launch = path => chromium.launch({
  executablePath: path,
  timeout: Timeout,
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});

/**
 * A context whose pages draw at most ten frames per second, because software rendering takes most of the time of these tests.
 * The script runs only in the pages; Playwright's own waits are not affected.
 */
export async function newContext(browser, options) {
  const context = await browser.newContext(options);
  await context.addInitScript(() => {
    window.requestAnimationFrame = callback => setTimeout(() => callback(performance.now()), 100);
    window.cancelAnimationFrame = clearTimeout;
  });
  return context;
}

/** Errors and warnings of the pages of a context. The list grows while the pages are used. */
export function problemsOf(context) {
  const problems = [];
  context.on('console', message => { if (['error', 'warning'].includes(message.type()) && !Harmless.test(message.text())) problems.push(`console: ${message.text()}`); });
  context.on('weberror', error => problems.push(`page: ${error.error().message}`));
  // A map cancels requests for tiles that are no longer visible.
  context.on('requestfailed', request => { if (request.failure()?.errorText !== 'net::ERR_ABORTED') problems.push(`request: ${request.url()} ${request.failure()?.errorText}`); });
  context.on('response', response => { if (response.status() >= 400) problems.push(`response: ${response.status()} ${response.url()}`); });
  return problems;
}
