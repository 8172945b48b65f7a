/**
 * Bytes of the index: variable-length integers (seven bits a byte, low bits first, the high bit says
 * that more follow), UTF-8 strings and the order of strings by code point, which is that of UTF-8.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8 bytes; plain ASCII, nearly every term, is written without the encoder, which is slow to call. */
export function encodeText(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127) return encoder.encode(text);
    bytes[i] = unit;
  }
  return bytes;
}

/** Longest text that is quicker to put together than to give to the decoder. */
const shortText = 24;

export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > shortText) return decoder.decode(bytes);
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] as number) > 127) return decoder.decode(bytes);
  }
  return String.fromCharCode(...bytes);
}

/** A growing array of bytes. */
export class ByteWriter {
  #bytes = new Uint8Array(256);
  length = 0;

  /** An unsigned integer below 2^32. */
  varint(value: number): void {
    this.#reserve(5);
    let rest = value >>> 0;
    while (rest > 127) {
      this.#bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.length++] = rest;
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Four bytes, low byte first. */
  uint32(value: number): void {
    this.#reserve(4);
    for (let shift = 0; shift < 32; shift += 8) {
      this.#bytes[this.length++] = (value >>> shift) & 255;
    }
  }

  /** A copy of what has been written. */
  take(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}

/** Reads what `ByteWriter` wrote, from `at` on. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  varint(): number {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
      shift += 7;
    }
  }

  raw(length: number): Uint8Array {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** Four bytes at a position, low byte first. */
export function uint32At(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)) >>>
    0
  );
}

/** Order of two strings by code point (JavaScript's own order is by UTF-16 unit). */
export function byCodePoint(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Sorts strings in place by code point: as JavaScript does where there is no surrogate. */
export function inCodePointOrder(texts: string[]): string[] {
  return texts.some((text) => /[\ud800-\udfff]/.test(text))
    ? texts.sort(byCodePoint)
    : texts.sort();
}

/** Surrogates stand for code points above every single unit, so they sort last. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
