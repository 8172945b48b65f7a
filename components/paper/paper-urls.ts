/** URLs of a paper, built from its ids. */
import type { Paper } from '../../lib/paper/paper.ts';

type Ids = Pick<Paper, 'arxivId' | 'doi'>;

const arxivPath = (id: string) => id.split('/').map(encodeURIComponent).join('/');

/** Returns the arXiv abstract page, else the page of the DOI, else null. */
export function abstractUrl({ arxivId, doi }: Ids): string | null {
  if (arxivId) return `https://arxiv.org/abs/${arxivPath(arxivId)}`;
  return doi ? `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}` : null;
}

/** Returns the PDF at arXiv, or null. */
export const pdfUrl = ({ arxivId }: Ids): string | null =>
  arxivId ? `https://arxiv.org/pdf/${arxivPath(arxivId)}` : null;

/** Returns the paper's page at Hugging Face, or null. */
export const huggingFaceUrl = ({ arxivId }: Ids): string | null =>
  arxivId ? `https://huggingface.co/papers/${arxivPath(arxivId)}` : null;

/** Returns a URL from a source when it is `https:` and has no credentials, else null. */
export function toHttpsUrl(url: string | null): string | null {
  if (!url || url.length > 2_000) return null;
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' || parsed.username || parsed.password) return null;
  return parsed.href;
}
