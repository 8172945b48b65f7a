/**
 * The index's encoding: LEB128 integers (seven bits a byte, low bits first; a set high bit means that
 * more follow), UTF-8 strings, and the order of strings by code point, which is that of their UTF-8.
 */
import { resizeArray } from '../../text/resize-array.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8 bytes. ASCII, nearly every term, skips the encoder, whose calls are slow. */
export function encodeText(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127) return encoder.encode(text);
    bytes[i] = unit;
  }
  return bytes;
}

/** Up to this many bytes, assembling ASCII is faster than calling the decoder. */
const maxShortText = 24;

export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > maxShortText) return decoder.decode(bytes);
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

  /** Four bytes, little-endian. */
  uint32(value: number): void {
    this.#reserve(4);
    for (let shift = 0; shift < 32; shift += 8) {
      this.#bytes[this.length++] = (value >>> shift) & 255;
    }
  }

  /** A copy of the bytes written. */
  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    this.#bytes = resizeArray(this.#bytes, Math.max(this.#bytes.length * 2, this.length + more));
  }
}

/** Reads what `ByteWriter` wrote, from position `at` on. */
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

/** The little-endian integer at a position. */
export function uint32At(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)) >>>
    0
  );
}

/** Compares two strings by code point; `<` compares UTF-16 units. */
export function byCodePoint(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Sorts strings in place by code point, which is the default order where there is no surrogate. */
export function inCodePointOrder(texts: string[]): string[] {
  return texts.some((text) => /[\ud800-\udfff]/.test(text))
    ? texts.sort(byCodePoint)
    : texts.sort();
}

/** Surrogates encode code points above those of every other unit, so they sort last. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
