import type { Paper } from '../paper/paper.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { ParsedQuery, QueryProblem } from '../query/parsed-query.ts';
import { withinEdits } from '../search/matching/edit-distance.ts';
import { editsFor, type WordIndex } from '../search/matching/word-index.ts';
import type { Papers } from '../search/results/paper-cache.ts';
import { foldedWord, termOf, textWords } from '../text/terms.ts';
import { type Day, dayMs, type Moment } from '../time/days.ts';
import { significantClauses } from './significant-clauses.ts';
import type { PreviewWeek } from './topic-preview.ts';
import { topicProblem } from './topic-problem.ts';
import { scanTest } from './topic-scan.ts';

/** Days over which a preview counts. */
export const previewDays = 30;
/** Weeks that a back-test goes back. */
export const previewWeeks = 26;
const shownMatches = 10;

export interface QueryPreview {
  problem: QueryProblem | null;
  /** Matches of the last 30 days. */
  count: number;
  /** Newest listings with at least `least` upvotes; ten at most. */
  matches: Paper[];
  /** Of the last 30 days, those with fewer; ten of them at most. */
  below: { count: number; matches: Paper[] };
  /** Seven days each, oldest first, from the first in which any paper given was listed. */
  weeks: PreviewWeek[];
}

const daysBefore = (now: Moment, days: number): Day =>
  new Date(Date.parse(now) - days * dayMs).toISOString().slice(0, 10);

/** First day a back-test made now looks at. */
export function previewFrom(now: Moment): Day {
  return daysBefore(now, previewWeeks * 7 - 1);
}

/**
 * What a query would have brought in the last 26 weeks among the papers given, by exact match and
 * today's upvotes. `candidates`, when given, are the only ids that can match.
 */
export function previewTopic(
  text: string,
  papers: Iterable<Paper>,
  now: Moment,
  { least = 0, candidates = null }: { least?: number; candidates?: Set<string> | null } = {},
): QueryPreview {
  const reading = parseQuery(text);
  const test = scanTest(reading.query, candidates);
  const { weeks, matches, recent } = weeksOf(papers, now, (paper) =>
    test(paper) ? (paper.upvotes ?? 0) : null,
  );
  const below = recent.filter(({ upvotes }) => (upvotes ?? 0) < least);
  return {
    problem: topicProblem(reading, now.slice(0, 10)),
    count: recent.length,
    matches: matches.filter(({ upvotes }) => (upvotes ?? 0) >= least).slice(0, shownMatches),
    below: { count: below.length, matches: below.slice(0, shownMatches) },
    weeks,
  };
}

/**
 * Matches among the papers of the last 26 weeks, newest listing first, and of the last 30 days, with
 * their measures by week. `measure` is null for a paper that does not match.
 */
export function weeksOf(
  papers: Iterable<Paper>,
  now: Moment,
  measure: (paper: Paper) => number | null,
): { weeks: PreviewWeek[]; matches: Paper[]; recent: Paper[] } {
  const from = previewFrom(now);
  const weeks: PreviewWeek[] = Array.from({ length: previewWeeks }, (_, week) => ({
    from: daysBefore(now, (previewWeeks - week) * 7 - 1),
    upvotes: [],
  }));
  let firstWeek = previewWeeks;
  const matches: Paper[] = [];
  for (const paper of papers) {
    if (paper.listedAt === null || paper.listedAt < from) continue;
    const days = Math.floor((Date.parse(paper.listedAt) - Date.parse(from)) / dayMs);
    const week = Math.min(Math.floor(days / 7), previewWeeks - 1);
    firstWeek = Math.min(firstWeek, week);
    const measured = measure(paper);
    if (measured === null) continue;
    matches.push(paper);
    weeks[week]?.upvotes.push(measured);
  }
  matches.sort((a, b) => compare(b.listedAt ?? '', a.listedAt ?? '') || compare(a.id, b.id));
  const recent = matches.filter(({ listedAt }) => (listedAt ?? '') >= daysBefore(now, previewDays));
  return { weeks: weeks.slice(firstWeek), matches, recent };
}

const papersLookedAt = 30;
const mostSpellings = 6;

/**
 * Words of the digest spelt almost like words of the query, most frequent first, in lower case;
 * the topic does not match them.
 */
export async function similarSpellings(
  query: ParsedQuery,
  words: WordIndex,
  papers: Papers,
): Promise<string[]> {
  const counts = new Map<string, number>();
  const asked = significantClauses(query).filter(
    ({ without, field }) => !without && field !== 'author',
  );
  for (const word of new Set(asked.flatMap((clause) => clause.words.map(foldedWord)))) {
    const edits = editsFor(word);
    const term = termOf(word);
    if (edits === 0 || term === null) continue;
    const matches = await words.match(word, { prefix: false, edits });
    const similar = matches
      .filter(({ how }) => how === 'similar')
      .sort((a, b) => b.weight - a.weight || compare(a.id, b.id))
      .slice(0, papersLookedAt);
    for (const paper of await papers.get(similar.map(({ id }) => id))) {
      const texts = [paper.title, paper.abstract, ...paper.keyTerms];
      for (const other of new Set(texts.flatMap(textWords).map(foldedWord))) {
        const spelling = termOf(other);
        if (spelling === null || spelling === term || !withinEdits(word, other, edits)) continue;
        counts.set(other, (counts.get(other) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || compare(a, b))
    .slice(0, mostSpellings)
    .map(([word]) => word);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
