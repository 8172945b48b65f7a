/**
 * `npm run report:reliability`: tries each fault in both browsers and writes docs/reliability.md
 * from what was seen. With the name of a browser, tries that one and takes what the last run saw of the
 * other.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../browsers/find.ts';
import { obtainBrowsers } from '../browsers/install.ts';
import type { Observed } from '../e2e/reliability.test.ts';
import { artifacts, builds, root, runInTurn, runProgram } from './programs.ts';

const browsers: BrowserName[] = ['chromium', 'firefox'];
const titles: Record<BrowserName, string> = { chromium: 'Chromium', firefox: 'Firefox' };

const wanted = process.argv.slice(2);

async function observe(browser: BrowserName): Promise<Observed[] | null> {
  const file = join(artifacts, 'reliability', `${browser}.json`);
  if (wanted.length > 0 && !wanted.includes(browser)) return readObserved(file);
  const found = obtainBrowsers([browser], console.log)[browser];
  if (found.path === null) {
    console.log(found.reason);
    return null;
  }
  rmSync(file, { force: true });
  const config = ['--config', 'tests/e2e/vitest.config.ts'];
  const run = await runProgram('vitest', ['run', ...config, 'tests/e2e/reliability.test.ts'], {
    KINDRED_BROWSER: browser,
    KINDRED_LONG: '1',
  });
  if (!run.ok) console.log(run.output);
  return readObserved(file);
}

function readObserved(file: string): Observed[] | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Observed[]) : null;
}

/** Without times, so that two reports of the same behaviour are the same. */
function sentence(sees: string): string {
  if (sees === '') return 'nothing: nothing is amiss';
  return sees
    .replace(/\s+/g, ' ')
    .replace(/ \(since [^)]*\)/, '')
    .replace(/ Next try [^.]*\./, ' *Next try* at its time.')
    .replaceAll('|', '\\|');
}

function table(seen: Map<BrowserName, Observed[]>): string {
  const faults = [...new Set([...seen.values()].flatMap((rows) => rows.map(({ fault }) => fault)))];
  const rows = faults.map((fault) => {
    const found = browsers.map((browser) => {
      return seen.get(browser)?.find((row) => row.fault === fault);
    });
    const sees = [...new Set(found.flatMap((row) => (row ? sentence(row.sees) : [])))];
    const unharmed = found.map((row) => (row?.unharmed ? 'yes' : 'not seen'));
    return `| ${fault} | ${sees.join(' · ')} | ${unharmed.join(' | ')} |`;
  });
  const heads = browsers.map((browser) => `unharmed, ${titles[browser]}`);
  return [
    `| fault | what the reader sees | ${heads.join(' | ')} |`,
    `|---|---|${'---|'.repeat(heads.length)}`,
    ...rows,
  ].join('\n');
}

const built = await runInTurn(
  [builds['chrome-mv3-e2e'], builds['firefox-mv3-e2e']].map((args) => ['wxt', [...args]]),
);
if (!built.ok) {
  console.error(built.output);
  process.exit(1);
}
const seen = new Map<BrowserName, Observed[]>();
for (const browser of browsers) {
  const rows = await observe(browser);
  if (rows !== null) seen.set(browser, rows);
}
const text = `# What happens when something fails

Written by \`npm run report:reliability\`, which makes each of these happen to a real browser with a
local server in the place of Hugging Face and arXiv, reads what the popup says, ends the fault, and then
looks whether everything stored before is there, once, and whether related papers are those of an index
built afresh. "Unharmed" is that.

${table(seen)}

Private windows: nothing is written for them; \`tests/unit/browser/handlers.test.ts\` asks as a private window
does and looks at what is stored.

## Killed at any moment

The browser may stop the background at any line. \`npm test\` stops it 20 times at seeded random moments
in each browser, \`npm run test:long\` 200 times, in the midst of updates, imports and searches; afterwards
every paper is there once, each new paper was announced once, an import made in pieces is taken back
whole, and related papers are those of an index built afresh. \`tests/unit/upkeep/killed.test.ts\` and
\`tests/unit/digest/update-killed.test.ts\` do the same for every single call to network, database and
storage in turn; \`tests/unit/digest/update-days.test.ts\` lets 60 days pass (1,000 in \`npm run test:long\`)
with faults, kills and long sleep.
`;
writeFileSync(join(root, 'docs/reliability.md'), text);
const bad = [...seen.values()].flat().filter(({ unharmed }) => !unharmed);
console.log(`docs/reliability.md: ${[...seen.values()].flat().length} observations.`);
process.exitCode = seen.size === 0 || bad.length > 0 ? 1 : 0;
