/**
 * `npm run detect:report`: recall and precision of the detector per group of sites, over the
 * addresses in tests/fixtures and, where available, the real pages beside the project. Writes them
 * into docs/detection.md between two comments.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { detect, detectAnywhere } from '../page/detect.ts';
import type { Detection } from '../paper/paper.ts';
import { parsePage } from './parse-page.ts';

const root = join(import.meta.dirname, '../..');
const marks = ['<!-- report -->', '<!-- end of report -->'] as const;

interface Case {
  family: string;
  paper: boolean;
  listing: boolean;
  /** Expected values; undefined is not compared. */
  id?: string;
  title?: string;
  detection: Detection;
}

interface Tally {
  papers: number;
  found: number;
  idsCorrect: number;
  titles: number;
  titlesCorrect: number;
  listings: number;
  listingsRecognized: number;
  others: number;
  falsePositives: number;
}

const folded = (text: string): string => text.replace(/<[^>]*>|\s+/g, '').toLowerCase();

const lines = (file: string): string[] => readFileSync(file, 'utf8').trim().split('\n');

function addressCases(): Case[] {
  return lines(join(root, 'tests/fixtures/addresses.tsv'))
    .slice(1)
    .map((line) => {
      const [family = '', form = '', url = '', id = '-'] = line.split('\t');
      const paper = form === 'paper' || form === 'pdf';
      return { family, paper, listing: form === 'listing', id, detection: detect(url) };
    });
}

function pageCases(): Case[] {
  const folder = join(root, '../shared/pages');
  if (!existsSync(folder)) return [];
  return lines(join(folder, 'manifest.jsonl')).map((line) => {
    const { file, url, kind, expected } = JSON.parse(line);
    const document = parsePage(readFileSync(join(folder, file)));
    const id = expected.arxivId
      ? `arxiv:${expected.arxivId}`
      : expected.doi
        ? `doi:${expected.doi.toLowerCase()}`
        : undefined;
    return {
      family: kind === 'not-paper' ? 'no paper' : file.split('/')[0].replace('-rendered', ''),
      paper: expected.paper,
      listing: kind === 'listing',
      id,
      title: expected.title,
      detection: detectAnywhere(url ?? '', document),
    };
  });
}

function idOf(detection: Detection): string {
  if (detection.kind !== 'paper') return '-';
  const { arxivId, doi } = detection.paper;
  return arxivId !== null ? `arxiv:${arxivId}` : doi !== null ? `doi:${doi}` : '-';
}

function tally(cases: Case[]): Tally {
  const papers = cases.filter((one) => one.paper);
  const found = papers.filter((one) => one.detection.kind === 'paper');
  const titled = papers.filter((one) => one.title !== undefined);
  const listings = cases.filter((one) => one.listing);
  const others = cases.filter((one) => !one.paper);
  return {
    papers: papers.length,
    found: found.length,
    idsCorrect: found.filter(({ id, detection }) => id === undefined || idOf(detection) === id)
      .length,
    titles: titled.length,
    titlesCorrect: titled.filter(
      ({ title = '', detection }) =>
        detection.kind === 'paper' && folded(detection.paper.title ?? '') === folded(title),
    ).length,
    listings: listings.length,
    listingsRecognized: listings.filter((one) => one.detection.kind === 'listing').length,
    others: others.length,
    falsePositives: others.filter((one) => one.detection.kind === 'paper').length,
  };
}

function table(cases: Case[], withTitles: boolean): string {
  const head = ['site', 'papers', 'recall', 'precision', 'ids correct'];
  if (withTitles) head.push('titles correct');
  head.push('listings recognized', 'false positives');
  const rows = [...Map.groupBy(cases, (one) => one.family)].map(
    ([family, own]) => [family, own] as const,
  );
  rows.push(['**all**', cases]);
  const body = rows.map(([family, own]) => {
    const t = tally(own);
    const cells = [
      family,
      String(t.papers),
      share(t.found, t.papers),
      share(t.found, t.found + t.falsePositives),
      share(t.idsCorrect, t.found),
    ];
    if (withTitles) cells.push(share(t.titlesCorrect, t.titles));
    cells.push(t.listings === 0 ? '' : `${t.listingsRecognized} of ${t.listings}`);
    cells.push(t.others === 0 ? '' : `${t.falsePositives} of ${t.others}`);
    return cells;
  });
  return [head, head.map(() => '---'), ...body]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(part === whole ? 0 : 1)} %`;
}

const byAddress = addressCases();
const byPage = pageCases();
const report = [
  `### ${byAddress.length} addresses, by address only`,
  '',
  table(byAddress, false),
  '',
  ...(byPage.length === 0
    ? ['The real pages are missing, so they were not tested.']
    : [`### ${byPage.length} real pages, as after a click`, '', table(byPage, true)]),
].join('\n');

const file = join(root, 'docs/detection.md');
const [before = '', rest = ''] = readFileSync(file, 'utf8').split(marks[0]);
const after = rest.split(marks[1])[1] ?? '\n';
// Without the real pages, the committed tables stay.
if (byPage.length > 0) writeFileSync(file, `${before}${marks[0]}\n${report}\n${marks[1]}${after}`);
console.log(report);
