/** Whether a paper's text has what one condition on words asks for. */

import { foldedWord } from '../text/terms.ts';
import type { PaperText } from './paper-text.ts';
import type { TextClause } from './parsed-query.ts';
import { positionOf, wordKey } from './word-key.ts';

/** A condition on words, ready to be asked of many papers. */
export interface WordTest {
  field: TextClause['field'];
  /** Keys (folded words for authors) that stand one after the other. */
  sought: readonly string[];
}

export function wordTestOf(clause: TextClause): WordTest {
  const key = clause.field === 'author' ? foldedWord : wordKey;
  return { field: clause.field, sought: clause.words.map(key) };
}

/** True when the words stand together, whole and in order, in one passage of the field. */
export function holdsIn({ field, sought }: WordTest, text: PaperText): boolean {
  if (field === 'author') return text.authors.some((name) => positionOf(sought, name) >= 0);
  if (field === 'title') return positionOf(sought, text.title) >= 0;
  if (!sought.every((key) => text.keys.has(key))) return false;
  return sought.length === 1 || text.passages.some((keys) => positionOf(sought, keys) >= 0);
}

/** As `holdsIn`, where the last word may be only begun: `"mixture of exp`. */
export function beginsIn({ field, sought }: WordTest, begun: string, text: PaperText): boolean {
  const passages =
    field === 'author' ? text.authors : field === 'title' ? [text.title] : text.passages;
  const whole = sought.slice(0, -1);
  const last = sought.at(-1);
  return passages.some((keys) =>
    keys.some((key, at) => {
      if (key !== last && !key.startsWith(begun)) return false;
      return whole.every((sought, offset) => keys[at - whole.length + offset] === sought);
    }),
  );
}
