/** Longest texts kept, in UTF-16 units; and the most of a kind. */
export const limits = {
  title: 1_000,
  abstract: 20_000,
  summary: 2_000,
  name: 200,
  authors: 5_000,
  keyTerm: 100,
  keyTerms: 50,
  url: 500,
} as const;

/** White space collapsed, control characters out, cut to `longest`. */
export function clampText(text: string, longest: number): string {
  const collapsed = text
    .slice(0, longest * 2)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return collapsed.length <= longest
    ? collapsed
    : collapsed.slice(0, longest).toWellFormed().trim();
}

/** An `https:` address without credentials, as the platform writes it; null for anything else. */
export function httpsUrl(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > limits.url || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '';
  return plain && url.hostname.includes('.') && url.href.length <= limits.url ? url.href : null;
}
