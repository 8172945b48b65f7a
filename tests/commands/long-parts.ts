/** The parts of `npm run test:long`: what each covers and how it runs. */
import type { BrowserName } from '../browsers/find.ts';
import { obtainBrowsers } from '../browsers/install.ts';
import {
  type BuildName,
  builds,
  type ProgramRun,
  runInTurn,
  runProgram,
  runScript,
} from './programs.ts';

export interface LongPart {
  name: string;
  /** What a pass shows, as the end of "This part covers …". */
  covers: string;
  run(): Promise<ProgramRun>;
}

const browsers: BrowserName[] = ['chromium', 'firefox'];

/** Runs unit tests with more rounds than `npm test` gives them. */
const unit = (file: string, env: Record<string, string>) => () =>
  runProgram('vitest', ['run', '--config', 'tests/vitest.config.ts', file], env);

const built = new Set<BrowserName>();

/** Builds for one browser once a run: a resumed run does not trust the builds it finds. */
async function buildFor(browser: BrowserName): Promise<ProgramRun> {
  if (built.has(browser)) return { ok: true, output: '' };
  const prefix = browser === 'chromium' ? 'chrome' : 'firefox';
  const names = (Object.keys(builds) as BuildName[]).filter((name) => name.startsWith(prefix));
  const run = await runInTurn(names.map((name) => ['wxt', [...builds[name]]]));
  if (run.ok) built.add(browser);
  return run;
}

async function endToEnd(browser: BrowserName, file: string): Promise<ProgramRun> {
  const found = obtainBrowsers([browser], console.log)[browser];
  if (found.path === null) return { ok: process.env.CI !== 'true', output: found.reason };
  const build = await buildFor(browser);
  if (!build.ok) return build;
  const config = ['run', '--config', 'tests/e2e/vitest.config.ts', `tests/e2e/${file}`];
  return runProgram('vitest', config, {
    KINDRED_BROWSER: browser,
    KINDRED_LONG: '1',
    KINDRED_KILLS: '200',
  });
}

/** End-to-end tests that run for minutes, with what each covers. */
const longFiles: { name: string; file: string; covers: string; only?: BrowserName }[] = [
  {
    name: 'kills',
    file: 'kills.test.ts',
    covers: '200 kills of the background at random moments of updates, imports and searches',
  },
  {
    name: 'faults',
    file: 'reliability.test.ts',
    covers: 'every fault of the network, the services and the storage',
  },
  { name: 'screens', file: 'screens.test.ts', covers: 'every screen and state' },
  {
    name: 'languages',
    file: 'languages.long.test.ts',
    covers: 'every screen in every language and right to left, by axe and for text that is cut off',
  },
  {
    name: 'large import',
    file: 'large-import.long.test.ts',
    covers: 'an import of 12,131 papers with searches meanwhile, and days of 50 papers after it',
  },
  {
    name: 'detection',
    file: 'detection-time.long.test.ts',
    covers: 'a verdict on every captured page',
    only: 'chromium',
  },
];

export const longParts: LongPart[] = [
  {
    name: 'rebuild',
    covers: 'a rebuild of the packages from the archive of the sources, byte by byte',
    run: () => runScript('tests/commands/package.ts', ['rebuild']),
  },
  {
    name: 'days of updates',
    covers: '1,000 simulated days of updates with faults, kills and sleep',
    run: unit('tests/unit/digest/update-days.test.ts', { KINDRED_DAYS: '1000' }),
  },
  {
    name: 'days of sync',
    covers: '1,000 simulated days of two devices that sync, with kills',
    run: unit('tests/unit/copy/thousand-days.test.ts', { KINDRED_DAYS: '1000' }),
  },
  ...browsers.flatMap((browser) =>
    longFiles
      .filter(({ only }) => only === undefined || only === browser)
      .map(({ name, file, covers }) => ({
        name: `${name} ${browser}`,
        covers: `${covers}, in ${browser}`,
        run: () => endToEnd(browser, file),
      })),
  ),
];
