import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../lib/query/parse-query.ts';
import { topicTest, topicTextOf } from '../../../lib/topics/match-topic.ts';
import { recentWeeks, risingTerms, type TrendPaper } from '../../../lib/trends/rising.ts';
import { signedRatio } from '../../../lib/trends/signed-ratio.ts';
import { trendWeeks, weekAt, weekStarts, windowStart } from '../../../lib/trends/week-window.ts';
import { writtenForms } from '../../../lib/trends/written-forms.ts';
import { paper } from '../search/papers.ts';

const end = '2026-11-20';
const dayBefore = (days: number) =>
  new Date(Date.parse(end) - days * 86_400_000).toISOString().slice(0, 10);

function run(papers: readonly TrendPaper[]) {
  const steps = risingTerms(papers, end);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

describe('the weeks', () => {
  it('are 26 and end with the newest day', () => {
    expect(weekStarts(end)).toHaveLength(trendWeeks);
    expect(weekStarts(end)[0]).toBe(windowStart(end));
    expect(weekStarts(end).at(-1)).toBe('2026-11-14');
  });

  it.each([
    ['2026-11-20', 25],
    ['2026-11-14', 25],
    ['2026-11-13', 24],
    [windowStart(end), 0],
    [dayBefore(7 * trendWeeks), -1],
    ['2026-11-21', -1],
    [null, -1],
  ])('have %s in number %i', (day, week) => expect(weekAt(day, end)).toBe(week));
});

describe('the signed ratio', () => {
  it.each([
    // Calculated by hand from the table of counts.
    [10, 100, 10, 100, 0],
    [17, 236, 55, 3261, 21.3],
    [0, 100, 50, 1000, -9.8],
    [5, 100, 0, 1000, 24.2],
  ])('of %i in %i after %i in %i is %d', (recent, recentOf, before, beforeOf, ratio) => {
    expect(signedRatio(recent, recentOf, before, beforeOf)).toBeCloseTo(ratio, 1);
  });

  it('is finite, has the sign of the change, and changes sign when the periods are swapped', () => {
    const counts = fc
      .tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500))
      .map(([a, restA, b, restB]) => [a, a + restA + 1, b, b + restB + 1] as const);
    fc.assert(
      fc.property(counts, ([recent, recentOf, before, beforeOf]) => {
        const ratio = signedRatio(recent, recentOf, before, beforeOf);
        expect(Number.isFinite(ratio)).toBe(true);
        const change = recent * beforeOf - before * recentOf;
        if (change > 0) expect(ratio).toBeGreaterThanOrEqual(0);
        if (change < 0) expect(ratio).toBeLessThanOrEqual(0);
        const other = signedRatio(before, beforeOf, recent, recentOf);
        expect(Math.abs(other)).toBeCloseTo(Math.abs(ratio), 6);
      }),
    );
  });
});

describe('risingTerms', () => {
  const filler = (at: number) => `Paper ${'abcdefghij'[at % 10]}${at} about Vision`;
  /** 80 papers per two weeks, of which `inRecent` of the last and `inBefore` of all others have the title. */
  function digest(title: string, inRecent: number, inBefore: number) {
    return Array.from({ length: 80 * 13 }, (_, at) => {
      const fortnight = Math.floor(at / 80);
      const place = fortnight === 0 ? at : at - 80;
      const has = fortnight === 0 ? place < inRecent : place < inBefore;
      return paper(`2601.${10_000 + at}`, has ? `${title} ${filler(at)}` : filler(at), '', {
        listedAt: dayBefore(fortnight * 14 + (at % 14)),
      });
    });
  }

  it('returns a phrase with its counts by week, as papers write it', () => {
    const [first, ...others] = run(digest('World-Model:', 12, 10)) ?? [];
    expect(first).toMatchObject({ term: 'World-Model', recent: 12, before: 10 });
    expect(first?.weeks).toHaveLength(trendWeeks);
    expect(first?.weeks.slice(-recentWeeks).reduce((a, b) => a + b)).toBe(12);
    expect(first?.weeks.reduce((a, b) => a + b)).toBe(22);
    // "world" and "model" are the same trend.
    expect(others.map(({ term }) => term.toLowerCase())).not.toContain('world');
  });

  it.each([
    ['a steady term', 12, 144],
    ['a falling one', 0, 200],
    ['one of too few papers', 4, 0],
  ])('is not %s', (_, inRecent, inBefore) => {
    const terms = run(digest('Gadget', inRecent, inBefore))?.map(({ term }) => term) ?? [];
    expect(terms).not.toContain('Gadget');
  });

  it('returns no lone numbers and no common words', () => {
    const terms = run(digest('7 the', 30, 0))?.map(({ term }) => term);
    expect(terms).not.toContain('7');
    expect(terms).not.toContain('the');
  });

  it('returns null when there are too few papers', () => {
    expect(run(digest('World Model', 12, 10).slice(0, 300))).toBeNull();
    expect(run([])).toBeNull();
  });

  it('counts the papers that a topic of the term matches', () => {
    const names = ['world model', 'World Models', 'model world', 'models, world-models', 'other'];
    const titles = fc.array(fc.constantFrom(...names), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(titles, (recent) => {
        const papers = digest('', 0, 0).map((one, at) =>
          at < recent.length ? { ...one, title: `${recent[at]} ${one.title}` } : one,
        );
        for (const { term, recent: counted, before } of run(papers) ?? []) {
          const { query } = parseQuery(`"${term}"`);
          const matches = papers.map(topicTextOf).filter(topicTest(query)).length;
          expect(counted + before).toBe(matches);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('writtenForms', () => {
  it.each([
    [[['world', 'model']], ['world models', 'World Model', 'world models'], ['world models']],
    [[['self', 'distil']], ['On-Policy Self-Distillation'], ['Self-Distillation']],
    [[['absent']], ['world models'], ['absent']],
  ])('of %j in %j are %j', (runs, titles, forms) => {
    const papers = titles.map((title) => ({ title, keyTerms: [] }));
    expect(writtenForms(papers, runs)).toEqual(forms);
  });
});
