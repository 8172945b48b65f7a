/** Phrases, which no index knows: they are looked up in the stored text. */
import { beginsIn, holdsIn, type WordTest, wordTestOf } from '../query/clause-match.ts';
import type { PaperText } from '../query/paper-text.ts';
import { isText, type ParsedQuery, type TextClause } from '../query/parsed-query.ts';
import { foldedWord } from '../text/terms.ts';

export interface SearchPhrase {
  text: string;
  words: ReadonlySet<string>;
  /** Whether a paper's text has it. */
  holds: (text: PaperText) => boolean;
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
export function phraseOf(clause: TextClause, unfinished = false): SearchPhrase {
  const tests: WordTest[] = [wordTestOf(clause)];
  if (clause.field === 'any') tests.push(wordTestOf({ ...clause, field: 'author' }));
  const begun = foldedWord(clause.words.at(-1) ?? '');
  return {
    text: clause.words.join(' '),
    words: new Set(clause.words),
    holds: (text) =>
      tests.some((test) => (unfinished ? beginsIn(test, begun, text) : holdsIn(test, text))),
  };
}
