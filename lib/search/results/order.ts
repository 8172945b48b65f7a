/** In which order found papers are shown. */
import type { Paper, PaperId } from '../../paper/paper.ts';
import type { FilterFacts } from '../../query/filters.ts';
import { isText, type ParsedQuery } from '../../query/parsed-query.ts';
import { nameWordsOf, positionOf, wordKey, wordKeysOf } from '../../query/word-key.ts';
import { foldedWord } from '../../text/terms.ts';
import type { ScoredMatches } from '../matching/combine.ts';
import { ranks } from '../matching/word-index.ts';
import { firstK } from './first-k.ts';
import type { PaperCache } from './paper-cache.ts';

export type SearchOrder = 'relevance' | 'newest' | 'upvotes';

/** Titles and names of this many best papers are compared with the whole query. */
const lookedAt = 50;

/** Sorted by day or upvotes, papers with fewer of the words than this share of the most are noise. */
const leastShare = 2 / 3;

/**
 * The best `count` in order, and how many there are in all. Ties go by id, the later (among arXiv ids the newer) first, so that the same
 * question has the same answer.
 */
export async function order(
  found: readonly ScoredMatches[],
  { query, sort, count }: { query: ParsedQuery; sort: SearchOrder; count: number },
  papers: PaperCache,
  factsFor: (ids: readonly PaperId[]) => Promise<Map<PaperId, FilterFacts>>,
): Promise<{ total: number; best: ScoredMatches[] }> {
  const onlyConditions = found.every(({ words }) => words === 0);
  if (sort === 'relevance' && !onlyConditions) {
    const byScore = firstK(found, Math.max(count, lookedAt), compareRelevance);
    const best = await withWholeQuery(byScore.slice(0, lookedAt), query, papers);
    return { total: found.length, best: [...best, ...byScore.slice(lookedAt)].slice(0, count) };
  }
  const most = found.reduce((best, { words }) => Math.max(best, words), 0);
  const kept = found.filter(({ words }) => words >= most * leastShare);
  const facts = await factsFor(kept.map(({ id }) => id));
  const compare = (a: ScoredMatches, b: ScoredMatches) => {
    const apart = Number(isApart(a)) - Number(isApart(b));
    if (apart !== 0) return apart;
    const [factsA, factsB] = [facts.get(a.id), facts.get(b.id)];
    if (sort === 'upvotes') {
      const upvotes = (factsB?.upvotes ?? -1) - (factsA?.upvotes ?? -1);
      if (upvotes !== 0) return upvotes;
    }
    const [dayA, dayB] = [factsA?.day ?? '', factsB?.day ?? ''];
    if (dayA !== dayB) return dayA < dayB ? 1 : -1;
    return compareRelevance(a, b);
  };
  return { total: kept.length, best: firstK(kept, count, compare) };
}

/** Not quite what was asked for: shown after what is, whatever the order. */
function isApart({ how, lacking }: ScoredMatches): boolean {
  return lacking || how === 'similar';
}

function compareRelevance(a: ScoredMatches, b: ScoredMatches): number {
  return (
    Number(a.lacking) - Number(b.lacking) ||
    ranks[a.how] - ranks[b.how] ||
    b.score - a.score ||
    (a.id > b.id ? -1 : 1)
  );
}

/** The same papers with scores raised where the title or a name is what the user typed. */
async function withWholeQuery(
  found: readonly ScoredMatches[],
  query: ParsedQuery,
  papers: PaperCache,
): Promise<ScoredMatches[]> {
  const words = query.clauses
    .filter(isText)
    .flatMap((clause) => (clause.without || clause.field === 'author' ? [] : clause.words));
  if (words.length < 2) return [...found];
  const read = await papers.get(found.map(({ id }) => id));
  return found
    .map((paper) => {
      const text = read.get(paper.id);
      return text ? { ...paper, score: paper.score * rise(words, query.unfinished, text) } : paper;
    })
    .sort(compareRelevance);
}

/** 1 to 3: three times when the title is the query, twice when it begins with it. */
function rise(words: readonly string[], unfinished: boolean, paper: Paper): number {
  const title = wordKeysOf(paper.title);
  const keys = words.map(wordKey);
  const whole = unfinished ? keys.slice(0, -1) : keys;
  const begun = unfinished ? foldedWord(words.at(-1) ?? '') : '';
  for (let at = positionOf(whole, title); at >= 0; at = positionOf(whole, title, at + 1)) {
    const next = title[at + whole.length] ?? '';
    if (unfinished && next !== keys.at(-1) && !next.startsWith(begun)) continue;
    if (at > 0) return 1.5;
    return title.length === keys.length ? 3 : 2;
  }
  const name = words.map(foldedWord);
  return paper.authors.some((author) => positionOf(name, nameWordsOf(author)) >= 0) ? 2 : 1;
}
