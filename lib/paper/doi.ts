/** DOIs (https://www.doi.org/the-identifier/resources/handbook): `10.<registrant>/<suffix>`, case-insensitive. */

const grammar = /^10\.\d{4,9}(?:\.\d{1,9}){0,3}\/[!-~\u00a1-\uffff]{1,240}$/;

/** Hosts whose path is a DOI. */
export const doiHosts: readonly string[] = ['doi.org', 'dx.doi.org', 'www.doi.org'];

/** A bare DOI in lower case; null for any other text. */
export function bareDoi(text: string): string | null {
  return grammar.test(text) ? text.toLowerCase() : null;
}

/**
 * The DOI that a text is, in lower case: bare, with the prefix `doi:`, or a doi.org address with or
 * without scheme, possibly with punctuation that ends a sentence or closes a bracket. Null for any
 * other text.
 */
export function parseDoi(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > 1000) return null;
  const address = /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/){1,2}(?:doi:)?([^?#]+)/i.exec(
    trimmed,
  );
  let doi = address?.[1] ?? trimmed.replace(/^(?:info:doi\/|urn:doi:|doi:?\s*)/i, '');
  if (address) {
    try {
      doi = decodeURIComponent(doi);
    } catch {
      // A malformed percent-encoding: the suffix is taken as written.
    }
  }
  return bareDoi(withoutTrailingPunctuation(doi));
}

function withoutTrailingPunctuation(doi: string): string {
  let end = doi.length;
  for (; end > 0; end--) {
    const last = doi.charAt(end - 1);
    if ('.,;:\'"/ '.includes(last)) continue;
    if (last === ')' && count(doi, '(', end) < count(doi, ')', end)) continue;
    if (last === ']' && count(doi, '[', end) < count(doi, ']', end)) continue;
    if (last === '>' && count(doi, '<', end) < count(doi, '>', end)) continue;
    break;
  }
  return doi.slice(0, end);
}

function count(text: string, character: string, end: number): number {
  return text.slice(0, end).split(character).length - 1;
}
