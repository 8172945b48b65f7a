/** An index storage in memory, for the commands and the tests. */
import type { IndexStorage } from './index-storage.ts';

export class MemoryStorage implements IndexStorage {
  readonly records = new Map<string, Uint8Array>();

  async read(keys: string[]): Promise<(Uint8Array | undefined)[]> {
    return keys.map((key) => this.records.get(key));
  }

  async write(put: [string, Uint8Array][], remove: string[]): Promise<void> {
    for (const key of remove) this.records.delete(key);
    for (const [key, bytes] of put) this.records.set(key, bytes);
  }

  async clear(): Promise<void> {
    this.records.clear();
  }

  /** The bytes of all values. */
  get size(): number {
    let size = 0;
    for (const bytes of this.records.values()) size += bytes.length;
    return size;
  }
}
