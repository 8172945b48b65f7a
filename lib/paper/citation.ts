import { plainText } from '../text/plain-text.ts';
import type { Paper } from './paper.ts';

/** The facts of a paper that citations contain. */
export type CitablePaper = Pick<Paper, 'authors' | 'published' | 'title' | 'arxivId' | 'doi'>;

/** A citation to paste into a text: `Ma et al. (2023). Title. arXiv:2312.00438. https://…`. */
export function citationOf({ authors, published, title, arxivId, doi }: CitablePaper): string {
  const [first = '', second] = authors.map(plainText);
  const both = second === undefined ? first : `${first} and ${second}`;
  const names = authors.length > 2 ? `${first} et al.` : both;
  const year = published === null ? '' : `(${published.slice(0, 4)})`;
  const head = [names, year].filter(Boolean).join(' ');
  const id = arxivId === null ? '' : `arXiv:${arxivId}`;
  const parts = [head, plainText(title), id].filter(Boolean).join('. ');
  return [`${parts}.`, paperUrl({ arxivId, doi })].filter(Boolean).join(' ');
}

/** The address of arXiv's abstract page, else of the DOI; null when the paper has neither. */
export function paperUrl({ arxivId, doi }: Pick<CitablePaper, 'arxivId' | 'doi'>): string | null {
  if (arxivId !== null) return `https://arxiv.org/abs/${arxivId}`;
  return doi === null ? null : `https://doi.org/${encodeURI(doi)}`;
}
