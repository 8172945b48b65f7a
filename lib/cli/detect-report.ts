/**
 * `npm run detect:report`: recall and precision of the detector per site, over the addresses in
 * tests/fixtures and, if present, saved real pages beside the project. Writes them into
 * docs/detection.md between its two markers.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { detect, detectAnywhere } from '../page/detect.ts';
import type { Detection } from '../paper/paper.ts';
import { parsePage } from './parse-page.ts';

const root = join(import.meta.dirname, '../..');
const markers = ['<!-- report -->', '<!-- end of report -->'] as const;

interface Case {
  site: string;
  isPaper: boolean;
  isListing: boolean;
  /** Expected; undefined is not compared. */
  id?: string;
  title?: string;
  detection: Detection;
}

interface Tally {
  papers: number;
  found: number;
  idsRight: number;
  titles: number;
  titlesRight: number;
  listings: number;
  listingsFound: number;
  others: number;
  falseAlarms: number;
}

const folded = (text: string): string => text.replace(/<[^>]*>|\s+/g, '').toLowerCase();

const lines = (file: string): string[] => readFileSync(file, 'utf8').trim().split('\n');

function addressCases(): Case[] {
  return lines(join(root, 'tests/fixtures/addresses.tsv'))
    .slice(1)
    .map((line) => {
      const [site = '', form = '', url = '', id = '-'] = line.split('\t');
      const isPaper = form === 'paper' || form === 'pdf';
      return { site, isPaper, isListing: form === 'listing', id, detection: detect(url) };
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
      site: kind === 'not-paper' ? 'no paper' : file.split('/')[0].replace('-rendered', ''),
      isPaper: expected.paper,
      isListing: kind === 'listing',
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
  const papers = cases.filter((one) => one.isPaper);
  const found = papers.filter((one) => one.detection.kind === 'paper');
  const titled = papers.filter((one) => one.title !== undefined);
  const listings = cases.filter((one) => one.isListing);
  const others = cases.filter((one) => !one.isPaper);
  return {
    papers: papers.length,
    found: found.length,
    idsRight: found.filter(({ id, detection }) => id === undefined || idOf(detection) === id)
      .length,
    titles: titled.length,
    titlesRight: titled.filter(
      ({ title = '', detection }) =>
        detection.kind === 'paper' && folded(detection.paper.title ?? '') === folded(title),
    ).length,
    listings: listings.length,
    listingsFound: listings.filter((one) => one.detection.kind === 'listing').length,
    others: others.length,
    falseAlarms: others.filter((one) => one.detection.kind === 'paper').length,
  };
}

function table(cases: Case[], withTitles: boolean): string {
  const head = ['site', 'papers', 'recall', 'precision', 'ids right'];
  if (withTitles) head.push('titles right');
  head.push('listings found', 'false alarms');
  const rows = [...Map.groupBy(cases, (one) => one.site)].map(
    ([site, own]) => [site, own] as const,
  );
  rows.push(['**all**', cases]);
  const body = rows.map(([site, own]) => {
    const t = tally(own);
    const cells = [
      site,
      String(t.papers),
      share(t.found, t.papers),
      share(t.found, t.found + t.falseAlarms),
      share(t.idsRight, t.found),
    ];
    if (withTitles) cells.push(share(t.titlesRight, t.titles));
    cells.push(t.listings === 0 ? '' : `${t.listingsFound} of ${t.listings}`);
    cells.push(t.others === 0 ? '' : `${t.falseAlarms} of ${t.others}`);
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
  `### ${byAddress.length} addresses, without a document`,
  '',
  table(byAddress, false),
  '',
  ...(byPage.length === 0
    ? ['The real pages are absent, so they were not compared.']
    : [`### ${byPage.length} real pages, as after a click`, '', table(byPage, true)]),
].join('\n');

const file = join(root, 'docs/detection.md');
const [before = '', rest = ''] = readFileSync(file, 'utf8').split(markers[0]);
const after = rest.split(markers[1])[1] ?? '\n';
// Without the real pages, keep the tables that were measured with them.
if (byPage.length > 0)
  writeFileSync(file, `${before}${markers[0]}\n${report}\n${markers[1]}${after}`);
console.log(report);
