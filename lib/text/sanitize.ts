/** Limits on text from outside. */

/** The largest lengths in UTF-16 units, and for `authors` and `keyTerms` the largest numbers. */
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

/** Collapses white space, removes control characters, and cuts to `maxLength` UTF-16 units. */
export function clampText(text: string, maxLength: number): string {
  const collapsed = text
    .slice(0, maxLength * 2)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return collapsed.length <= maxLength
    ? collapsed
    : collapsed.slice(0, maxLength).toWellFormed().trim();
}

/** A normalized `https:` URL without credentials; null for anything else. */
export function httpsUrl(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > limits.url || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '';
  return plain && url.hostname.includes('.') && url.href.length <= limits.url ? url.href : null;
}
