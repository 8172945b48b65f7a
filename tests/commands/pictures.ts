/**
 * `npm run pictures`: the checks of how every screen reads and looks, in both browsers. With `--write`
 * it replaces what is kept in tests/screens with what it sees.
 */
import type { BrowserName } from '../browsers/find.ts';
import { obtainBrowsers } from '../browsers/install.ts';
import { builds, runInTurn, runProgram } from './programs.ts';

const write = process.argv.includes('--write');
if (write && process.env.CI === 'true') {
  console.error('Nothing is written where CI=true.');
  process.exit(1);
}
const built = await runInTurn([
  ['wxt', [...builds['chrome-mv3-e2e']]],
  ['wxt', [...builds['firefox-mv3-e2e']]],
]);
if (!built.ok) {
  console.error(built.output);
  process.exit(1);
}
// Chromium first: Firefox's trees are kept only where they differ from its trees.
const browsers: BrowserName[] = ['chromium', 'firefox'];
for (const browser of browsers) {
  const found = obtainBrowsers([browser], console.log)[browser];
  if (found.path === null) {
    console.log(`${found.reason}\n${browser}: skipped`);
    continue;
  }
  const { ok, output } = await runProgram(
    'vitest',
    ['run', '--config', 'tests/e2e/vitest.config.ts', 'tests/e2e/screens.test.ts'],
    {
      KINDRED_BROWSER: browser,
      KINDRED_LONG: '1',
      ...(write ? { KINDRED_WRITE_SCREENS: '1' } : {}),
    },
  );
  console.log(output);
  if (!ok) process.exitCode = 1;
}
