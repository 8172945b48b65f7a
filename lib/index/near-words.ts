/**
 * Words a few edits from another, found along a sorted list.
 */

/**
 * Words within `edits` insertions, deletions, replacements or swaps of neighbours (optimal string
 * alignment distance) of `wanted`. The words come sorted, so the rows of the distance table that
 * belong to a shared beginning are kept from one word to the next, and words that share a beginning
 * already too far away are passed over.
 */
export function* wordsNear(
  words: Iterable<string>,
  wanted: string,
  edits: number,
): Generator<string> {
  const rows: Uint8Array[] = [
    Uint8Array.from({ length: wanted.length + 1 }, (_, i) => Math.min(i, 255)),
  ];
  let last = '';
  // Rows 0 to `filled` belong to the beginning of `last`; with `dead`, the last of them is too far.
  let filled = 0;
  let dead = false;
  for (const word of words) {
    let shared = 0;
    while (shared < filled && word.charCodeAt(shared) === last.charCodeAt(shared)) shared++;
    last = word;
    if (dead && shared === filled) continue;
    dead = false;
    filled = shared;
    while (filled < word.length && !dead) {
      filled++;
      dead = fillRow(rows, filled, word, wanted) > edits;
    }
    if (!dead && (rows[word.length]?.[wanted.length] ?? 255) <= edits) yield word;
  }
}

/** Fills the row for the first `length` letters of `word`; returns its least distance. */
function fillRow(rows: Uint8Array[], length: number, word: string, wanted: string): number {
  rows[length] ??= new Uint8Array(wanted.length + 1);
  const row = rows[length] as Uint8Array;
  const before = rows[length - 1] as Uint8Array;
  const earlier = rows[length - 2];
  row[0] = Math.min(length, 255);
  let least = row[0];
  const letter = word.charCodeAt(length - 1);
  for (let i = 1; i <= wanted.length; i++) {
    const other = wanted.charCodeAt(i - 1);
    let distance = Math.min(
      (before[i - 1] as number) + (letter === other ? 0 : 1),
      (before[i] as number) + 1,
      (row[i - 1] as number) + 1,
    );
    if (
      earlier !== undefined &&
      i > 1 &&
      letter === wanted.charCodeAt(i - 2) &&
      other === word.charCodeAt(length - 2)
    ) {
      distance = Math.min(distance, (earlier[i - 2] as number) + 1);
    }
    row[i] = Math.min(distance, 255);
    least = Math.min(least, distance);
  }
  return least;
}
