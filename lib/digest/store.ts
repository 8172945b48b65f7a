/** The digest as it is kept: what it takes and what it answers, whatever holds it. */
import type { KeyedWork } from '../paper/identity.ts';
import type { DigestRecord, Paper, PaperId } from '../paper/paper.ts';
import type { Day, Moment } from '../time/days.ts';
import type { Outline } from './outline.ts';

/** By what way a paper came. Only what a check brings is news for topics. */
export type NewPaperOrigin = 'check' | 'first-load' | 'starter' | 'import';

/** A change the index has yet to take. Ids repeat; the last change of an id holds. */
export interface IndexChange {
  id: PaperId;
  change: 'put' | 'removed';
}

/** A queue's entry with its place: hand the place back when the work is done. */
export type Queued<T> = T & { place: number };

export interface NewPaper {
  id: PaperId;
  kind: NewPaperOrigin;
  at: Moment;
}

export interface PutOutcome {
  /** Stored for the first time. */
  added: PaperId[];
  /** Were there, and read differently now. Upvotes count. */
  changed: PaperId[];
  /** Ids found to be another's: read, saved and alerted marks move from the first to the second. */
  merged: { from: PaperId; to: PaperId }[];
}

export interface DigestCounts {
  papers: number;
  /** Papers with a listing day. */
  listed: number;
  newestListing: Day | null;
  /** Changes that the index has not taken yet. */
  waiting: number;
}

/**
 * Every method is one transaction: it happens as a whole or not at all. Rejects with the storage's
 * own error when the database cannot be used.
 */
export interface DigestStore {
  /**
   * Merges records into what is stored. What is new or changed is put on the index's queue, and
   * what is new, or listed for the first time, on the topics' queue, in the same transaction; what is
   * imported is no news. With `undo`, what it takes to go back is kept under that name.
   */
  put(
    records: DigestRecord[],
    how: { kind: NewPaperOrigin; at: Moment; undo?: string },
  ): Promise<PutOutcome>;
  /**
   * As `put`, for works of which none is stored yet and no two are one, as whoever asks has seen after
   * `changes`. Where papers have changed since, nothing is stored and null answered; else how often
   * they have changed now.
   */
  putNew(
    records: DigestRecord[],
    how: { kind: NewPaperOrigin; at: Moment; undo?: string; since: number },
  ): Promise<number | null>;
  /** How often the papers have changed: between two equal answers they have not. */
  changes(): Promise<number>;
  /** By id or former id, in the order asked for; those that are unknown are left out. */
  get(ids: PaperId[]): Promise<Paper[]>;
  /** As they are stored, by id. */
  records(ids: PaperId[]): Promise<DigestRecord[]>;
  /** The stored paper that these keys (`keysOf`) name, or null. */
  find(keys: PaperId[]): Promise<Paper | null>;
  /** The id each id is kept under now; one that is unknown stands for itself. */
  currentIds(ids: PaperId[]): Promise<PaperId[]>;
  /** Listed papers, newest listing first, from `since` on. */
  byListing(range: { since?: Day; limit: number }): Promise<Paper[]>;
  counts(): Promise<DigestCounts>;
  /** Days, upvotes and sources of all papers. */
  outline(): Promise<Outline>;
  /** Ids of papers with an arXiv id and no abstract. Reads every record: for small digests. */
  withoutAbstract(limit: number): Promise<PaperId[]>;
  /** Everything, `size` papers at a time, in the order of their ids. */
  batches(size: number): AsyncGenerator<Paper[], void>;
  /** As `batches`, unmerged, for export. */
  recordBatches(size: number): AsyncGenerator<DigestRecord[], void>;
  /** Every work with its record and every key it is or was known by, `size` at a time. */
  keyBatches(size: number): AsyncGenerator<(KeyedWork & { record: DigestRecord })[], void>;
  remove(ids: PaperId[]): Promise<void>;
  /** Takes back all that was put with this name, but not what other sources said since. */
  undo(name: string): Promise<void>;
  /** Forgets what was kept for taking back, except under this name. */
  dropUndo(except?: string): Promise<void>;
  /** The oldest changes the index has not taken. */
  toIndex(limit: number): Promise<Queued<IndexChange>[]>;
  /** The index has taken these. */
  indexed(places: number[]): Promise<void>;
  /** Puts every stored paper on the index's queue: for an index that is built from scratch. */
  reindexAll(): Promise<void>;
  /** The oldest arrivals that topics have not seen. */
  arrivals(limit: number): Promise<Queued<NewPaper>[]>;
  /** Topics have seen these. */
  seen(places: number[]): Promise<void>;
}
