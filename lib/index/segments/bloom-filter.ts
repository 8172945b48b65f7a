/**
 * A Bloom filter (Bloom 1970) over the strings of a table: two bits for each string among ten or
 * more, so that 2 to 3 % of the strings that the table lacks pass.
 */
import { FNV_OFFSET_BASIS, FNV_PRIME } from '../../text/fnv.ts';
import type { StringTable } from './string-table.ts';

const bitsPerString = 10;

export class BloomFilter {
  readonly #bits: Uint32Array;
  readonly #mask: number;

  constructor(table: StringTable) {
    const size = Math.max(32, 2 ** Math.ceil(Math.log2(Math.max(1, table.count * bitsPerString))));
    this.#bits = new Uint32Array(size / 32);
    this.#mask = size - 1;
    const reader = table.reader();
    // The hash of each prefix of the string before: shared prefixes are hashed once.
    const hashes = [FNV_OFFSET_BASIS];
    for (let index = 0; index < table.count; index++) {
      const shared = reader.varint();
      const own = reader.varint();
      let hash = hashes[shared] as number;
      for (let i = 1; i <= own; i++) {
        hash = Math.imul(hash ^ (reader.bytes[reader.at++] as number), FNV_PRIME);
        hashes[shared + i] = hash;
      }
      table.skipPayload(reader);
      this.#set(hash & this.#mask);
      this.#set(secondHash(hash) & this.#mask);
    }
  }

  /** False only for strings (in UTF-8) that the table does not contain. */
  mayContain(text: Uint8Array): boolean {
    let hash = FNV_OFFSET_BASIS;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ (text[i] as number), FNV_PRIME);
    return this.#has(hash & this.#mask) && this.#has(secondHash(hash) & this.#mask);
  }

  #set(bit: number): void {
    this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] as number) | (1 << (bit & 31));
  }

  #has(bit: number): boolean {
    return ((this.#bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  }
}

const secondHash = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 3;
