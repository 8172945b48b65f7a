/**
 * Sorted strings with front coding: each is stored as the number of bytes it shares with the string
 * before, and the rest. Every sixteenth is stored whole, so that a binary search over those heads
 * finds a string without decoding the others. Each string carries a payload of integers.
 *
 * Layout: count (uint32), start of each group of sixteen (uint32, from the start of the entries),
 * entries. An entry: shared bytes, further bytes (varints), the bytes, the payload (varints).
 */
import { resizeArray } from '../../text/resize-array.ts';
import { ByteReader, ByteWriter, decodeText, encodeText, uint32At } from './bytes.ts';

export const groupSize = 16;

/** Writes a table; strings must come in code point order, each once. */
export class StringTableWriter {
  #entries = new ByteWriter();
  #groups: number[] = [];
  #last: Uint8Array = new Uint8Array(0);
  count = 0;

  get size(): number {
    return this.#entries.length;
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  /** `payload`: the same number of integers for every string. */
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

  toBytes(): Uint8Array {
    const whole = new ByteWriter();
    whole.uint32(this.count);
    for (const start of this.#groups) whole.uint32(start);
    whole.raw(this.#entries.toBytes());
    return whole.toBytes();
  }
}

/** Reads a table without decoding it first. */
export class StringTable {
  readonly count: number;
  readonly #bytes: Uint8Array;
  readonly #groupCount: number;
  readonly #entriesStart: number;
  readonly #payloadSize: number;
  readonly #headReader: ByteReader;

  /** `payloadSize`: integers in each payload. */
  constructor(bytes: Uint8Array, payloadSize: number) {
    this.#bytes = bytes;
    this.#headReader = new ByteReader(bytes);
    this.#payloadSize = payloadSize;
    this.count = uint32At(bytes, 0);
    this.#groupCount = Math.ceil(this.count / groupSize);
    this.#entriesStart = 4 + 4 * this.#groupCount;
  }

  /** The number and payload of a string in UTF-8; null when the table lacks it. */
  find(wanted: Uint8Array): { index: number; payload: number[] } | null {
    if (this.count === 0) return null;
    let low = 0;
    let high = this.#groupCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#compareHead(middle, wanted) <= 0) low = middle;
      else high = middle - 1;
    }
    const bytes = this.#bytes;
    const reader = this.readerAt(low);
    const end = Math.min(this.count, (low + 1) * groupSize);
    // Bytes of `wanted` that the entry before agreed with: an entry that shares more with that one
    // differs at the same position, and one that shares less comes after `wanted`.
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
          return at === last ? { index, payload: this.readPayload(reader) } : null;
        }
        if (at < last && (bytes[at] as number) > (wanted[agreed] as number)) return null;
      }
      this.skipPayload(reader);
    }
    return null;
  }

  /** The string with a number, which must be below `count`. */
  textAt(index: number): string {
    const reader = this.readerAt(Math.floor(index / groupSize));
    let text: Uint8Array = new Uint8Array(0);
    for (let i = index - (index % groupSize); i <= index; i++) {
      text = nextText(reader, text);
      this.skipPayload(reader);
    }
    return decodeText(text);
  }

  /** All strings that are not before `from`, in order. */
  *entries(from = ''): Generator<{ text: string; payload: number[] }> {
    const wanted = encodeText(from);
    let group = 0;
    while (group + 1 < this.#groupCount && this.#compareHead(group + 1, wanted) <= 0) group++;
    if (this.count === 0) return;
    const reader = this.readerAt(group);
    let bytes: Uint8Array = new Uint8Array(0);
    for (let index = group * groupSize; index < this.count; index++) {
      bytes = nextText(reader, bytes);
      const payload = this.readPayload(reader);
      if (compareBytes(bytes, wanted) >= 0) yield { text: decodeText(bytes), payload };
    }
  }

  /** All strings, in order. */
  texts(): string[] {
    const texts: string[] = [];
    const reader = this.reader();
    let whole = new Uint8Array(64);
    for (let index = 0; index < this.count; index++) {
      const shared = reader.varint();
      const length = reader.varint();
      if (shared + length > whole.length) whole = resizeArray(whole, 2 * (shared + length));
      whole.set(reader.raw(length), shared);
      texts.push(decodeText(whole.subarray(0, shared + length)));
      this.skipPayload(reader);
    }
    return texts;
  }

  /** A byte reader at the first entry. */
  reader(): ByteReader {
    return new ByteReader(this.#bytes, this.#entriesStart);
  }

  /** A byte reader at the first entry of a group. */
  readerAt(group: number): ByteReader {
    return new ByteReader(this.#bytes, this.#entriesStart + uint32At(this.#bytes, 4 + 4 * group));
  }

  /** Reads the payload that follows the bytes of an entry. */
  readPayload(reader: ByteReader): number[] {
    const payload: number[] = [];
    for (let i = 0; i < this.#payloadSize; i++) payload.push(reader.varint());
    return payload;
  }

  skipPayload(reader: ByteReader): void {
    for (let i = 0; i < this.#payloadSize; i++) reader.varint();
  }

  #compareHead(group: number, wanted: Uint8Array): number {
    const bytes = this.#bytes;
    const reader = this.#headReader;
    reader.at = this.#entriesStart + uint32At(bytes, 4 + 4 * group);
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
