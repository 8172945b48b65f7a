/** Addresses as every user of them takes them: parsed, http or https, path in decoded segments. */

const longest = 4000;

/** The address a text is; null for text that is none, for other schemes, and beyond 4,000 characters. */
export function parseWebAddress(text: string): URL | null {
  if (text.length > longest || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

/** Segments of a path, decoded, empty ones left out; an encoding that cannot be read is left as it stands. */
export function pathSegments(url: URL): string[] {
  let path = url.pathname;
  try {
    path = decodeURIComponent(path);
  } catch {
    // The undecoded path fails every id's grammar, which is the right answer.
  }
  return path.split('/').filter((segment) => segment !== '');
}
