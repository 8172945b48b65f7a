/** The digest store: what is stored of papers, and the queues that follow from it. */
import type { KeyedWork } from '../paper/identity.ts';
import type { DigestRecord, Paper, PaperId } from '../paper/paper.ts';
import type { Day, Moment } from '../time/days.ts';
import type { Outline } from './outline.ts';

/** How a paper came into the digest. Only papers of a check are news for topics. */
export type NewPaperOrigin = 'check' | 'first-load' | 'starter' | 'import';

/** A change that the index has not taken yet. Ids repeat; the last change of an id counts. */
export interface IndexChange {
  id: PaperId;
  change: 'put' | 'removed';
}

/** An entry of a queue with its key, which acknowledges the entry when its work is stored. */
export type Queued<T> = T & { key: number };

export interface NewPaper {
  id: PaperId;
  kind: NewPaperOrigin;
  at: Moment;
}

export interface PutOptions {
  kind: NewPaperOrigin;
  at: Moment;
  /** Stores what undoes the change, under this name. */
  undo?: string;
}

export interface PutOutcome {
  /** Stored for the first time. */
  added: PaperId[];
  /** Stored before, and read differently now, in upvotes too. */
  changed: PaperId[];
  /** Former ids and the ids that replace them: marks and alerts move from the one to the other. */
  merged: { from: PaperId; to: PaperId }[];
}

export interface DigestCounts {
  papers: number;
  /** Papers with a listing day. */
  listed: number;
  newestListing: Day | null;
  /** Changes that the index has not taken yet. */
  indexBacklog: number;
}

/**
 * Every method is one transaction, except those that return batches. Methods reject with the
 * storage's own error when the database cannot be used.
 */
export interface DigestStore {
  /**
   * Merges records into the stored papers. In the same transaction, papers that are new or read
   * differently join the index queue, and papers that are new or listed for the first time join the
   * topic queue, unless they are imported.
   */
  put(records: DigestRecord[], options: PutOptions): Promise<PutOutcome>;
  /**
   * As `put`, without looking any record up: for papers of which none is stored and no two are the
   * same, which the caller has checked after `changes` returned `since`. Returns the new number of
   * changes; null, with nothing stored, where papers have changed since.
   */
  putNew(records: DigestRecord[], options: PutOptions & { since: number }): Promise<number | null>;
  /** The number of changes of papers so far. */
  changes(): Promise<number>;
  /** Papers by id or former id, in the order of the ids; unknown ids are left out. */
  get(ids: PaperId[]): Promise<Paper[]>;
  /** As `get`, but records. */
  records(ids: PaperId[]): Promise<DigestRecord[]>;
  /** The paper that these keys (`keysOf`) identify, or null. */
  find(keys: PaperId[]): Promise<Paper | null>;
  /** The current id of each id, which is the id itself unless it was merged into another. */
  currentIds(ids: PaperId[]): Promise<PaperId[]>;
  /** Listed papers, newest listing first, from the day `since` on. */
  byListing(range: { since?: Day; limit: number }): Promise<Paper[]>;
  counts(): Promise<DigestCounts>;
  /** Days, upvotes and sources of all papers. */
  outline(): Promise<Outline>;
  /** Ids of papers with an arXiv id and no abstract. Reads every record, so only for small digests. */
  withoutAbstract(limit: number): Promise<PaperId[]>;
  /** All papers, `size` at a time, in the order of their ids. */
  batches(size: number): AsyncGenerator<Paper[], void>;
  /** As `batches`, but records, for export. */
  recordBatches(size: number): AsyncGenerator<DigestRecord[], void>;
  /** As `recordBatches`, with every key that each paper is or was known by. */
  keyBatches(size: number): AsyncGenerator<(KeyedWork & { record: DigestRecord })[], void>;
  remove(ids: PaperId[]): Promise<void>;
  /** Undoes every `put` with this name, but not what other sources have said since. */
  undo(name: string): Promise<void>;
  /** Deletes what was stored to undo changes, except under this name. */
  dropUndo(except?: string): Promise<void>;
  /** The oldest changes that the index has not taken. */
  indexQueue(limit: number): Promise<Queued<IndexChange>[]>;
  /** Removes changes that the index has taken; `keys` in ascending order. */
  ackIndexQueue(keys: number[]): Promise<void>;
  /** Puts every paper on the index queue, for an index that is built from scratch. */
  reindexAll(): Promise<void>;
  /** The oldest new papers that topics have not seen. */
  newPapers(limit: number): Promise<Queued<NewPaper>[]>;
  /** Removes new papers that topics have seen; `keys` in ascending order. */
  ackNewPapers(keys: number[]): Promise<void>;
}
