import type { StorageArea } from '../../lib/storage/user-data-store.ts';

/** Storage that outlives every worker. */
export class MemoryArea implements StorageArea {
  readonly #kept = new Map<string, string>();

  async get(keys: string | string[]) {
    const found = [keys].flat().filter((key) => this.#kept.has(key));
    return Object.fromEntries(found.map((key) => [key, JSON.parse(this.#kept.get(key) ?? '')]));
  }
  async set(items: Record<string, unknown>) {
    for (const [key, value] of Object.entries(items)) this.#kept.set(key, JSON.stringify(value));
  }
  async remove(keys: string | string[]) {
    for (const key of [keys].flat()) this.#kept.delete(key);
  }
}
