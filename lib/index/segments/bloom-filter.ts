/**
 * Which strings a table cannot hold, told without looking into it: a Bloom filter (Bloom, 1970) of
 * two bits a string among ten or more, so that two or three in a hundred of those that are not there
 * pass.
 */
import type { StringTable } from './string-table.ts';

const fnvStart = 0x811c9dc5;
const fnvPrime = 0x01000193;
const bitsEach = 10;

export class BloomFilter {
  readonly #bits: Uint32Array;
  readonly #mask: number;

  constructor(table: StringTable) {
    const size = Math.max(32, 2 ** Math.ceil(Math.log2(Math.max(1, table.count * bitsEach))));
    this.#bits = new Uint32Array(size / 32);
    this.#mask = size - 1;
    const reader = table.reader();
    // The hash (FNV-1a) of each beginning of the string before: what is shared is not read again.
    const hashes = [fnvStart];
    for (let index = 0; index < table.count; index++) {
      const shared = reader.varint();
      const own = reader.varint();
      let hash = hashes[shared] as number;
      for (let i = 1; i <= own; i++) {
        hash = Math.imul(hash ^ (reader.bytes[reader.at++] as number), fnvPrime);
        hashes[shared + i] = hash;
      }
      table.payload(reader, false);
      this.#set(hash & this.#mask);
      this.#set(other(hash) & this.#mask);
    }
  }

  /** False only for strings (in UTF-8) that the table does not hold. */
  mayHold(text: Uint8Array): boolean {
    let hash = fnvStart;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ (text[i] as number), fnvPrime);
    return this.#has(hash & this.#mask) && this.#has(other(hash) & this.#mask);
  }

  #set(bit: number): void {
    this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] as number) | (1 << (bit & 31));
  }

  #has(bit: number): boolean {
    return ((this.#bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  }
}

const other = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 3;
