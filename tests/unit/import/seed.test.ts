/**
 * Compares the starter digest and the page-text parser with the real page. The test parses the page a
 * second time, by its layout, and the results have to agree.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../lib/digest/merge.ts';
import { starterClaims } from '../../../lib/digest/starter/starter.ts';
import { linksIn } from '../../../lib/import/formats/links-in-text.ts';
import { parseImport } from '../../../lib/import/formats/parse-import.ts';
import { knownTitles } from '../../../lib/import/known-titles.ts';
import { planImport } from '../../../lib/import/plan-import.ts';
import { identify, keysOf } from '../../../lib/paper/identity.ts';
import type { Claim, DigestRecord } from '../../../lib/paper/paper.ts';

const folder = new URL('../../../../shared/seed/', import.meta.url);
const isThere = existsSync(new URL('daily-papers.txt', folder));
if (!isThere) console.warn('seed.test.ts: skipped, ../shared/seed is not there');

interface SeedPaper {
  title: string;
  arxivId: string | null;
  doi: string | null;
  abstract: string;
  authorCount: number | null;
  published: string | null;
  comments: number | null;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Parses the page by its layout and the titles of the list of ids. */
function readSeed(): SeedPaper[] {
  const ids = readFileSync(new URL('arxiv-ids.tsv', folder), 'utf8').trimEnd().split('\n').slice(1);
  const lines = readFileSync(new URL('daily-papers.txt', folder), 'utf8').split('\n');
  const titles = ids.map((line) => line.split('\t')[0] ?? '');
  return ids.map((idLine) => {
    const [title = '', arxivId, doi] = idLine.split('\t');
    const start = lines.indexOf(title);
    const length = lines.slice(start + 1).findIndex((line) => titles.includes(line));
    const own = lines.slice(start, length < 0 ? undefined : start + 1 + length);
    const authors = own.find((line) => line.endsWith(' authors'))?.match(/\d+/)?.[0];
    const date = own.map((line) => /^(\w{3}) (\d+)(, \d{4})?( \d+)?$/.exec(line)).find(Boolean);
    const two = (n: number) => `0${n}`.slice(-2);
    return {
      title,
      arxivId: arxivId || null,
      doi: doi ? doi.toLowerCase() : null,
      abstract: own[2] ?? '',
      authorCount: authors === undefined ? null : Number(authors),
      published: date
        ? `${date[3]?.slice(2) ?? '2025'}-${two(months.indexOf(date[1] ?? '') + 1)}-${two(Number(date[2]))}`
        : null,
      comments: date?.[4] === undefined ? null : Number(date[4]),
    };
  });
}

const facts = (claim: Claim | SeedPaper) => ({
  title: claim.title,
  arxivId: claim.arxivId,
  doi: claim.doi,
  authorCount: claim.authorCount,
  published: claim.published,
  comments: claim.comments,
});

describe.skipIf(!isThere)('the seed page', () => {
  const seed = isThere ? readSeed() : [];
  const text = isThere ? readFileSync(new URL('daily-papers.txt', folder), 'utf8') : '';
  const starter = starterClaims();
  const read = (now: string, known = knownTitles(starter)) => {
    const reading = parseImport(text, { now, knownByTitle: known });
    if (!reading.ok) throw new Error(reading.message);
    return reading.parsed;
  };

  it('has 58 papers, three without authors and date', () => {
    expect(seed).toHaveLength(58);
    expect(seed.filter((paper) => paper.published === null)).toHaveLength(3);
    expect(seed.filter((paper) => paper.authorCount === null)).toHaveLength(3);
    expect(seed.find((paper) => paper.arxivId === '2404.02905')).toMatchObject({
      published: '2024-04-03',
      comments: 3,
      authorCount: 5,
    });
    expect(seed.find((paper) => paper.arxivId === '2509.26313')?.published).toBe('2025-09-30');
  });

  it('is the starter digest: titles, ids, dates, author and comment counts, links', () => {
    expect(starter.map(facts)).toEqual(seed.map(facts));
    expect(starter.map(({ codeUrl, projectUrl }) => ({ codeUrl, projectUrl }))).toEqual(
      seed.map(({ abstract }) => linksIn(abstract)),
    );
    expect(starter.every((claim) => claim.upvotes === null && claim.listedAt === null)).toBe(true);
  });

  it.each([
    '2025-12-09T10:00:00.000Z',
    '2026-01-02T10:00:00.000Z',
    '2026-12-09T10:00:00.000Z',
    '2027-03-01T10:00:00.000Z',
  ])('reads as 58 papers with abstracts and dates of 2025 when imported at %s', (now) => {
    for (const known of [knownTitles(starter), () => null]) {
      const parsed = read(now, known);
      expect(parsed).toMatchObject({
        format: 'daily-papers-text',
        refused: [],
        assumedYear: 2025,
      });
      const withoutIds = ({ arxivId, doi, ...rest }: ReturnType<typeof facts>) => rest;
      expect(parsed.claims.map(facts).map(withoutIds)).toEqual(seed.map(facts).map(withoutIds));
      expect(parsed.claims.map((claim) => claim.abstract)).toEqual(
        seed.map((paper) => paper.abstract),
      );
    }
    expect(read(now).claims.map(facts)).toEqual(seed.map(facts));
  });

  it('is parsed alike with Windows line breaks and without blank lines', () => {
    const now = '2026-11-01T10:00:00.000Z';
    const whole = read(now).claims;
    for (const variant of [text.replaceAll('\n', '\r\n'), text.replace(/\n\n+/g, '\n')]) {
      const reading = parseImport(variant, { now, knownByTitle: knownTitles(starter) });
      expect(reading.ok && reading.parsed.claims).toEqual(whole);
    }
  });

  it('imported, completes the starter papers and adds none', () => {
    const held = starter.map((claim) => {
      return { keys: keysOf(claim), record: recordOf(claim) as DigestRecord };
    });
    const plan = planImport(read('2026-01-02T10:00:00.000Z').claims, held);
    expect(plan.added).toEqual([]);
    expect(plan.changed).toHaveLength(58);
    expect(plan.changed.every((paper) => paper.abstract.length > 300)).toBe(true);
    expect(plan.changed.every((paper) => paper.summary?.by === 'kindred')).toBe(true);
    expect(new Set(plan.puts.changed.map((put) => put.id))).toEqual(
      new Set(starter.map((claim) => identify(claim))),
    );
    const intoNothing = planImport(read('2026-01-02T10:00:00.000Z', () => null).claims, []);
    expect(intoNothing.added).toHaveLength(58);
  });

  it('shares no eight words in a row with the summaries', () => {
    const words = (of: string) => of.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const runs = (of: string[]) => of.slice(7).map((_, at) => of.slice(at, at + 8).join(' '));
    for (const [at, claim] of starter.entries()) {
      const theirs = new Set(runs(words(seed[at]?.abstract ?? '')));
      const copied = runs(words(claim.summary?.text ?? '')).filter((run) => theirs.has(run));
      expect(copied, claim.title).toEqual([]);
    }
  });
});
