/**
 * `npm test`: every check of the project except the long ones. Small stages run side by side, one
 * browser runs at a time. The last line says "N passed, N failed" and, if any, ", N skipped".
 *
 * `npm test -- quick` runs lint, types, unit tests and a smoke test in Chromium.
 * `npm test -- lint builds` runs the stages whose names begin with these words.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../browsers/find.ts';
import { obtainBrowsers } from '../browsers/install.ts';
import { artifacts, type BuildName, builds, root, runInTurn, runProgram } from './programs.ts';
import { countEndToEnd, lintAddOn, type Outcome, single, vitest } from './stages.ts';

interface Stage {
  name: string;
  /** Reads what the stage "builds" writes. */
  needsBuilds?: boolean;
  /** Lines of the output to print although nothing failed. */
  prints?: RegExp;
  run(): Promise<Outcome>;
}

interface StageResult extends Outcome {
  name: string;
  seconds: number;
}

const browsers: BrowserName[] = ['chromium', 'firefox'];
const smokeFiles = ['tests/e2e/panel.test.ts', 'tests/e2e/popup.test.ts'];

function endToEnd(name: string, browser: BrowserName, files: string[] = []): Stage {
  return {
    name,
    needsBuilds: true,
    run: async () => {
      const found = obtainBrowsers([browser], console.log)[browser];
      if (found.path === null) {
        const skipped = await countEndToEnd(browser, files);
        console.log(`${found.reason}\n${name}: ${skipped} skipped, no browser`);
        const failed = process.env.CI === 'true' ? 1 : 0;
        return { passed: 0, failed, skipped, output: 'Under CI=true a browser is required.' };
      }
      console.log(found.version || found.path);
      const config = 'tests/e2e/vitest.config.ts';
      return vitest(name.replace(' ', '-'), config, { KINDRED_BROWSER: browser }, files);
    },
  };
}

const build = (names: BuildName[]): Stage => ({
  name: 'builds',
  run: async () => single(await runInTurn(names.map((name) => ['wxt', [...builds[name]]]))),
});

const lint: Stage = {
  name: 'lint',
  run: async () => single(await runProgram('biome', ['ci', '--error-on-warnings', '.'])),
};
const types: Stage = {
  name: 'types',
  run: async () =>
    single(
      await runInTurn([
        ['wxt', ['prepare']],
        ['tsc', ['--noEmit']],
      ]),
    ),
};
const unit: Stage = {
  name: 'unit and components',
  run: () => vitest('unit', 'tests/vitest.config.ts'),
};
const sizes: Stage = {
  name: 'manifest and sizes',
  needsBuilds: true,
  prints: /^\S+: .*\d+ bytes .*$/gm,
  run: () => vitest('builds', 'tests/project/vitest.config.ts'),
};
const addOnLinter: Stage = {
  name: 'addons-linter',
  needsBuilds: true,
  run: () => lintAddOn(join(root, '.output/firefox-mv3')),
};

/** Stages of one line run side by side: none uses both cores, and none reads another's output. */
const all: Stage[][] = [
  [lint, types],
  [unit],
  [build(Object.keys(builds) as BuildName[])],
  [sizes, addOnLinter],
  ...browsers.map((browser) => [endToEnd(`e2e ${browser}`, browser)]),
];
const quick: Stage[][] = [
  [lint, types],
  [unit],
  [build(['chrome-mv3-e2e'])],
  [endToEnd('smoke chromium', 'chromium', smokeFiles)],
];

/** The lines to run, or null after an unknown name. */
function chosenLines(words: string[]): Stage[][] | null {
  if (words.length === 1 && words[0] === 'quick') return quick;
  const isChosen = ({ name }: Stage) =>
    words.length === 0 || words.some((word) => name.startsWith(word));
  const lines = all.map((line) => line.filter(isChosen)).filter((line) => line.length > 0);
  if (lines.length > 0) return lines;
  const names = all.flat().map(({ name }) => name);
  console.error(`There is no such stage. Say "quick" or one of: ${names.join(', ')}.`);
  return null;
}

function counts({ passed, failed, skipped }: Omit<Outcome, 'output'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

async function runStage(stage: Stage): Promise<StageResult> {
  console.log(`\n── ${stage.name}`);
  const start = performance.now();
  const outcome = await stage.run();
  const seconds = (performance.now() - start) / 1000;
  if (outcome.failed > 0) console.log(outcome.output);
  else if (stage.prints) console.log((outcome.output.match(stage.prints) ?? []).join('\n'));
  console.log(`${stage.name}: ${counts(outcome)} in ${seconds.toFixed(1)} s`);
  return { ...outcome, name: stage.name, seconds };
}

const lines = chosenLines(process.argv.slice(2));
if (lines === null) process.exit(1);
mkdirSync(join(artifacts, 'test'), { recursive: true });
const results: StageResult[] = [];
const notRun: string[] = [];
const began = performance.now();
for (const line of lines) {
  const built = results.every((result) => result.name !== 'builds' || result.failed === 0);
  const able = line.filter(({ needsBuilds }) => built || !needsBuilds);
  notRun.push(...line.filter((stage) => !able.includes(stage)).map(({ name }) => name));
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
