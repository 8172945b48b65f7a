/** Which papers a query finds, and how well each answers it; their order is `results/order.ts`. */
import type { QueryProblem } from '../../query/parsed-query.ts';
import type { SearchPhrase } from '../query/phrases.ts';
import type { QueryWord } from '../query/query-words.ts';
import type { SearchQuery } from '../query/search-query.ts';
import { significantWords } from '../query/significant-words.ts';
import type { PaperCache } from '../results/paper-cache.ts';
import { type Candidate, type MatchedWord, withAllWords, withAnyWord } from './combine.ts';
import type { Matches } from './word-index.ts';
import type { WordMatcher } from './word-matcher.ts';

/**
 * Up to this many words are keywords: a paper must have all. More are a sentence, whose papers are
 * ranked by what they have of it.
 */
const maxKeywords = 3;

/** In sentences of up to this many words a paper needs two of them: one is chance … */
const maxShortSentence = 6;
/** … unless at most this many papers have the word, as with names. */
const maxRareMatches = 30;

/** Fewer exact results than this are followed by papers with similar words. */
const minExactResults = 10;

export interface Finding {
  found: Candidate[];
  problems: QueryProblem[];
}

/** Candidates for the words and phrases of a query, unordered; null when it asks for no words. */
export async function findPapers(
  query: SearchQuery,
  matcher: WordMatcher,
  papers: PaperCache,
): Promise<Finding | null> {
  if (query.words.length === 0) return null;
  return query.words.length > maxKeywords
    ? findForSentence(query, matcher, papers)
    : findForKeywords(query, matcher, papers);
}

/** All words; if that finds little, similar spellings too, and then papers that lack a word. */
async function findForKeywords(
  { words, phrases, parsed }: SearchQuery,
  matcher: WordMatcher,
  papers: PaperCache,
): Promise<Finding> {
  const written = withAllWords(await matchAll(words, (word) => matcher.match(word, false)));
  const exact = await withPhrases(written, phrases, papers);
  if (exact.length >= minExactResults) return { found: exact, problems: [] };
  const matches = await matchAll(words, (word) => matcher.match(word, true));
  const known = new Set(written.map(({ id }) => id));
  const similar = withAllWords(matches).filter(({ id }) => !known.has(id));
  const complete = [...exact, ...(await withPhrases(similar, phrases, papers))];
  if (complete.length === 0 && written.length > 0) {
    return { found: written, problems: phrases.map(phraseNotFound) };
  }
  if (complete.length >= minExactResults || phrases.length > 0) {
    return { found: complete, problems: [] };
  }
  const incomplete = closestIncomplete(withAnyWord(matches), words.length - 1, complete);
  const code = complete.length === 0 ? 'not-all-words' : 'few-have-all';
  return {
    found: [...complete, ...incomplete],
    problems: incomplete.length > 0 ? [{ code, text: parsed.source }] : [],
  };
}

/** Papers that lack one word, or, where no paper has all words, those with the most of them. */
function closestIncomplete(
  any: readonly Candidate[],
  words: number,
  complete: readonly Candidate[],
): Candidate[] {
  const known = new Set(complete.map(({ id }) => id));
  const others = any.filter(({ id }) => !known.has(id));
  const best = others.reduce((most, paper) => Math.max(most, paper.words), 0);
  const minWords = complete.length === 0 ? best : Math.max(words, 2);
  return others
    .filter((paper) => paper.words >= minWords)
    .map((paper) => ({ ...paper, isIncomplete: true }));
}

/** Papers with any word of a sentence; a word that no paper has may be misspelled. */
async function findForSentence(
  { words, phrases }: SearchQuery,
  matcher: WordMatcher,
  papers: PaperCache,
): Promise<Finding> {
  const matched = await matchAll(significantWords(words), async (word) => {
    const written = await matcher.match({ ...word, isPrefix: false }, false);
    return written.size > 0 ? written : matcher.match(word, true);
  });
  const rare = matched.filter(({ matches }) => matches.size <= maxRareMatches);
  const isChance = ({ id, words }: Candidate) =>
    matched.length <= maxShortSentence && words < 2 && !rare.some(({ matches }) => matches.has(id));
  // Tens of thousands of candidates: they are changed in place instead of copied.
  const any = withAnyWord(matched).filter((paper) => !isChance(paper));
  for (const paper of any) paper.isIncomplete = paper.words < matched.length;
  if (phrases.length === 0) return { found: any, problems: [] };
  const ofPhrases = matched.filter(({ word }) => phrases.some(({ words }) => words.has(word)));
  const candidates = any.filter(({ id }) => ofPhrases.every(({ matches }) => matches.has(id)));
  const found = await withPhrases(candidates, phrases, papers);
  return found.length > 0
    ? { found, problems: [] }
    : { found: any, problems: phrases.map(phraseNotFound) };
}

function matchAll(
  words: readonly QueryWord[],
  match: (word: QueryWord) => Promise<Matches>,
): Promise<(QueryWord & MatchedWord)[]> {
  return Promise.all(words.map(async (word) => ({ ...word, matches: await match(word) })));
}

async function withPhrases(
  found: Candidate[],
  phrases: readonly SearchPhrase[],
  papers: PaperCache,
): Promise<Candidate[]> {
  let kept = found;
  for (const phrase of phrases) {
    const ids = kept.map(({ id }) => id);
    const having = await papers.filter(ids, phrase);
    kept = kept.filter(({ id }) => having.has(id));
  }
  return kept;
}

function phraseNotFound({ text }: SearchPhrase): QueryProblem {
  return { code: 'phrase-not-found', text };
}
