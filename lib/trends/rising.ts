import type { Paper } from '../paper/paper.ts';
import { Tokenizer } from '../text/tokenizer.ts';
import type { Day } from '../time/days.ts';
import type { RisingTerm } from './rising-term.ts';
import { signedRatio } from './signed-ratio.ts';
import { trendWeeks, weekAt } from './week-window.ts';
import { writtenForms } from './written-forms.ts';

export type TrendPaper = Pick<Paper, 'title' | 'keyTerms' | 'listedAt'>;

export const recentWeeks = 2;
/** Fewer papers than this may have a term by chance, or by one group's doing. */
const leastRecent = 5;
/** Where nothing changed, a term passes this once in a hundred times. */
const leastRatio = 6.63;
/** Shares of fewer papers than this say little. */
const leastPapers = { recent: 40, before: 300 };
const mostTerms = 15;
/** Two terms with a word in common that mostly stand in the same papers are one news. */
const sameNews = 0.5;
/** Papers between two pauses. */
const papersAtOnce = 500;

const pairBase = 2 ** 20;
const wordKey = (term: number) => term + 1;
const pairKey = (first: number, second: number) => (first + 1) * pairBase + second + 1;
/** The terms of a key, one or two. */
const termsOfKey = (key: number): number[] =>
  key < pairBase ? [key - 1] : [Math.floor(key / pairBase) - 1, (key % pairBase) - 1];

interface Counted {
  key: number;
  recent: number;
  before: number;
  ratio: number;
  weeks: Int32Array;
}

/**
 * Null where there are too few papers to compare. Yields now and then, so that whoever runs it can
 * let others have a turn.
 */
export function* risingTerms(
  papers: readonly TrendPaper[],
  end: Day,
): Generator<void, RisingTerm[] | null> {
  const placed = papers
    .map((paper) => ({ paper, week: weekAt(paper.listedAt, end) }))
    .filter(({ week }) => week >= 0);
  const firstRecent = trendWeeks - recentWeeks;
  const recent = placed.filter(({ week }) => week >= firstRecent);
  const recentOf = recent.length;
  const beforeOf = placed.length - recentOf;
  if (recentOf < leastPapers.recent || beforeOf < leastPapers.before) return null;

  const read = termReading();
  const frequent = new Map<number, number>();
  for (const { paper } of recent) {
    for (const key of read.keysOf(paper)) frequent.set(key, (frequent.get(key) ?? 0) + 1);
  }
  yield;
  const weeks = new Map<number, Int32Array>();
  for (const [key, papersWith] of frequent) {
    if (papersWith >= leastRecent) weeks.set(key, new Int32Array(trendWeeks));
  }
  for (const [at, { paper, week }] of placed.entries()) {
    for (const key of read.keysOf(paper)) {
      const counts = weeks.get(key);
      if (counts) counts[week] = (counts[week] ?? 0) + 1;
    }
    if (at % papersAtOnce === papersAtOnce - 1) yield;
  }

  const counted = [...weeks].map(([key, counts]): Counted => {
    const inRecent = sum(counts.subarray(firstRecent));
    const inBefore = sum(counts) - inRecent;
    const ratio = signedRatio(inRecent, recentOf, inBefore, beforeOf);
    return { key, recent: inRecent, before: inBefore, ratio, weeks: counts };
  });
  const rising = apart(
    counted
      .filter(({ key, ratio }) => ratio >= leastRatio && read.tells(key))
      // Of equals a phrase, whose key is the larger, says more than its words.
      .sort((a, b) => b.ratio - a.ratio || b.key - a.key),
  );
  yield;
  const forms = writtenForms(
    recent.map(({ paper }) => paper),
    rising.map(({ key }) => termsOfKey(key).map(read.term)),
  );
  return rising.map(({ recent, before, ratio, weeks: counts }, at) => ({
    term: forms[at] ?? '',
    recent,
    before,
    ratio,
    weeks: [...counts],
  }));
}

/** The strongest of those that are one news, the strongest first. */
function apart(rising: readonly Counted[]): Counted[] {
  const kept: Counted[] = [];
  for (const one of rising) {
    const told = kept.some((other) => {
      const shared = termsOfKey(one.key).some((term) => termsOfKey(other.key).includes(term));
      const less = Math.min(one.recent, other.recent);
      return shared && less >= sameNews * Math.max(one.recent, other.recent);
    });
    if (!told) kept.push(one);
    if (kept.length === mostTerms) break;
  }
  return kept;
}

/** Reads papers into the keys of their words and of pairs of neighboring words, each once. */
function termReading() {
  const reader = new Tokenizer();
  const hasLetter = (term: number) => /\p{L}/u.test(reader.terms[term] ?? '');
  return {
    term: (number: number): string => reader.terms[number] ?? '',
    /** A number alone, or before a word, names nothing. */
    tells: (key: number): boolean => hasLetter(termsOfKey(key)[0] ?? -1),
    keysOf({ title, keyTerms }: TrendPaper): Set<number> {
      const keys = new Set<number>();
      for (const text of [title, ...keyTerms]) {
        const count = reader.read(text);
        let last = -1;
        for (let at = 0; at < count; at++) {
          const term = reader.termOf[reader.words[at] ?? 0] ?? -1;
          if (term >= 0) {
            keys.add(wordKey(term));
            if (last >= 0) keys.add(pairKey(last, term));
          }
          last = term;
        }
      }
      return keys;
    },
  };
}

const sum = (counts: Int32Array): number => counts.reduce((total, count) => total + count, 0);
