/**
 * Which letters each string of a table has, and how many: enough to rule out most strings that are
 * not within a few edits of a word, without decoding them.
 */
import type { StringTable } from './string-table.ts';

const maxLength = 255;

export class CharSignatures {
  /** One bit per ASCII letter, some sharing one; all other characters share the first. */
  readonly #once: Uint32Array;
  /** The bits of letters that occur at least twice. */
  readonly #twice: Uint32Array;
  /** In characters, at most 255. */
  readonly #lengths: Uint8Array;

  constructor(table: StringTable) {
    this.#once = new Uint32Array(table.count);
    this.#twice = new Uint32Array(table.count);
    this.#lengths = new Uint8Array(table.count);
    const reader = table.reader();
    // Signatures of each prefix of the string before: shared prefixes are read once.
    const onces = [0];
    const twices = [0];
    const lengths = [0];
    for (let index = 0; index < table.count; index++) {
      const shared = reader.varint();
      const own = reader.varint();
      let once = onces[shared] as number;
      let twice = twices[shared] as number;
      let length = lengths[shared] as number;
      for (let i = 1; i <= own; i++) {
        const byte = reader.bytes[reader.at++] as number;
        if (!isContinuation(byte)) {
          const bit = bitOf(byte);
          twice |= once & bit;
          once |= bit;
          length++;
        }
        onces[shared + i] = once;
        twices[shared + i] = twice;
        lengths[shared + i] = length;
      }
      table.skipPayload(reader);
      this.#once[index] = once;
      this.#twice[index] = twice;
      this.#lengths[index] = Math.min(length, maxLength);
    }
  }

  /** A test for numbers of strings: false only for strings more than `edits` edits from `word`. */
  mayMatch(word: string, edits: number): (index: number) => boolean {
    const letters = Array.from(word, (letter) => letter.codePointAt(0) ?? 0);
    const length = Math.min(letters.length, maxLength);
    let once = 0;
    let twice = 0;
    for (const bit of letters.map(bitOf)) {
      twice |= once & bit;
      once |= bit;
    }
    return (index) => {
      const lengthDifference = Math.abs((this.#lengths[index] as number) - length);
      if (lengthDifference > edits) return false;
      // An insertion or deletion changes one bit of the two sets, a replacement two.
      const maxBits = 2 * edits - lengthDifference;
      const bits = bitCount((this.#once[index] as number) ^ once);
      return bits <= maxBits && bits + bitCount((this.#twice[index] as number) ^ twice) <= maxBits;
    };
  }
}

/** Whether a byte of UTF-8 continues a character. */
const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;

const bitOf = (letter: number): number => (letter < 0x80 ? 1 << (letter & 31) : 1);

/** The number of set bits of 32. */
function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
