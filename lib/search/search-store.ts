import type { PaperId } from '../paper/paper.ts';

/** Where the snapshot and the tail of changes since are stored. Each method is atomic. */
export interface SearchStore {
  read(): Promise<{ snapshot: Uint8Array | null; tail: PaperId[] }>;
  addToTail(ids: PaperId[]): Promise<void>;
  /** Stores a snapshot that contains everything in the tail, and empties the tail. */
  replaceSnapshot(snapshot: Uint8Array): Promise<void>;
}

/** A store in memory, for the commands and the tests. */
export class MemorySearchStore implements SearchStore {
  snapshot: Uint8Array | null = null;
  tail: PaperId[];

  constructor(tail: PaperId[] = []) {
    this.tail = tail;
  }

  async read(): Promise<{ snapshot: Uint8Array | null; tail: PaperId[] }> {
    return { snapshot: this.snapshot, tail: this.tail };
  }

  async addToTail(ids: PaperId[]): Promise<void> {
    this.tail = [...this.tail, ...ids];
  }

  async replaceSnapshot(snapshot: Uint8Array): Promise<void> {
    this.snapshot = snapshot;
    this.tail = [];
  }
}
