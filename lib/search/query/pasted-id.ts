/** A query that is an address or id of one paper. */
import { arxivIdOfDoi, parseArxivId } from '../../paper/arxiv-id.ts';
import { parseDoi } from '../../paper/doi.ts';

export interface PastedId {
  arxivId: string | null;
  doi: string | null;
}

/** The paper a pasted arXiv id, DOI or link names; null when the query is anything else. */
export function pastedId(query: string): PastedId | null {
  const arxivId = parseArxivId(query);
  if (arxivId !== null) return { arxivId, doi: null };
  const doi = parseDoi(query);
  return doi === null ? null : { arxivId: arxivIdOfDoi(doi), doi };
}
