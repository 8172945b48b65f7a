/**
 * Words a few edits from another, found along a sorted table without decoding most of it.
 */
import { decodeText } from '../segments/bytes.ts';
import { CharSignatures } from '../segments/char-signatures.ts';
import { groupSize, type StringTable } from '../segments/string-table.ts';

export interface Nearness {
  /** Insertions, deletions and replacements of a letter, at most. */
  edits: number;
  /** Two neighbors that changed places count as one edit (optimal string alignment distance). */
  swaps: boolean;
}

/** Further than any edits that are asked for. */
const far = 200;

const known = new WeakMap<StringTable, CharSignatures>();

function letterSetsOf(table: StringTable): CharSignatures {
  const sets = known.get(table) ?? new CharSignatures(table);
  known.set(table, sets);
  return sets;
}

/**
 * Calls `each` for the strings of a table that are near to `wanted`, with their payloads, in order.
 * Only groups that hold a string with nearly the same letters are decoded. The rows of the distance
 * table that belong to a shared beginning are kept from one string to the next, and strings that
 * share a beginning already too far away are passed over.
 */
export function forEachFuzzyTerm(
  table: StringTable,
  wanted: string,
  { edits, swaps }: Nearness,
  each: (text: string, payload: number[]) => void,
): void {
  const letters = Array.from(wanted, (letter) => letter.codePointAt(0) ?? 0);
  const rows: Uint8Array[] = [
    Uint8Array.from({ length: letters.length + 1 }, (_, i) => Math.min(i, 255)),
  ];
  const mayBeNear = letterSetsOf(table).near(wanted, edits);
  let bytes = new Uint8Array(64);
  // The first `filled` letters of the string before: their rows, code points and where they end.
  const points: number[] = [];
  const ends = [0];
  let filled = 0;
  let dead = false;
  for (let first = 0; first < table.count; first += groupSize) {
    const end = Math.min(table.count, first + groupSize);
    let next = first;
    while (next < end && !mayBeNear(next)) next++;
    if (next === end) continue;
    const reader = table.readerAt(first / groupSize);
    for (let index = first; index < end; index++) {
      const shared = reader.varint();
      const own = reader.varint();
      const length = shared + own;
      if (length > bytes.length) bytes = widened(bytes, 2 * length);
      for (let i = 0; i < own; i++) bytes[shared + i] = reader.bytes[reader.at + i] as number;
      reader.at += own;
      while ((ends[filled] as number) > shared) {
        filled--;
        dead = false;
      }
      const isLike = index >= next && mayBeNear(index);
      while (isLike && !dead && (ends[filled] as number) < length) {
        const start = ends[filled] as number;
        const size = sizeOf(bytes[start] as number);
        points[filled++] = pointAt(bytes, start, size);
        ends[filled] = start + size;
        rows[filled] ??= new Uint8Array(letters.length + 1);
        dead = fillRow(rows, filled, points, letters, { edits, swaps }) > edits;
      }
      if (isLike && !dead && (rows[filled]?.[letters.length] ?? 255) <= edits) {
        each(decodeText(bytes.subarray(0, length)), table.payload(reader));
      } else table.payload(reader, false);
    }
  }
}

/**
 * Fills the row for the first `length` letters of a word, as far as that many edits can reach from
 * its diagonal; answers its least distance.
 */
function fillRow(
  rows: readonly Uint8Array[],
  length: number,
  word: readonly number[],
  wanted: readonly number[],
  { edits, swaps }: Nearness,
): number {
  const row = rows[length] as Uint8Array;
  const before = rows[length - 1] as Uint8Array;
  const earlier = swaps && length > 1 ? rows[length - 2] : undefined;
  const first = Math.max(1, length - edits);
  const last = Math.min(wanted.length, length + edits);
  row[first - 1] = first === 1 ? Math.min(length, far) : far;
  let least = row[first - 1] as number;
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
    row[i] = Math.min(distance, far);
    least = Math.min(least, distance);
  }
  if (last < wanted.length) row[last + 1] = far;
  return least;
}

/** Bytes of the UTF-8 character that begins with this byte. */
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

function widened(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}
