import type { Paper } from '../paper/paper.ts';

export interface ImportPreview {
  format: 'daily-papers-text' | 'daily-papers-api' | 'json-lines' | 'arxiv-atom' | 'kindred';
  /** The first of them, for the user to look at. */
  added: Paper[];
  changed: Paper[];
  addedCount: number;
  changedCount: number;
  unchanged: number;
  refused: { line: number; reason: string; excerpt: string }[];
  refusedCount: number;
  /** For the text of a page: the year in which dates without one were read. */
  assumedYear: number | null;
  /** For a file with userData data. */
  topics: number;
  /** Names of those that are not here yet. */
  freshTopics?: string[] | undefined;
  marks: number;
  /** Things ignored and papers refused. */
  ignored: number;
}

/** How far an import is, in papers. */
export interface ImportProgress {
  stage: 'storing' | 'indexing';
  done: number;
  /** 0 while the text is being read. */
  total: number;
}

export interface ImportResult {
  added: number;
  changed: number;
  topics: number;
  marks: number;
  ignored: number;
  /** Hand this to `undoImport`. */
  undo: string;
}
