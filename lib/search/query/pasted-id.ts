import { arxivIdOfDoi, parseArxivId } from '../../paper/arxiv-id.ts';
import { parseDoi } from '../../paper/doi.ts';

export interface PastedId {
  arxivId: string | null;
  doi: string | null;
}

/** The arXiv id or DOI that the whole query is, as an id or link; null for any other query. */
export function pastedId(query: string): PastedId | null {
  const arxivId = parseArxivId(query);
  if (arxivId !== null) return { arxivId, doi: null };
  const doi = parseDoi(query);
  return doi === null ? null : { arxivId: arxivIdOfDoi(doi), doi };
}
