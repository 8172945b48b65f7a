/**
 * A topic's query asked of raw texts: for a back-test, where thousands of papers must be asked
 * between two keystrokes. Comes to the same as `topicTest`, which reads all words of a paper first.
 */
import type { Paper } from '../paper/paper.ts';
import { factsOf, passesFilters } from '../query/filters.ts';
import { isText, type ParsedQuery, type TextClause } from '../query/parsed-query.ts';
import { wordKey } from '../query/word-key.ts';
import { phraseIn, phraseMatcher } from '../search/matching/phrase-in-text.ts';
import { foldedWord, termOf } from '../text/terms.ts';
import { significantClauses } from './significant-clauses.ts';

export type Scan = (paper: Paper) => boolean;

/**
 * The query made ready for many papers; one that asks for nothing matches nothing. `candidates`,
 * when given, are the only ones asked: those that have every word, as `topicCandidates` finds them.
 */
export function scanTest(query: ParsedQuery, candidates: ReadonlySet<string> | null = null): Scan {
  const asked = significantClauses(query);
  const positive = asked.filter(({ without }) => !without);
  const open = candidates === null ? positive : positive.filter((clause) => !isSettled(clause));
  const must = open.map(holdsInRaw);
  const mustNot = asked.filter(({ without }) => without).map(holdsInRaw);
  const conditions = query.clauses.some((clause) => !isText(clause) && !clause.without);
  if (positive.length === 0 && !conditions) return () => false;
  return (paper) =>
    candidates?.has(paper.id) !== false &&
    passesFilters(query, factsOf(paper)) &&
    must.every((holds) => holds(paper)) &&
    !mustNot.some((holds) => holds(paper));
}

/** A single word anywhere in a paper: having it is all that is asked. */
function isSettled({ field, words: [word = '', ...others] }: TextClause): boolean {
  return field === 'any' && others.length === 0 && termOf(word) !== null;
}

function holdsInRaw({ field, words }: TextClause): Scan {
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
