import type { DigestStore } from '../digest/store.ts';
import type { Paper } from '../paper/paper.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { ParsedQuery, QueryProblem } from '../query/parsed-query.ts';
import { withinEdits } from '../search/matching/edit-distance.ts';
import { editsFor, type WordIndex } from '../search/matching/word-index.ts';
import { foldedWord, termOf, textWords } from '../text/terms.ts';
import { addDays, type Day, type Moment } from '../time/days.ts';
import { requiredWords } from './significant-clauses.ts';
import type { PreviewWeek } from './topic-preview.ts';
import { topicProblem } from './topic-problem.ts';
import { scanTest } from './topic-scan.ts';

/** Days over which a preview counts. */
const previewDays = 30;
/** Weeks that a back-test covers. */
const previewWeeks = 26;
/** More papers than Daily Papers lists in these weeks. */
export const MAX_PREVIEW_PAPERS = 20_000;
const maxMatches = 10;

interface QueryPreview {
  problem: QueryProblem | null;
  /** Matches of the last 30 days. */
  count: number;
  /** The ten newest with at least `least` upvotes. */
  matches: Paper[];
  /** Matches of the last 30 days with fewer upvotes, and the ten newest of them. */
  below: { count: number; matches: Paper[] };
  /** Oldest first, from the first week in which any of the papers was listed. */
  weeks: PreviewWeek[];
}

const dayMs = 86_400_000;
const daysBefore = (now: Moment, days: number): Day => addDays(now.slice(0, 10), -days);

/** First day of a back-test that is made now. */
export function previewFrom(now: Moment): Day {
  return daysBefore(now, previewWeeks * 7 - 1);
}

/**
 * The matches of a query among papers of the last 26 weeks, by exact match and current upvotes.
 * With `candidates`, only those ids can match.
 */
export function previewTopic(
  text: string,
  papers: Iterable<Paper>,
  now: Moment,
  { least = 0, candidates = null }: { least?: number; candidates?: Set<string> | null } = {},
): QueryPreview {
  const parse = parseQuery(text);
  const test = scanTest(parse.query, candidates);
  const { weeks, matches, recent } = weeksOf(papers, now, (paper) =>
    test(paper) ? (paper.upvotes ?? 0) : null,
  );
  const below = recent.filter(({ upvotes }) => (upvotes ?? 0) < least);
  return {
    problem: topicProblem(parse, now.slice(0, 10)),
    count: recent.length,
    matches: matches.filter(({ upvotes }) => (upvotes ?? 0) >= least).slice(0, maxMatches),
    below: { count: below.length, matches: below.slice(0, maxMatches) },
    weeks,
  };
}

/**
 * The matches of the last 26 weeks, newest listing first, those of the last 30 days, and the
 * measures of all matches by week. `measure` returns null for a paper that does not match.
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

const maxPapersPerWord = 30;
const maxSpellings = 6;

/**
 * Words of the digest that are spelled almost like the query's, which the topic does not match:
 * most frequent first, in lower case.
 */
export async function similarSpellings(
  query: ParsedQuery,
  words: WordIndex,
  digest: Pick<DigestStore, 'get'>,
): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const word of new Set(requiredWords(query).map(foldedWord))) {
    const edits = editsFor(word);
    const term = termOf(word);
    if (edits === 0 || term === null) continue;
    const matches = await words.match(word, { prefix: false, edits });
    const similar = matches
      .filter(({ how }) => how === 'similar')
      .sort((a, b) => b.weight - a.weight || compare(a.id, b.id))
      .slice(0, maxPapersPerWord);
    for (const paper of await digest.get(similar.map(({ id }) => id))) {
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
    .slice(0, maxSpellings)
    .map(([word]) => word);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
