/** Finds the strings of a sorted table within a few edits of a word, without decoding most of it. */
import { resizeArray } from '../../text/resize-array.ts';
import { decodeText } from '../segments/bytes.ts';
import { CharSignatures } from '../segments/char-signatures.ts';
import { groupSize, type StringTable } from '../segments/string-table.ts';

export interface EditLimits {
  /** The largest number of insertions, deletions and replacements of a letter. */
  edits: number;
  /** Whether swapping two neighbors is one edit (optimal string alignment distance). */
  swaps: boolean;
}

/** Above every allowed number of edits. */
const unreachable = 200;

const cache = new WeakMap<StringTable, CharSignatures>();

function signaturesOf(table: StringTable): CharSignatures {
  const signatures = cache.get(table) ?? new CharSignatures(table);
  cache.set(table, signatures);
  return signatures;
}

/**
 * Calls `each` for the strings of a table within the allowed edits of `wanted`, with their payloads,
 * in order. Decodes only groups of which a string has nearly the same letters. Strings that share a
 * prefix share its rows of the distance table, and are skipped together when the prefix is too far.
 */
export function forEachFuzzyTerm(
  table: StringTable,
  wanted: string,
  { edits, swaps }: EditLimits,
  each: (text: string, payload: number[]) => void,
): void {
  const letters = Array.from(wanted, (letter) => letter.codePointAt(0) ?? 0);
  const rows: Uint8Array[] = [
    Uint8Array.from({ length: letters.length + 1 }, (_, i) => Math.min(i, 255)),
  ];
  const mayMatch = signaturesOf(table).mayMatch(wanted, edits);
  let bytes = new Uint8Array(64);
  // The first `filled` letters of the string before: their rows, code points and ends in bytes.
  const points: number[] = [];
  const ends = [0];
  let filled = 0;
  let isTooFar = false;
  for (let first = 0; first < table.count; first += groupSize) {
    const end = Math.min(table.count, first + groupSize);
    let next = first;
    while (next < end && !mayMatch(next)) next++;
    if (next === end) continue;
    const reader = table.readerAt(first / groupSize);
    for (let index = first; index < end; index++) {
      const shared = reader.varint();
      const own = reader.varint();
      const length = shared + own;
      if (length > bytes.length) bytes = resizeArray(bytes, 2 * length);
      for (let i = 0; i < own; i++) bytes[shared + i] = reader.bytes[reader.at + i] as number;
      reader.at += own;
      while ((ends[filled] as number) > shared) {
        filled--;
        isTooFar = false;
      }
      const isCandidate = index >= next && mayMatch(index);
      while (isCandidate && !isTooFar && (ends[filled] as number) < length) {
        const start = ends[filled] as number;
        const size = sizeOf(bytes[start] as number);
        points[filled++] = pointAt(bytes, start, size);
        ends[filled] = start + size;
        rows[filled] ??= new Uint8Array(letters.length + 1);
        isTooFar = fillRow(rows, filled, points, letters, { edits, swaps }) > edits;
      }
      if (isCandidate && !isTooFar && (rows[filled]?.[letters.length] ?? 255) <= edits) {
        each(decodeText(bytes.subarray(0, length)), table.readPayload(reader));
      } else table.skipPayload(reader);
    }
  }
}

/**
 * Fills the row of the distance table for the first `length` letters of a word, within `edits` of the
 * diagonal, and returns its smallest distance.
 */
function fillRow(
  rows: readonly Uint8Array[],
  length: number,
  word: readonly number[],
  wanted: readonly number[],
  { edits, swaps }: EditLimits,
): number {
  const row = rows[length] as Uint8Array;
  const before = rows[length - 1] as Uint8Array;
  const earlier = swaps && length > 1 ? rows[length - 2] : undefined;
  const first = Math.max(1, length - edits);
  const last = Math.min(wanted.length, length + edits);
  row[first - 1] = first === 1 ? Math.min(length, unreachable) : unreachable;
  let smallest = row[first - 1] as number;
  const letter = word[length - 1];
  for (let i = first; i <= last; i++) {
    const other = wanted[i - 1];
    let distance = Math.min(
      (before[i - 1] as number) + (letter === other ? 0 : 1),
      (before[i] as number) + 1,
      (row[i - 1] as number) + 1,
    );
    if (earlier !== undefined && i > 1 && letter === wanted[i - 2] && other === word[length - 2]) {
      distance = Math.min(distance, (earlier[i - 2] as number) + 1);
    }
    row[i] = Math.min(distance, unreachable);
    smallest = Math.min(smallest, distance);
  }
  if (last < wanted.length) row[last + 1] = unreachable;
  return smallest;
}

/** The number of bytes of the UTF-8 character that begins with this byte. */
function sizeOf(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

function pointAt(bytes: Uint8Array, start: number, size: number): number {
  const lead = bytes[start] as number;
  let point = size === 1 ? lead : lead & (0x7f >> size);
  for (let i = 1; i < size; i++) point = point * 64 + ((bytes[start + i] as number) & 63);
  return point;
}
