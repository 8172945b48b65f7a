/** Trends: terms whose share of new papers rises. */
import type { Paper } from '../paper/paper.ts';
import { Tokenizer } from '../text/tokenizer.ts';
import type { Day } from '../time/days.ts';
import type { RisingTerm } from './rising-term.ts';
import { signedRatio } from './signed-ratio.ts';
import { trendWeeks, weekAt } from './week-window.ts';
import { writtenForms } from './written-forms.ts';

export type TrendPaper = Pick<Paper, 'title' | 'keyTerms' | 'listedAt'>;

export const recentWeeks = 2;
const firstRecentWeek = trendWeeks - recentWeeks;
/** Fewer recent papers may have a term by chance, or all be of one group of authors. */
const minRecent = 5;
/** The 99th percentile of χ² with one degree of freedom: without a change, 1 % of terms exceed it. */
const minRatio = 6.63;
/** Shares of fewer papers are not compared. */
const minPapers = { recent: 40, before: 300 };
const maxTerms = 15;
/** Two terms with a common word are one trend if the rarer has this share of the other's papers. */
const sameTrendShare = 0.5;
/** Papers read between two pauses. */
const batchSize = 500;

const pairBase = 2 ** 20;
const wordKey = (term: number) => term + 1;
const pairKey = (first: number, second: number) => (first + 1) * pairBase + second + 1;
/** The one or two terms of a key. */
const termsOfKey = (key: number): number[] =>
  key < pairBase ? [key - 1] : [Math.floor(key / pairBase) - 1, (key % pairBase) - 1];

interface TermTrend {
  key: number;
  recent: number;
  before: number;
  ratio: number;
  weeks: Int32Array;
}

interface PlacedPaper {
  paper: TrendPaper;
  week: number;
}

/**
 * The terms that rise most, strongest first; null when there are too few papers to compare. Yields
 * between batches of papers, so that the caller can let other work run.
 */
export function* risingTerms(
  papers: readonly TrendPaper[],
  end: Day,
): Generator<void, RisingTerm[] | null> {
  const placed = papers
    .map((paper) => ({ paper, week: weekAt(paper.listedAt, end) }))
    .filter(({ week }) => week >= 0);
  const recent = placed.filter(({ week }) => week >= firstRecentWeek);
  const recentCount = recent.length;
  const beforeCount = placed.length - recentCount;
  if (recentCount < minPapers.recent || beforeCount < minPapers.before) return null;

  const keys = new TrendKeys();
  const weeks = yield* countByWeek(placed, recent, keys);
  const trends = [...weeks].map(([key, counts]): TermTrend => {
    const inRecent = sum(counts.subarray(firstRecentWeek));
    const inBefore = sum(counts) - inRecent;
    const ratio = signedRatio(inRecent, recentCount, inBefore, beforeCount);
    return { key, recent: inRecent, before: inBefore, ratio, weeks: counts };
  });
  const rising = distinctTrends(
    trends
      .filter(({ key, ratio }) => ratio >= minRatio && keys.hasLetter(key))
      // Of equal ratios a phrase, whose key is larger, says more than its words.
      .sort((a, b) => b.ratio - a.ratio || b.key - a.key),
  );
  yield;
  const forms = writtenForms(
    recent.map(({ paper }) => paper),
    rising.map(({ key }) => keys.terms(key)),
  );
  return rising.map(({ recent, before, ratio, weeks: counts }, at) => ({
    term: forms[at] ?? '',
    recent,
    before,
    ratio,
    weeks: [...counts],
  }));
}

/** The papers per week of each key that enough recent papers have. */
function* countByWeek(
  placed: readonly PlacedPaper[],
  recent: readonly PlacedPaper[],
  keys: TrendKeys,
): Generator<void, Map<number, Int32Array>> {
  const recentCounts = new Map<number, number>();
  for (const { paper } of recent) {
    for (const key of keys.of(paper)) recentCounts.set(key, (recentCounts.get(key) ?? 0) + 1);
  }
  yield;
  const weeks = new Map<number, Int32Array>();
  for (const [key, count] of recentCounts) {
    if (count >= minRecent) weeks.set(key, new Int32Array(trendWeeks));
  }
  for (const [at, { paper, week }] of placed.entries()) {
    for (const key of keys.of(paper)) {
      const counts = weeks.get(key);
      if (counts) counts[week] = (counts[week] ?? 0) + 1;
    }
    if (at % batchSize === batchSize - 1) yield;
  }
  return weeks;
}

/** The first `maxTerms`, without those that are the same trend as an earlier one. */
function distinctTrends(rising: readonly TermTrend[]): TermTrend[] {
  const distinct: TermTrend[] = [];
  for (const trend of rising) {
    if (!distinct.some((other) => isSameTrend(trend, other))) distinct.push(trend);
    if (distinct.length === maxTerms) break;
  }
  return distinct;
}

function isSameTrend(a: TermTrend, b: TermTrend): boolean {
  const hasCommonWord = termsOfKey(a.key).some((term) => termsOfKey(b.key).includes(term));
  const [fewer, more] = [Math.min(a.recent, b.recent), Math.max(a.recent, b.recent)];
  return hasCommonWord && fewer >= sameTrendShare * more;
}

/** Numbers the words of papers and the pairs of neighboring words. */
class TrendKeys {
  readonly #tokenizer = new Tokenizer();

  /** The keys of a paper's title and key terms, each once. */
  of({ title, keyTerms }: TrendPaper): Set<number> {
    const tokenizer = this.#tokenizer;
    const keys = new Set<number>();
    for (const text of [title, ...keyTerms]) {
      const count = tokenizer.read(text);
      let last = -1;
      for (let at = 0; at < count; at++) {
        const term = tokenizer.termOf[tokenizer.words[at] ?? 0] ?? -1;
        if (term >= 0) {
          keys.add(wordKey(term));
          if (last >= 0) keys.add(pairKey(last, term));
        }
        last = term;
      }
    }
    return keys;
  }

  /** The terms of a key. */
  terms(key: number): string[] {
    return termsOfKey(key).map((term) => this.#tokenizer.terms[term] ?? '');
  }

  /** Whether the first term of a key has a letter: a lone or leading number names no subject. */
  hasLetter(key: number): boolean {
    return /\p{L}/u.test(this.terms(key)[0] ?? '');
  }
}

const sum = (counts: Int32Array): number => counts.reduce((total, count) => total + count, 0);
