/**
 * Addresses of a paper, rebuilt from its ids; addresses told by others pass only as `https:`.
 */
import type { Paper } from '../../lib/paper/paper.ts';

type Ids = Pick<Paper, 'arxivId' | 'doi'>;

const arxivPath = (id: string) => id.split('/').map(encodeURIComponent).join('/');

/** The abstract page, else the DOI's page, else null. */
export function abstractUrl({ arxivId, doi }: Ids): string | null {
  if (arxivId) return `https://arxiv.org/abs/${arxivPath(arxivId)}`;
  return doi ? `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}` : null;
}

/** arXiv's PDF, or null. */
export const pdfUrl = ({ arxivId }: Ids): string | null =>
  arxivId ? `https://arxiv.org/pdf/${arxivPath(arxivId)}` : null;

/** Hugging Face's page of the paper, or null. */
export const huggingFaceUrl = ({ arxivId }: Ids): string | null =>
  arxivId ? `https://huggingface.co/papers/${arxivPath(arxivId)}` : null;

/** `url` when it is an `https:` address without credentials, else null. */
export function toHttpsUrl(url: string | null): string | null {
  if (!url || url.length > 2_000) return null;
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' || parsed.username || parsed.password) return null;
  return parsed.href;
}
