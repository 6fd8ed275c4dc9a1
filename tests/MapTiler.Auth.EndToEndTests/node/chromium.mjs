// A headless Chromium, and what its pages complain about.

import { chromium } from 'playwright-core';

// What software rendering and reading pixels say about themselves.
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

/** Complaints of the pages of a context, which grow while they are used. */
export function complaintsOf(context) {
  const complaints = [];
  context.on('console', message => { if (['error', 'warning'].includes(message.type()) && !Harmless.test(message.text())) complaints.push(`console: ${message.text()}`); });
  context.on('weberror', error => complaints.push(`page: ${error.error().message}`));
  // A map gives up the tiles that it has left behind.
  context.on('requestfailed', request => { if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`request: ${request.url()} ${request.failure()?.errorText}`); });
  context.on('response', response => { if (response.status() >= 400) complaints.push(`response: ${response.status()} ${response.url()}`); });
  return complaints;
}
