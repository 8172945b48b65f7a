/** Whether a paper's text matches a text clause. */

import { foldedWord } from '../text/terms.ts';
import type { PaperText } from './paper-text.ts';
import type { TextClause } from './parsed-query.ts';
import { positionOf, wordKey } from './word-key.ts';

/** A text clause, prepared for matching many papers. */
export interface TextTest {
  field: TextClause['field'];
  /** Word keys (folded words for authors) that must occur one after the other. */
  keys: readonly string[];
}

export function textTestOf(clause: TextClause): TextTest {
  const key = clause.field === 'author' ? foldedWord : wordKey;
  return { field: clause.field, keys: clause.words.map(key) };
}

/** Whether the words occur one after the other, whole and in order, in one passage of the field. */
export function passesTextTest({ field, keys }: TextTest, text: PaperText): boolean {
  if (field === 'author') return text.authors.some((name) => positionOf(keys, name) >= 0);
  if (field === 'title') return positionOf(keys, text.title) >= 0;
  if (!keys.every((key) => text.keys.has(key))) return false;
  return keys.length === 1 || text.passages.some((passage) => positionOf(keys, passage) >= 0);
}
