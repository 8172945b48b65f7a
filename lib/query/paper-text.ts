/** A paper's words, read once and asked many times. */
import type { Paper } from '../paper/paper.ts';
import { nameWordsOf, wordKeysOf } from './word-key.ts';

/** What words and phrases are looked for in; build it once a paper. */
export interface PaperText {
  title: readonly string[];
  /** Title, abstract and each key term: a phrase never runs from one into the next. */
  passages: readonly (readonly string[])[];
  /** All keys of all passages. */
  keys: ReadonlySet<string>;
  authors: readonly (readonly string[])[];
}

/** Word keys of a paper. A summary stands in where the abstract is unknown. */
export function paperTextOf(
  paper: Pick<Paper, 'title' | 'abstract' | 'summary' | 'keyTerms' | 'authors'>,
): PaperText {
  const title = wordKeysOf(paper.title);
  const body = wordKeysOf(paper.abstract === '' ? (paper.summary?.text ?? '') : paper.abstract);
  const passages = [title, body, ...paper.keyTerms.map(wordKeysOf)];
  return {
    title,
    passages,
    keys: new Set(passages.flat()),
    authors: paper.authors.map(nameWordsOf),
  };
}
