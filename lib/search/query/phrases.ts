/** Phrases: the indexes have no positions, so phrases are looked up in the stored text. */
import type { Paper } from '../../paper/paper.ts';
import { isText, type ParsedQuery, type TextClause } from '../../query/parsed-query.ts';
import { wordKey } from '../../query/word-key.ts';
import { foldedWord } from '../../text/terms.ts';
import { phraseIn, phraseMatcher } from '../matching/phrase-in-text.ts';

export interface SearchPhrase {
  text: string;
  words: ReadonlySet<string>;
  /** Equal for phrases that the same papers have. */
  key: string;
  isIn: (paper: Paper) => boolean;
}

/**
 * Words that must be adjacent: quoted words, and several words of one title or name. A hyphenated
 * word is in search no more than its words.
 */
export function phrasesOf(query: ParsedQuery): SearchPhrase[] {
  const clauses = query.clauses.filter(isText).filter((clause) => !clause.without);
  return clauses.flatMap((clause, at) =>
    clause.words.length > 1 && (clause.quoted || clause.field !== 'any')
      ? [phraseOf(clause, query.unfinished && at === clauses.length - 1)]
      : [],
  );
}

/** The phrase of one clause; unlike a topic's, it is also looked for among the authors. */
export function phraseOf({ field, words }: TextClause, isPrefix = false): SearchPhrase {
  const inText = phraseMatcher(words, isPrefix, wordKey);
  const inName = phraseMatcher(words, isPrefix, foldedWord);
  const texts = (paper: Paper) =>
    field === 'title'
      ? [paper.title]
      : [paper.title, paper.abstract || (paper.summary?.text ?? ''), ...paper.keyTerms];
  return {
    text: words.join(' '),
    words: new Set(words),
    key: JSON.stringify([field, isPrefix, words]),
    isIn: (paper) =>
      (field !== 'author' && texts(paper).some((text) => phraseIn(text, inText))) ||
      (field !== 'title' && paper.authors.some((name) => phraseIn(name, inName, foldedWord))),
  };
}
