/** A key-value store for the records of an index. */
export interface IndexStorage {
  /** The values in the order of the keys; undefined where there is none. */
  read(keys: string[]): Promise<(Uint8Array | undefined)[]>;
  /** One atomic transaction: removals first, then writes. */
  write(put: [string, Uint8Array][], remove: string[]): Promise<void>;
  /** Removes every record. */
  clear(): Promise<void>;
}
