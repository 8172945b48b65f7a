/**
 * The range of upvotes in a query, both ends included: `>20`, `>=20`, `<5`, `20-50`. A bare `20` means
 * at least 20, because nobody searches for papers with exactly 20. Null when the value is no number.
 */
export function upvoteRange(value: string): { least: number | null; most: number | null } | null {
  const text = value.replace(/\s+/g, '');
  const range = /^(\d{1,9})(?:-|–|\.\.)(\d{1,9})$/.exec(text);
  if (range) return { least: Number(range[1]), most: Number(range[2]) };
  const bound = /^(>=|≥|>|<=|≤|<|=)?(\d{1,9})\+?$/.exec(text);
  if (!bound) return null;
  const number = Number(bound[2]);
  switch (bound[1]) {
    case '>':
      return { least: number + 1, most: null };
    case '<':
      return { least: null, most: number - 1 };
    case '<=':
    case '≤':
      return { least: null, most: number };
    case '=':
      return { least: number, most: number };
    default:
      return { least: number, most: null };
  }
}
