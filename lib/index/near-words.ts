/**
 * Words a few edits from another, found along a sorted list.
 */

/**
 * Words within `edits` insertions, deletions, replacements or swaps of neighbours (optimal string
 * alignment distance) of `wanted`. The words come sorted, so the rows of the distance table that
 * belong to a shared beginning are kept from one word to the next.
 */
export function* wordsNear(
  words: Iterable<{ text: string }>,
  wanted: string,
  edits: number,
): Generator<string> {
  const width = wanted.length + 1;
  const rows: Uint8Array[] = [Uint8Array.from({ length: width }, (_, i) => Math.min(i, 255))];
  let last = '';
  // Rows up to here belong to `last`; a beginning this long is already too far away when `dead`.
  let filled = 0;
  let dead = Number.POSITIVE_INFINITY;
  for (const { text } of words) {
    let shared = 0;
    while (shared < filled && text.charCodeAt(shared) === last.charCodeAt(shared)) shared++;
    last = text;
    if (dead <= shared) continue;
    dead = Number.POSITIVE_INFINITY;
    filled = shared;
    if (text.length > wanted.length + edits) {
      filled = Math.min(filled, text.length);
    }
    while (filled < text.length) {
      const least = fillRow(rows, filled + 1, text, wanted);
      filled++;
      if (least > edits) {
        dead = filled;
        break;
      }
    }
    if (dead === Number.POSITIVE_INFINITY && (rows[text.length]?.[wanted.length] ?? 255) <= edits) {
      yield text;
    }
  }
}

/** Fills the row for the first `length` letters of `text`; returns its least distance. */
function fillRow(rows: Uint8Array[], length: number, text: string, wanted: string): number {
  const before = rows[length - 1] ?? rows[0];
  const earlier = length > 1 ? rows[length - 2] : undefined;
  rows[length] ??= new Uint8Array(wanted.length + 1);
  const row = rows[length];
  if (row === undefined || before === undefined) return 0;
  row[0] = Math.min(length, 255);
  let least = row[0];
  const letter = text.charCodeAt(length - 1);
  for (let i = 1; i <= wanted.length; i++) {
    const other = wanted.charCodeAt(i - 1);
    let distance = Math.min(
      (before[i - 1] ?? 0) + (letter === other ? 0 : 1),
      (before[i] ?? 0) + 1,
      (row[i - 1] ?? 0) + 1,
    );
    if (
      earlier !== undefined &&
      i > 1 &&
      letter === wanted.charCodeAt(i - 2) &&
      other === text.charCodeAt(length - 2)
    ) {
      distance = Math.min(distance, (earlier[i - 2] ?? 0) + 1);
    }
    row[i] = Math.min(distance, 255);
    least = Math.min(least, distance);
  }
  return least;
}
