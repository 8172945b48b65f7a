/**
 * Matches a topic's query against raw texts, for a back-test of thousands of papers between two
 * keystrokes. Same result as `topicTest`, which tokenizes papers first.
 */
import type { Paper } from '../paper/paper.ts';
import { factsOf, passesFilters } from '../query/filters.ts';
import { isText, type ParsedQuery, type TextClause } from '../query/parsed-query.ts';
import { wordKey } from '../query/word-key.ts';
import { phraseIn, phraseMatcher } from '../search/matching/phrase-in-text.ts';
import { foldedWord, termOf } from '../text/terms.ts';
import { significantClauses } from './significant-clauses.ts';

type Scan = (paper: Paper) => boolean;

/**
 * The query prepared for many papers; an empty query matches nothing. With `candidates`, which have
 * every word (`topicCandidates`), only those can match.
 */
export function scanTest(query: ParsedQuery, candidates: ReadonlySet<string> | null = null): Scan {
  const clauses = significantClauses(query);
  const positive = clauses.filter(({ without }) => !without);
  const open = candidates === null ? positive : positive.filter((clause) => !isDecided(clause));
  const must = open.map(rawTextTest);
  const mustNot = clauses.filter(({ without }) => without).map(rawTextTest);
  const hasFilters = query.clauses.some((clause) => !isText(clause) && !clause.without);
  if (positive.length === 0 && !hasFilters) return () => false;
  return (paper) =>
    candidates?.has(paper.id) !== false &&
    passesFilters(query, factsOf(paper)) &&
    must.every((holds) => holds(paper)) &&
    !mustNot.some((holds) => holds(paper));
}

/** Whether a candidate is known to match: the clause is a single word anywhere in a paper. */
function isDecided({ field, words: [word = '', ...others] }: TextClause): boolean {
  return field === 'any' && others.length === 0 && termOf(word) !== null;
}

function rawTextTest({ field, words }: TextClause): Scan {
  if (field === 'author') {
    const name = phraseMatcher(words, false, foldedWord);
    return (paper) => paper.authors.some((author) => phraseIn(author, name, foldedWord));
  }
  const look = phraseMatcher(words, false, wordKey);
  if (field === 'title') return (paper) => phraseIn(paper.title, look);
  return ({ title, abstract, summary, keyTerms }) =>
    phraseIn(title, look) ||
    phraseIn(abstract || (summary?.text ?? ''), look) ||
    keyTerms.some((term) => phraseIn(term, look));
}
