/** Digital object identifiers: `10.<registrant>/<suffix>`, compared without regard to case. */

const grammar = /^10\.\d{4,9}(?:\.\d{1,9}){0,3}\/[!-~\u00a1-\uffff]{1,240}$/;

/** Hosts that resolve a DOI given as their path. */
export const doiHosts: readonly string[] = ['doi.org', 'dx.doi.org', 'www.doi.org'];

/** A bare DOI in lower case; null unless the whole text is one. */
export function bareDoi(text: string): string | null {
  return grammar.test(text) ? text.toLowerCase() : null;
}

/**
 * The DOI in a text that is one: bare, with `doi:` before it, or a doi.org address with or without
 * scheme. Lower case; punctuation that closes a sentence or an open bracket is left off. Null when
 * the text is anything else.
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
      // An encoding that cannot be read: taken as it stands.
    }
  }
  return bareDoi(withoutClosing(doi));
}

function withoutClosing(doi: string): string {
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
  let found = 0;
  for (let at = 0; at < end; at++) if (text.charAt(at) === character) found++;
  return found;
}
