/** The words of a paper, prepared for matching many clauses. */
import type { Paper } from '../paper/paper.ts';
import { nameWordsOf, wordKeysOf } from './word-key.ts';

export interface PaperText {
  title: readonly string[];
  /** Title, abstract and each key term: a phrase never spans two. */
  passages: readonly (readonly string[])[];
  /** All keys of all passages. */
  keys: ReadonlySet<string>;
  authors: readonly (readonly string[])[];
}

/** The word keys of a paper; a summary replaces an unknown abstract. */
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
