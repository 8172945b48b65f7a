/**
 * Which papers a query means, and how well each answers it; nothing yet about order or pages.
 */
import type { ParsedQuery, QueryProblem } from '../../query/parsed-query.ts';
import { phrasesOf, type SearchPhrase } from '../query/phrases.ts';
import { type Matches, type QueryWord, queryWords } from '../query/query-words.ts';
import { significantWords } from '../query/significant-words.ts';
import type { PaperCache } from '../results/paper-cache.ts';
import { type ScoredMatches, type ScoredPaper, withAllWords, withAnyWord } from './combine.ts';
import type { WordMatcher } from './word-matcher.ts';

/**
 * Up to this many words are keywords: all must be there. More are a sentence, whose papers are
 * ranked by what they have of it.
 */
const mostKeywords = 3;

/** In sentences up to this long one shared word is chance, and two are asked for … */
const shortSentence = 6;
/** … unless the word is this rare: names are. */
const rare = 30;

/** Fewer exact answers than this are followed by papers with similar words. */
const enough = 10;

export interface Finding {
  found: ScoredMatches[];
  problems: QueryProblem[];
}

/** Papers for the words and phrases of a query, unordered; null when none must be there. */
export async function findPapers(
  query: ParsedQuery,
  matcher: WordMatcher,
  papers: PaperCache,
): Promise<Finding | null> {
  const wanted = queryWords(query);
  if (wanted.length === 0) return null;
  const phrases = phrasesOf(query);
  return wanted.length > mostKeywords
    ? sentence(wanted, phrases, matcher, papers)
    : keywords(query, wanted, phrases, matcher, papers);
}

/** All words; if that finds little, similar ones too, and then papers that lack a word. */
async function keywords(
  query: ParsedQuery,
  wanted: readonly QueryWord[],
  phrases: readonly SearchPhrase[],
  matcher: WordMatcher,
  papers: PaperCache,
): Promise<Finding> {
  const written = withAllWords(await all(wanted, (word) => matcher.match(word, false)));
  const exact = await withPhrases(written, phrases, papers);
  if (exact.length >= enough) return { found: exact, problems: [] };
  const matches = await all(wanted, (word) => matcher.match(word, true));
  const held = new Set(written.map(({ id }) => id));
  const similar = withAllWords(matches).filter(({ id }) => !held.has(id));
  const whole = [...exact, ...(await withPhrases(similar, phrases, papers))];
  if (whole.length === 0 && written.length > 0) {
    return { found: written, problems: phrases.map(notFound) };
  }
  if (whole.length >= enough || phrases.length > 0) return { found: whole, problems: [] };
  const lacking = lackingLeast(withAnyWord(matches), wanted.length - 1, whole);
  const code = whole.length === 0 ? 'not-all-words' : 'few-have-all';
  return {
    found: [...whole, ...lacking],
    problems: lacking.length > 0 ? [{ code, text: query.source }] : [],
  };
}

/** Papers with all words but one, or, where nothing else is found, with as many as any has. */
function lackingLeast(
  any: readonly ScoredMatches[],
  words: number,
  whole: readonly ScoredMatches[],
): ScoredMatches[] {
  const held = new Set(whole.map(({ id }) => id));
  const most = any.reduce((best, paper) => Math.max(best, held.has(paper.id) ? 0 : paper.words), 0);
  const least = whole.length === 0 ? most : Math.max(words, 2);
  return any.flatMap((paper) =>
    paper.words >= least && !held.has(paper.id) ? [{ ...paper, lacking: true }] : [],
  );
}

/** Papers with all words, then those with any; a word that no paper has may be misspelt. */
async function sentence(
  wanted: readonly QueryWord[],
  phrases: readonly SearchPhrase[],
  matcher: WordMatcher,
  papers: PaperCache,
): Promise<Finding> {
  const weighed = await all(significantWords(wanted), async (word) => {
    const written = await matcher.match({ ...word, begun: false }, false);
    return written.size > 0 ? written : matcher.match(word, true);
  });
  const names = weighed.filter(({ matches }) => matches.size <= rare);
  const isChance = ({ id, words }: ScoredMatches) =>
    weighed.length <= shortSentence && words < 2 && !names.some(({ matches }) => matches.has(id));
  // Tens of thousands of papers: none is copied.
  const any = withAnyWord(weighed).filter((paper) => !isChance(paper));
  for (const paper of any) paper.lacking = paper.words < weighed.length;
  if (phrases.length === 0) return { found: any, problems: [] };
  const ofPhrases = weighed.filter(({ word }) => phrases.some(({ words }) => words.has(word)));
  const candidates = any.filter(({ id }) => ofPhrases.every(({ matches }) => matches.has(id)));
  const found = await withPhrases(candidates, phrases, papers);
  return found.length > 0
    ? { found, problems: [] }
    : { found: any, problems: phrases.map(notFound) };
}

function all(
  wanted: readonly QueryWord[],
  match: (word: QueryWord) => Promise<Matches>,
): Promise<(QueryWord & ScoredPaper)[]> {
  return Promise.all(wanted.map(async (word) => ({ ...word, matches: await match(word) })));
}

async function withPhrases(
  found: ScoredMatches[],
  phrases: readonly SearchPhrase[],
  papers: PaperCache,
): Promise<ScoredMatches[]> {
  let kept = found;
  for (const phrase of phrases) {
    const passed = await papers.filter(
      kept.map(({ id }) => id),
      phrase,
    );
    kept = kept.filter(({ id }) => passed.has(id));
  }
  return kept;
}

function notFound({ text }: SearchPhrase): QueryProblem {
  return { code: 'phrase-not-found', text };
}
