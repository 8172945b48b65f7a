/** Phrases, which no index knows: they are looked up in the stored text. */
import type { Paper } from '../../paper/paper.ts';
import { isText, type ParsedQuery, type TextClause } from '../../query/parsed-query.ts';
import { wordKey } from '../../query/word-key.ts';
import { foldedWord } from '../../text/terms.ts';
import { phraseIn, phraseMatcher } from '../matching/phrase-in-text.ts';

export interface SearchPhrase {
  text: string;
  words: ReadonlySet<string>;
  /** Equal for phrases that hold for the same papers. */
  key: string;
  holds: (paper: Paper) => boolean;
}

/**
 * What must stand together: quoted words, and several words of one title or name. A hyphenated
 * word is in search no more than its words.
 */
export function phrasesOf(query: ParsedQuery): SearchPhrase[] {
  const texts = query.clauses.filter(isText).filter((clause) => !clause.without);
  return texts.flatMap((clause, at) =>
    clause.words.length > 1 && (clause.quoted || clause.field !== 'any')
      ? [phraseOf(clause, query.unfinished && at === texts.length - 1)]
      : [],
  );
}

/** The test of one condition on words; unlike a topic's, it finds quoted names among authors. */
export function phraseOf({ field, words }: TextClause, begun = false): SearchPhrase {
  const inText = phraseMatcher(words, begun, wordKey);
  const inName = phraseMatcher(words, begun, foldedWord);
  const texts = (paper: Paper) =>
    field === 'title'
      ? [paper.title]
      : [paper.title, paper.abstract || (paper.summary?.text ?? ''), ...paper.keyTerms];
  return {
    text: words.join(' '),
    words: new Set(words),
    key: JSON.stringify([field, begun, words]),
    holds: (paper) =>
      (field !== 'author' && texts(paper).some((text) => phraseIn(text, inText))) ||
      (field !== 'title' && paper.authors.some((name) => phraseIn(name, inName, foldedWord))),
  };
}
