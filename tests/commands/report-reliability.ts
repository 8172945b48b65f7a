/**
 * `npm run report:reliability`: tries each fault and a large import in both browsers and writes
 * docs/reliability.md. With the name of a browser, runs only that one and keeps the last results of
 * the other.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { machine, table } from '../bench/report.ts';
import type { BrowserName } from '../browsers/find.ts';
import { obtainBrowsers } from '../browsers/install.ts';
import type { LargeImport } from '../e2e/large-import.long.test.ts';
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
  const files = ['tests/e2e/reliability.test.ts', 'tests/e2e/large-import.long.test.ts'];
  const run = await runProgram('vitest', ['run', ...config, ...files], {
    KINDRED_BROWSER: browser,
    KINDRED_LONG: '1',
  });
  if (!run.ok) console.log(run.output);
  return readObserved(file);
}

const readObserved = (file: string) => readSeen<Observed[]>(file);

function readSeen<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

/** The section on the large import; empty when no run has completed one. */
function importPart(): string {
  const seen = browsers.map((browser) =>
    readSeen<Partial<LargeImport>>(join(artifacts, 'reliability', `import-${browser}.json`)),
  );
  if (seen.every((one) => one?.day === undefined)) return '';
  const seconds = (ms = Number.NaN) => `${(ms / 1000).toFixed(1)} s`;
  const row = (what: string, of: (one: Partial<LargeImport>) => string) => [
    what,
    ...seen.map((one) => (one?.day === undefined ? 'not measured' : of(one))),
  ];
  const rows = table([
    ['', ...browsers.map((browser) => titles[browser])],
    row('preview', ({ preview }) => seconds(preview)),
    row('papers stored', ({ stored }) => seconds(stored)),
    row('papers stored and indexed', ({ whole }) => seconds(whole)),
    row('preview and import (target: 15 s)', ({ preview = 0, whole }) =>
      seconds(preview + (whole ?? Number.NaN)),
    ),
    row('progress updates', ({ steps }) => String(steps)),
    row('slowest search meanwhile', ({ search }) => `${search} ms`),
    row('system load meanwhile', ({ load }) => (load ?? Number.NaN).toFixed(1)),
    row('undo, including the index', ({ undo }) => seconds(undo)),
    row('a day of 50 new papers (target: 300 ms)', ({ day }) => `${day} ms`),
  ]);
  return `
## A large import, and days after it

A file of 12,131 papers is imported in the options while a user searches every 0.4 s. Then five days of 50 new papers
each arrive by update; the time of the median day is from its request until index, topics and search include all of it.
${machine()}

${rows}
`;
}

/** The text on the screen without times, so that reports of the same behavior are identical. */
function sentence(sees: string): string {
  if (sees === '') return 'nothing';
  return sees
    .replace(/\s+/g, ' ')
    .replace(/ \(since [^)]*\)/, '')
    .replace(/ Next try [^.]*\./, ' Next try …')
    .replaceAll('|', '\\|');
}

function faultTable(seen: Map<BrowserName, Observed[]>): string {
  const faults = [...new Set([...seen.values()].flatMap((rows) => rows.map(({ fault }) => fault)))];
  const rows = faults.map((fault) => {
    const found = browsers.map((browser) => {
      return seen.get(browser)?.find((row) => row.fault === fault);
    });
    const sees = [...new Set(found.flatMap((row) => (row ? sentence(row.sees) : [])))];
    const unharmed = found.map((row) => {
      if (row === undefined) return 'not tested';
      return row.unharmed ? 'yes' : 'no';
    });
    return `| ${fault} | ${sees.join(' · ')} | ${unharmed.join(' | ')} |`;
  });
  const heads = browsers.map((browser) => `data intact, ${titles[browser]}`);
  return [
    `| fault | what the user sees | ${heads.join(' | ')} |`,
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

What the user sees when network, services or storage fail, and whether any data is lost.
\`npm run report:reliability\` writes this page. It causes each fault in a real browser with local fake services, reads
what the popup shows, ends the fault, and then checks that everything stored before is still there, exactly once, and
that related papers equal those of an index rebuilt from scratch ("data intact").

${faultTable(seen)}

Nothing is written for private windows. \`tests/e2e/private-window.test.ts\` opens a paper in a private window of each
browser and compares everything stored before and after; \`tests/unit/background/handlers/handlers.test.ts\` makes every
call as a private window does.
${importPart()}
## Killed at any moment

The browser may stop the background at any line. \`npm test\` stops it 6 times at seeded random moments in each browser,
\`npm run test:long\` 200 times, during updates, imports and searches. Afterwards every paper is stored once, each new
paper was announced once, an import made in pieces can be undone completely, and related papers equal those of an index
rebuilt from scratch. \`tests/unit/jobs/killed.test.ts\` and \`tests/unit/digest/update-killed.test.ts\` do the same for
every single call to network, database and storage; \`tests/unit/digest/update-days.test.ts\` simulates 60 days (1,000 in
\`npm run test:long\`) with faults, kills and long sleep.
`;
writeFileSync(join(root, 'docs/reliability.md'), text);
const bad = [...seen.values()].flat().filter(({ unharmed }) => !unharmed);
console.log(`docs/reliability.md: ${[...seen.values()].flat().length} observations.`);
process.exitCode = seen.size === 0 || bad.length > 0 ? 1 : 0;
