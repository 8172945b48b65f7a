import type { Paper } from '../paper/paper.ts';

export interface ImportPreview {
  format: 'daily-papers-text' | 'daily-papers-api' | 'json-lines' | 'arxiv-atom' | 'kindred';
  /** The first new papers, for the user to look at. */
  added: Paper[];
  changed: Paper[];
  addedCount: number;
  changedCount: number;
  unchanged: number;
  refused: { line: number; reason: string; excerpt: string }[];
  refusedCount: number;
  /** For the text of a page: the year assumed for dates without one. */
  assumedYear: number | null;
  /** For a file with user data. */
  topics: number;
  /** Names of the topics that are new on this device. */
  freshTopics?: string[] | undefined;
  marks: number;
  /** Mutes and rejected detections. */
  ignored: number;
}

/** The progress of an import, in papers. */
export interface ImportProgress {
  stage: 'storing' | 'indexing';
  done: number;
  /** 0 while the text is parsed. */
  total: number;
}

export interface ImportResult {
  added: number;
  changed: number;
  topics: number;
  marks: number;
  ignored: number;
  /** For the call `undoImport`. */
  undo: string;
}
