import { fetchArxivEntry } from '../../digest/arxiv-lookup.ts';
import type { SourceFailure } from '../../digest/source.ts';
import { FailureError } from '../../failure/failure.ts';
import type { Claim, PagePaper } from '../../paper/paper.ts';

const messages: Record<SourceFailure['kind'], string> = {
  offline: 'arXiv could not be reached. Check the connection and try again.',
  refused: 'arXiv refused the request. Open the abstract page instead.',
  busy: 'arXiv is limiting requests. Try again in a few minutes.',
  'not-json': 'arXiv’s answer is not metadata. Open the abstract page instead.',
  unexpected: 'arXiv’s answer is not metadata. Open the abstract page instead.',
  'no-access':
    'The browser does not let Kindred reach arXiv. Allow access to arxiv.org for Kindred, or open the abstract page.',
};

/**
 * Fetches one paper's metadata from arXiv; null when arXiv has no such paper.
 *
 * @throws {FailureError} 'offline' | 'source'
 */
export async function fetchClaimFromArxiv(
  arxivId: string,
  ports: Parameters<typeof fetchArxivEntry>[1],
): Promise<Claim | null> {
  const reply = await fetchArxivEntry(arxivId, ports);
  if (reply.ok) return reply.claim;
  const code = reply.kind === 'offline' ? 'offline' : 'source';
  throw new FailureError({ code, message: messages[reply.kind] });
}

/** A claim as the paper of an arXiv page. */
export function pagePaperOf(claim: Claim): PagePaper {
  const { arxivId, doi, title, abstract, authors, published } = claim;
  return { arxivId, doi, title, abstract, authors, published, site: 'arxiv', view: 'abstract' };
}
