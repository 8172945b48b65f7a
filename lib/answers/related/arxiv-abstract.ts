import { fetchArxivEntry } from '../../digest/arxiv-lookup.ts';
import type { SourceFailure } from '../../digest/source.ts';
import { FailureError } from '../../failure/failure.ts';
import type { Claim, PagePaper } from '../../paper/paper.ts';

const sentences: Record<SourceFailure['kind'], string> = {
  offline: 'arXiv could not be reached. Check the connection and ask again.',
  refused: 'arXiv refused the question. Open the abstract page instead.',
  busy: 'arXiv asks to be left alone for a while. Try again in a few minutes.',
  'not-json': 'arXiv answered something that is no metadata. Open the abstract page instead.',
  unexpected: 'arXiv answered something that is no metadata. Open the abstract page instead.',
  'no-access':
    'The browser does not let Kindred reach arXiv. Allow access to arxiv.org for Kindred, or open the abstract page.',
};

/** One paper's metadata from arXiv, or null when arXiv has no such paper. Throws a sentence. */
export async function fetchClaimFromArxiv(
  arxivId: string,
  ports: Parameters<typeof fetchArxivEntry>[1],
): Promise<Claim | null> {
  const reply = await fetchArxivEntry(arxivId, ports);
  if (reply.ok) return reply.claim;
  const code = reply.kind === 'offline' ? 'offline' : 'source';
  throw new FailureError({ code, message: sentences[reply.kind] });
}

/** What a claim tells of a page's paper. */
export function pagePaperOf(claim: Claim): PagePaper {
  const { arxivId, doi, title, abstract, authors, published } = claim;
  return { arxivId, doi, title, abstract, authors, published, site: 'arxiv', view: 'abstract' };
}
