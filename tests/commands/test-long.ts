/**
 * `npm run test:long`: 1,000 simulated days of updates, 200 kills and every fault in both browsers,
 * the trials that measure a large import and the verdict on real pages and that look every screen
 * over, and a rebuild of the packages from the archive of the sources, byte by byte.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../browsers/find.ts';
import { obtainBrowsers } from '../browsers/install.ts';
import {
  artifacts,
  builds,
  type ProgramRun,
  runInTurn,
  runProgram,
  runScript,
} from './programs.ts';

const browsers: BrowserName[] = ['chromium', 'firefox'];
const long = { KINDRED_LONG: '1', KINDRED_KILLS: '200', KINDRED_DAYS: '1000' };

let failed = 0;

async function stage(name: string, run: () => Promise<ProgramRun>): Promise<void> {
  const start = performance.now();
  const { ok, output } = await run();
  if (!ok) {
    failed += 1;
    console.log(output);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name}: ${ok ? 'passed' : 'failed'} in ${seconds} s`);
}

const unit = ['run', '--config', 'tests/vitest.config.ts', 'tests/unit/digest/update-days.test.ts'];
const endToEnd = [
  ...['run', '--config', 'tests/e2e/vitest.config.ts'],
  ...['tests/e2e/kills.test.ts', 'tests/e2e/reliability.test.ts', 'tests/e2e/screens.test.ts'],
  'trial',
];

mkdirSync(join(artifacts, 'test'), { recursive: true });
await stage('a rebuild from the sources archive', () =>
  runScript('tests/commands/package.ts', ['rebuild']),
);
await stage('1,000 days of updates', () => runProgram('vitest', unit, long));
await stage('builds', () =>
  runInTurn([
    ['wxt', [...builds['chrome-mv3-e2e']]],
    ['wxt', [...builds['firefox-mv3-e2e']]],
  ]),
);
for (const browser of browsers) {
  const found = obtainBrowsers([browser], console.log)[browser];
  if (found.path === null) {
    failed += process.env.CI === 'true' ? 1 : 0;
    console.log(`${found.reason}\n200 kills and every fault in ${browser}: skipped, no browser`);
    continue;
  }
  await stage(`200 kills and every fault in ${browser}`, () =>
    runProgram('vitest', endToEnd, { ...long, KINDRED_BROWSER: browser }),
  );
}
process.exitCode = failed > 0 ? 1 : 0;
