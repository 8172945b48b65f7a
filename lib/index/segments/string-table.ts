/**
 * Sorted strings, front-coded: each is written as how many bytes it shares with the one before and
 * the rest; every sixteenth stands in full, so that one is found by bisection over those heads
 * without decoding the others. Each string carries a payload of variable-length integers.
 *
 * Layout: count (uint32), start of each group of sixteen (uint32, from the start of the entries),
 * entries. An entry: shared bytes, further bytes (variable-length), the bytes, the payload.
 */
import { ByteReader, ByteWriter, decodeText, encodeText, uint32At } from './bytes.ts';

export const groupSize = 16;

/** Writes a table; strings come in code point order, each once. */
export class StringTableWriter {
  #entries = new ByteWriter();
  #groups: number[] = [];
  #last: Uint8Array = new Uint8Array(0);
  count = 0;

  get size(): number {
    return this.#entries.length;
  }

  /** `payload`: as many integers for every entry as the user expects. */
  add(text: string, payload: number[]): void {
    const bytes = encodeText(text);
    let shared = 0;
    if (this.count % groupSize === 0) this.#groups.push(this.#entries.length);
    else while (shared < bytes.length && bytes[shared] === this.#last[shared]) shared++;
    this.#entries.varint(shared);
    this.#entries.varint(bytes.length - shared);
    this.#entries.raw(bytes.subarray(shared));
    for (const number of payload) this.#entries.varint(number);
    this.#last = bytes;
    this.count++;
  }

  take(): Uint8Array {
    const whole = new ByteWriter();
    whole.uint32(this.count);
    for (const start of this.#groups) whole.uint32(start);
    whole.raw(this.#entries.take());
    return whole.take();
  }
}

/** Reads a table out of bytes that are kept as they are. */
export class StringTable {
  readonly count: number;
  readonly #bytes: Uint8Array;
  readonly #groups: number;
  readonly #entries: number;
  readonly #width: number;
  readonly #heads: ByteReader;

  /** `width`: integers in each payload. */
  constructor(bytes: Uint8Array, width: number) {
    this.#bytes = bytes;
    this.#heads = new ByteReader(bytes);
    this.#width = width;
    this.count = uint32At(bytes, 0);
    this.#groups = Math.ceil(this.count / groupSize);
    this.#entries = 4 + 4 * this.#groups;
  }

  /** Number and payload of a string given in UTF-8, or null. */
  find(wanted: Uint8Array): { index: number; payload: number[] } | null {
    if (this.count === 0) return null;
    let low = 0;
    let high = this.#groups - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#compareHead(middle, wanted) <= 0) low = middle;
      else high = middle - 1;
    }
    const bytes = this.#bytes;
    const reader = this.readerAt(low);
    const end = Math.min(this.count, (low + 1) * groupSize);
    // Bytes of `wanted` that the entry before agreed with: an entry that shares more with that one
    // differs at the same place, and one that shares less lies behind the wanted string.
    let agreed = 0;
    for (let index = low * groupSize; index < end; index++) {
      const shared = reader.varint();
      const length = reader.varint();
      if (shared < agreed) return null;
      let at = reader.at;
      reader.at += length;
      if (shared === agreed) {
        const last = reader.at;
        while (at < last && agreed < wanted.length && wanted[agreed] === bytes[at]) {
          at++;
          agreed++;
        }
        if (agreed === wanted.length) {
          return at === last ? { index, payload: this.payload(reader) } : null;
        }
        if (at < last && (bytes[at] as number) > (wanted[agreed] as number)) return null;
      }
      for (let i = 0; i < this.#width; i++) reader.varint();
    }
    return null;
  }

  /** The string with a number; numbers out of range are a defect of the caller. */
  textAt(index: number): string {
    const reader = this.readerAt(Math.floor(index / groupSize));
    let text: Uint8Array = new Uint8Array(0);
    for (let i = index - (index % groupSize); i <= index; i++) {
      text = nextText(reader, text);
      this.payload(reader);
    }
    return decodeText(text);
  }

  /** Every string from the first that is not before `from`, in order. */
  *entries(from = ''): Generator<{ text: string; payload: number[] }> {
    const wanted = encodeText(from);
    let group = 0;
    while (group + 1 < this.#groups && this.#compareHead(group + 1, wanted) <= 0) group++;
    if (this.count === 0) return;
    const reader = this.readerAt(group);
    let bytes: Uint8Array = new Uint8Array(0);
    for (let index = group * groupSize; index < this.count; index++) {
      bytes = nextText(reader, bytes);
      const payload = this.payload(reader);
      if (compareBytes(bytes, wanted) >= 0) yield { text: decodeText(bytes), payload };
    }
  }

  /** All strings, in order. */
  texts(): string[] {
    const texts: string[] = [];
    const reader = this.reader();
    let whole: Uint8Array = new Uint8Array(64);
    for (let index = 0; index < this.count; index++) {
      const shared = reader.varint();
      const length = reader.varint();
      if (shared + length > whole.length) {
        const larger = new Uint8Array(2 * (shared + length));
        larger.set(whole);
        whole = larger;
      }
      whole.set(reader.raw(length), shared);
      texts.push(decodeText(whole.subarray(0, shared + length)));
      for (let i = 0; i < this.#width; i++) reader.varint();
    }
    return texts;
  }

  /** A user at the first entry, for who goes along all of them. */
  reader(): ByteReader {
    return new ByteReader(this.#bytes, this.#entries);
  }

  /** The payload a user stands at; empty when it is only passed over. */
  payload(reader: ByteReader, wanted = true): number[] {
    const payload: number[] = [];
    for (let i = 0; i < this.#width; i++) {
      const number = reader.varint();
      if (wanted) payload.push(number);
    }
    return payload;
  }

  /** A user at the first entry of a group. */
  readerAt(group: number): ByteReader {
    return new ByteReader(this.#bytes, this.#entries + uint32At(this.#bytes, 4 + 4 * group));
  }

  #compareHead(group: number, wanted: Uint8Array): number {
    const bytes = this.#bytes;
    const reader = this.#heads;
    reader.at = this.#entries + uint32At(bytes, 4 + 4 * group);
    reader.varint();
    const length = reader.varint();
    const start = reader.at;
    const shorter = Math.min(length, wanted.length);
    for (let i = 0; i < shorter; i++) {
      const difference = (bytes[start + i] as number) - (wanted[i] as number);
      if (difference !== 0) return difference;
    }
    return length - wanted.length;
  }
}

function nextText(reader: ByteReader, before: Uint8Array): Uint8Array {
  const shared = reader.varint();
  const length = reader.varint();
  const text = new Uint8Array(shared + length);
  text.set(before.subarray(0, shared));
  text.set(reader.raw(length), shared);
  return text;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    if (a[i] !== b[i]) return (a[i] ?? 0) - (b[i] ?? 0);
  }
  return a.length - b.length;
}
