import type { Paper, PaperId } from '../../paper/paper.ts';
import type { FilterFacts } from '../../query/filters.ts';
import { isText, type ParsedQuery } from '../../query/parsed-query.ts';
import { nameWordsOf, positionOf, wordKey, wordKeysOf } from '../../query/word-key.ts';
import { foldedWord } from '../../text/terms.ts';
import type { Candidate } from '../matching/combine.ts';
import { matchRanks } from '../matching/word-index.ts';
import { firstK } from './first-k.ts';
import type { PaperCache } from './paper-cache.ts';

export type SearchOrder = 'relevance' | 'newest' | 'upvotes';

/** Titles and authors of this many best papers are compared with the whole query. */
const maxBoosted = 50;

/** Sorted by day or upvotes, papers with a smaller share of the most words any has are noise. */
const minShareOfWords = 2 / 3;

/**
 * The best `count` in order, and how many there are in total. Ties go by id, the later (among arXiv
 * ids the newer) first, so that the same query has the same answer.
 */
export async function order(
  found: readonly Candidate[],
  { query, sort, count }: { query: ParsedQuery; sort: SearchOrder; count: number },
  papers: PaperCache,
  factsFor: (ids: readonly PaperId[]) => Promise<Map<PaperId, FilterFacts>>,
): Promise<{ total: number; best: Candidate[] }> {
  const hasOnlyFilters = found.every(({ words }) => words === 0);
  if (sort === 'relevance' && !hasOnlyFilters) {
    const byScore = firstK(found, Math.max(count, maxBoosted), compareRelevance);
    const best = await withWholeQueryBoost(byScore.slice(0, maxBoosted), query, papers);
    return { total: found.length, best: [...best, ...byScore.slice(maxBoosted)].slice(0, count) };
  }
  const mostWords = found.reduce((most, { words }) => Math.max(most, words), 0);
  const kept = found.filter(({ words }) => words >= mostWords * minShareOfWords);
  const facts = await factsFor(kept.map(({ id }) => id));
  const compare = (a: Candidate, b: Candidate) => {
    const byMatch = Number(isInexact(a)) - Number(isInexact(b));
    if (byMatch !== 0) return byMatch;
    const [factsA, factsB] = [facts.get(a.id), facts.get(b.id)];
    if (sort === 'upvotes') {
      const byUpvotes = (factsB?.upvotes ?? -1) - (factsA?.upvotes ?? -1);
      if (byUpvotes !== 0) return byUpvotes;
    }
    const [dayA, dayB] = [factsA?.day ?? '', factsB?.day ?? ''];
    if (dayA !== dayB) return dayA < dayB ? 1 : -1;
    return compareRelevance(a, b);
  };
  return { total: kept.length, best: firstK(kept, count, compare) };
}

/** Whether it comes after all exact results, whatever the order. */
function isInexact({ how, isIncomplete }: Candidate): boolean {
  return isIncomplete || how === 'similar';
}

function compareRelevance(a: Candidate, b: Candidate): number {
  return (
    Number(a.isIncomplete) - Number(b.isIncomplete) ||
    matchRanks[a.how] - matchRanks[b.how] ||
    b.score - a.score ||
    (a.id > b.id ? -1 : 1)
  );
}

/** The same papers, with higher scores where the title or an author is what the user typed. */
async function withWholeQueryBoost(
  found: readonly Candidate[],
  query: ParsedQuery,
  papers: PaperCache,
): Promise<Candidate[]> {
  const words = query.clauses
    .filter(isText)
    .flatMap((clause) => (clause.without || clause.field === 'author' ? [] : clause.words));
  if (words.length < 2) return [...found];
  const read = await papers.get(found.map(({ id }) => id));
  return found
    .map((candidate) => {
      const paper = read.get(candidate.id);
      if (!paper) return candidate;
      return { ...candidate, score: candidate.score * boost(words, query.unfinished, paper) };
    })
    .sort(compareRelevance);
}

/** A factor from 1 to 3: 3 when the title is the query, 2 when it begins with it. */
function boost(words: readonly string[], unfinished: boolean, paper: Paper): number {
  const title = wordKeysOf(paper.title);
  const keys = words.map(wordKey);
  const complete = unfinished ? keys.slice(0, -1) : keys;
  const prefix = unfinished ? foldedWord(words.at(-1) ?? '') : '';
  for (let at = positionOf(complete, title); at >= 0; at = positionOf(complete, title, at + 1)) {
    const next = title[at + complete.length] ?? '';
    if (unfinished && next !== keys.at(-1) && !next.startsWith(prefix)) continue;
    if (at > 0) return 1.5;
    return title.length === keys.length ? 3 : 2;
  }
  const name = words.map(foldedWord);
  return paper.authors.some((author) => positionOf(name, nameWordsOf(author)) >= 0) ? 2 : 1;
}
