/** Parsing of web addresses. */

const maxLength = 4000;

/** The http or https URL that a text is; null for any other text and beyond 4,000 characters. */
export function parseWebAddress(text: string): URL | null {
  if (text.length > maxLength || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

/** The segments of a path that are not empty, percent-decoded if the encoding is valid. */
export function pathSegments(url: URL): string[] {
  let path = url.pathname;
  try {
    path = decodeURIComponent(path);
  } catch {
    // An undecoded path fails every id's grammar, as it should.
  }
  return path.split('/').filter((segment) => segment !== '');
}
