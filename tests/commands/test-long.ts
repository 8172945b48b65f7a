/**
 * `npm run test:long`: every check that is too slow for `npm test`, as one command. It first prints
 * what each part covers. A run that was stopped continues with the parts that have not passed yet,
 * as long as no file changed.
 *
 * `npm run test:long -- kills` runs the parts whose names begin so; `-- --again` forgets what passed;
 * `-- --list` only prints the parts.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type LongPart, longParts } from './long-parts.ts';
import { hashTree, progressFile, readPassed, writePassed } from './long-progress.ts';
import { artifacts } from './programs.ts';

const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith('--'));
const chosen = longParts.filter(
  ({ name }) => names.length === 0 || names.some((start) => name.startsWith(start)),
);
if (chosen.length === 0) {
  console.error(
    `There is no such part. There are: ${longParts.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

const tree = await hashTree();
const passed = words.includes('--again') ? new Set<string>() : readPassed(progressFile, tree);
for (const { name, covers } of chosen) {
  console.log(`${passed.has(name) ? 'passed' : 'to run'}  ${name.padEnd(22)} ${covers}`);
}
if (words.includes('--list')) process.exit(0);

mkdirSync(join(artifacts, 'test'), { recursive: true });

/** Runs one part, prints its result and remembers a pass. Returns whether it passed. */
async function runPart({ name, run }: LongPart): Promise<boolean> {
  const start = performance.now();
  const { ok, output } = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (!ok) console.log(output);
  console.log(`${name}: ${ok ? 'passed' : 'failed'} in ${seconds} s`);
  if (ok) {
    passed.add(name);
    writePassed(progressFile, tree, passed);
  }
  return ok;
}

let failed = 0;
for (const part of chosen.filter(({ name }) => !passed.has(name))) {
  if (!(await runPart(part))) failed += 1;
}
console.log(`\n${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
