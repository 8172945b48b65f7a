/** Ids by title, for texts without ids. */
import { normalizeTitle } from '../paper/identity.ts';

interface KnownIds {
  arxivId: string | null;
  doi: string | null;
}

interface TitledPaper extends KnownIds {
  title: string;
}

/** Shorter titles are of too many papers. */
const minWords = 4;

/**
 * Returns a lookup of normalized titles (`normalizeTitle`) among papers with an id. It returns null
 * for a title of fewer than four words, an unknown one, and one that several papers have.
 */
export function knownTitles(papers: Iterable<TitledPaper>): (title: string) => KnownIds | null {
  const byTitle = new Map<string, KnownIds | null>();
  for (const { title, arxivId, doi } of papers) {
    const normalized = normalizeTitle(title);
    if (arxivId === null && doi === null) continue;
    if (normalized.split(' ').length < minWords) continue;
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
