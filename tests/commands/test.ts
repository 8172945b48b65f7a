/**
 * `npm test`: every check of the project, small ones side by side, one kind of browser at a time. Ends with a
 * line "N passed, N failed" and, where something was, ", N skipped". `npm test -- lint builds` runs
 * the stages whose names begin so.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../browsers/find.ts';
import { obtainBrowsers } from '../browsers/install.ts';
import { artifacts, builds, root, runInTurn, runProgram } from './programs.ts';
import { countEndToEnd, lintAddOn, type Outcome, single, vitest } from './stages.ts';

interface Stage {
  name: string;
  /** Reads what the stage "builds" makes. */
  needsBuilds?: boolean;
  /** Lines of its output that are shown though nothing failed. */
  tells?: RegExp;
  run(): Promise<Outcome>;
}

interface StageResult extends Outcome {
  name: string;
  seconds: number;
}

const browsers: BrowserName[] = ['chromium', 'firefox'];

function endToEnd(browser: BrowserName): Stage {
  return {
    name: `e2e ${browser}`,
    needsBuilds: true,
    run: async () => {
      const found = obtainBrowsers([browser], console.log)[browser];
      if (found.path === null) {
        const skipped = await countEndToEnd(browser);
        console.log(`${found.reason}\ne2e: ${skipped} skipped, no browser`);
        const failed = process.env.CI === 'true' ? 1 : 0;
        return { passed: 0, failed, skipped, output: 'Under CI=true a browser is required.' };
      }
      console.log(found.version || found.path);
      return vitest(`e2e-${browser}`, 'tests/e2e/vitest.config.ts', { KINDRED_BROWSER: browser });
    },
  };
}

/** Those of one line run side by side: none of them uses both processors, and none reads another's. */
const stages: Stage[][] = [
  [
    {
      name: 'lint',
      run: async () => single(await runProgram('biome', ['ci', '--error-on-warnings', '.'])),
    },
    {
      name: 'types',
      run: async () =>
        single(
          await runInTurn([
            ['wxt', ['prepare']],
            ['tsc', ['--noEmit']],
          ]),
        ),
    },
  ],
  [{ name: 'unit and components', run: () => vitest('unit', 'tests/vitest.config.ts') }],
  [
    {
      name: 'builds',
      run: async () =>
        single(await runInTurn(Object.values(builds).map((args) => ['wxt', [...args]]))),
    },
  ],
  [
    {
      name: 'manifest and sizes',
      needsBuilds: true,
      tells: /^\S+: .*\d+ bytes .*$/gm,
      run: () => vitest('builds', 'tests/project/vitest.config.ts'),
    },
    {
      name: 'addons-linter',
      needsBuilds: true,
      run: () => lintAddOn(join(root, '.output/firefox-mv3')),
    },
  ],
  ...browsers.map((browser) => [endToEnd(browser)]),
];

function counts({ passed, failed, skipped }: Omit<Outcome, 'output'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

async function runStage(stage: Stage): Promise<StageResult> {
  console.log(`\n── ${stage.name}`);
  const start = performance.now();
  const outcome = await stage.run();
  const seconds = (performance.now() - start) / 1000;
  if (outcome.failed > 0) console.log(outcome.output);
  else if (stage.tells) console.log((outcome.output.match(stage.tells) ?? []).join('\n'));
  console.log(`${stage.name}: ${counts(outcome)} in ${seconds.toFixed(1)} s`);
  return { ...outcome, name: stage.name, seconds };
}

mkdirSync(join(artifacts, 'test'), { recursive: true });
const results: StageResult[] = [];
const notRun: string[] = [];
const wanted = process.argv.slice(2);
const isChosen = ({ name }: Stage) =>
  wanted.length === 0 || wanted.some((start) => name.startsWith(start));
if (!stages.flat().some(isChosen)) {
  console.error(
    `No such stage. There are: ${stages
      .flat()
      .map(({ name }) => name)
      .join(', ')}.`,
  );
  process.exit(1);
}
const began = performance.now();
for (const line of stages) {
  const built = results.every((result) => result.name !== 'builds' || result.failed === 0);
  const chosen = line.filter(isChosen);
  const able = chosen.filter(({ needsBuilds }) => built || !needsBuilds);
  notRun.push(...chosen.filter((stage) => !able.includes(stage)).map(({ name }) => name));
  results.push(...(await Promise.all(able.map(runStage))));
}
const seconds = (performance.now() - began) / 1000;

console.log('\n── all stages');
for (const result of results) {
  console.log(
    `${result.name.padEnd(20)} ${result.seconds.toFixed(1).padStart(6)} s  ${counts(result)}`,
  );
}
for (const name of notRun) console.log(`${name.padEnd(20)} not run: there is no build`);
const sum = (of: (result: StageResult) => number) => results.reduce((n, one) => n + of(one), 0);
const total = {
  passed: sum((result) => result.passed),
  failed: sum((result) => result.failed),
  skipped: sum((result) => result.skipped),
};
console.log(`${'all'.padEnd(20)} ${seconds.toFixed(1).padStart(6)} s\n`);
console.log(counts(total));
process.exitCode = total.failed > 0 ? 1 : 0;
