/**
 * Which letters the strings of a table have, and how many: told from that at a glance, most strings
 * cannot be a few edits from another.
 */
import type { StringTable } from './string-table.ts';

const longest = 255;

export class CharSignatures {
  /** One bit a letter of ASCII, some sharing one; all other characters share the first. */
  readonly #once: Uint32Array;
  /** The bits that come twice. */
  readonly #twice: Uint32Array;
  /** In characters, at most 255. */
  readonly #lengths: Uint8Array;

  constructor(table: StringTable) {
    this.#once = new Uint32Array(table.count);
    this.#twice = new Uint32Array(table.count);
    this.#lengths = new Uint8Array(table.count);
    const reader = table.reader();
    // Of each beginning of the string before: what is shared is not read again.
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
        if (!isInside(byte)) {
          const bit = bitOf(byte);
          twice |= once & bit;
          once |= bit;
          length++;
        }
        onces[shared + i] = once;
        twices[shared + i] = twice;
        lengths[shared + i] = length;
      }
      table.payload(reader, false);
      this.#once[index] = once;
      this.#twice[index] = twice;
      this.#lengths[index] = Math.min(length, longest);
    }
  }

  /** Tells the numbers of strings that may be so near: false only for those that are not. */
  near(wanted: string, edits: number): (index: number) => boolean {
    const letters = Array.from(wanted, (letter) => letter.codePointAt(0) ?? 0);
    const length = Math.min(letters.length, longest);
    let once = 0;
    let twice = 0;
    for (const bit of letters.map(bitOf)) {
      twice |= once & bit;
      once |= bit;
    }
    return (index) => {
      const longer = Math.abs((this.#lengths[index] as number) - length);
      if (longer > edits) return false;
      // A letter put in or left out changes one bit of the two sets, another in its place two.
      const most = 2 * edits - longer;
      const other = bitsIn((this.#once[index] as number) ^ once);
      return other <= most && other + bitsIn((this.#twice[index] as number) ^ twice) <= most;
    };
  }
}

/** A byte of UTF-8 that does not begin a character. */
const isInside = (byte: number): boolean => (byte & 0xc0) === 0x80;

const bitOf = (letter: number): number => (letter < 0x80 ? 1 << (letter & 31) : 1);

/** How many bits of 32 are set. */
function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
