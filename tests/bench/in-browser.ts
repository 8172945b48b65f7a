/** Runs a benchmark in the end-to-end build and a real browser, over the fake services. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BuildCopy } from '../browsers/build-copy.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { type BrowserName, findBrowser } from '../browsers/find.ts';
import { openBrowser } from '../browsers/open.ts';
import { until } from '../browsers/wait.ts';
import { FakeServices } from '../fake-services/fake-services.ts';
import { machine, report, writeReport } from './report.ts';

/** The browser that KINDRED_BROWSER names. */
const name: BrowserName = process.env.KINDRED_BROWSER === 'firefox' ? 'firefox' : 'chromium';
const label = name === 'firefox' ? 'Firefox' : 'Chromium';

/**
 * Opens the browser, waits for the first check, pauses loading, measures, and reports under
 * `heading` with the browser's name. Prints why where browser or build are missing.
 */
export async function benchInBrowser(
  heading: string,
  measure: (browser: ExtensionBrowser, services: FakeServices) => Promise<void>,
): Promise<void> {
  const folder = fileURLToPath(
    new URL(`../../.output/${name === 'firefox' ? 'firefox' : 'chrome'}-mv3-e2e`, import.meta.url),
  );
  const found = findBrowser(name);
  if (found.path === null || !existsSync(folder)) {
    const why =
      found.path === null ? found.reason : 'The end-to-end build is missing: run npm test.';
    process.stdout.write(`Skipped. ${why}\n`);
    return;
  }
  report(machine([found.version]));
  const services = await FakeServices.start(new Date().toISOString().slice(0, 10));
  const build = new BuildCopy(folder);
  const browser = await openBrowser(name, { build, services });
  const call = (kindred: string, request: object) =>
    browser.inExtension((api, message) => api.runtime.sendMessage(message), { kindred, request });
  try {
    await until('the first check', async () =>
      /"lastCheck":"/.test(JSON.stringify(await call('status', {}))),
    );
    await call('pauseLoading', { paused: true });
    await measure(browser, services);
  } finally {
    await browser.close();
    await services.close();
    build.remove();
  }
  writeReport(`${heading} in ${label}`);
}
