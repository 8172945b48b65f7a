/**
 * `npm run report:reliability`: tries each fault and a large import in both browsers and writes
 * docs/reliability.md from what was seen. With the name of a browser, tries that one and takes what the
 * last run saw of the other.
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

/** The part on the large import; empty where no run has seen one whole. */
function importPart(): string {
  const seen = browsers.map((browser) =>
    readSeen<Partial<LargeImport>>(join(artifacts, 'reliability', `import-${browser}.json`)),
  );
  if (seen.every((one) => one?.day === undefined)) return '';
  const seconds = (ms = Number.NaN) => `${(ms / 1000).toFixed(1)} s`;
  const row = (what: string, of: (one: Partial<LargeImport>) => string) => [
    what,
    ...seen.map((one) => (one?.day === undefined ? 'not seen' : of(one))),
  ];
  const rows = table([
    ['', ...browsers.map((browser) => titles[browser])],
    row('what would change is shown after', ({ preview }) => seconds(preview)),
    row('stored, from the reader’s yes', ({ stored }) => seconds(stored)),
    row('stored and indexed', ({ whole }) => seconds(whole)),
    row('shown and imported (aim: 15 s)', ({ preview = 0, whole }) =>
      seconds(preview + (whole ?? Number.NaN)),
    ),
    row('different answers of how far it was', ({ steps }) => String(steps)),
    row('longest wait of a search meanwhile', ({ search }) => `${search} ms`),
    row('programs that wanted a processor meanwhile, this one among them', ({ load }) =>
      (load ?? Number.NaN).toFixed(1),
    ),
    row('taken back, out of the index too', ({ undo }) => seconds(undo)),
    row('a day of 50 new papers (aim: 300 ms)', ({ day }) => `${day} ms`),
  ]);
  return `
## A large import, and a day after it

A file of 12,131 papers is added in the options, while a reader searches every 0.4 s. Afterwards five days
of 50 new papers each come by the update: the time of the median day is from the request for it until
index, topics and search have taken all of it. ${machine()}

${rows}
`;
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

function faultTable(seen: Map<BrowserName, Observed[]>): string {
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

${faultTable(seen)}

Private windows: nothing is written for them. \`tests/e2e/private-window.test.ts\` looks at a paper in a
private window of each browser, and at all that is stored before and after;
\`tests/unit/browser/handlers.test.ts\` asks every call as a private window does.
${importPart()}
## Killed at any moment

The browser may stop the background at any line. \`npm test\` stops it 6 times at seeded random moments
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
