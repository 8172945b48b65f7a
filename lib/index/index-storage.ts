/** Where an index keeps its records: binary values under string keys. */
export interface IndexStorage {
  /** Values in the order of the keys; undefined where there is none. */
  read(keys: string[]): Promise<(Uint8Array | undefined)[]>;
  /** One atomic transaction: removals first, then writes; all of it or nothing. */
  write(put: [string, Uint8Array][], remove: string[]): Promise<void>;
  /** Removes every record. */
  clear(): Promise<void>;
}
