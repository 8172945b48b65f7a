/** Ids by title, for texts that carry no ids. */
import { normalizeTitle } from '../paper/identity.ts';

interface Titled {
  title: string;
  arxivId: string | null;
  doi: string | null;
}

export interface KnownIds {
  arxivId: string | null;
  doi: string | null;
}

/** Shorter titles name too many works. */
const fewestWords = 4;

/**
 * Looks up a normalized title (`normalizeTitle`) among papers with an id. Null for a title of
 * fewer than four words, for an unknown one, and for one that several works have.
 */
export function knownTitles(papers: Iterable<Titled>): (title: string) => KnownIds | null {
  const byTitle = new Map<string, KnownIds | null>();
  for (const { title, arxivId, doi } of papers) {
    const normalized = normalizeTitle(title);
    if (arxivId === null && doi === null) continue;
    if (normalized.split(' ').length < fewestWords) continue;
    const known = byTitle.get(normalized);
    const isOther =
      known === null ||
      (known !== undefined &&
        known.arxivId !== arxivId &&
        (known.arxivId !== null || known.doi !== doi));
    byTitle.set(normalized, isOther ? null : { arxivId, doi });
  }
  return (title) => byTitle.get(title) ?? null;
}
