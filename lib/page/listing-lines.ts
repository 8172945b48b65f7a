/** Where on a listing a paper's mark can stand. */
import { linkedId, MAX_LINES } from './listing.ts';

export interface ListingLine {
  arxivId: string;
  /** The mark becomes its first child. */
  place: Element;
}

/** A line's link to its paper, and the box that its mark begins: one with room before it. */
const kinds: { link: string; place: (link: Element) => Element | null | undefined }[] = [
  {
    link: 'dt a[title="Abstract"]',
    place: (link) => link.closest('dt')?.nextElementSibling?.querySelector('.list-title'),
  },
  {
    link: 'li.arxiv-result .list-title a[href*="/abs/"]',
    place: (link) => link.closest('.list-title'),
  },
  { link: 'article h3 a[href*="/papers/"]', place: (link) => link.closest('h3') },
];

/**
 * The lines of a listing of arXiv or Hugging Face, in the page's order, a place once. `url` is the
 * listing's address, against which relative links are read.
 */
export function listingLines(url: string, document: Document): ListingLine[] {
  const lines = new Map<Element, string>();
  for (const { link, place } of kinds) {
    for (const found of document.querySelectorAll(link)) {
      if (lines.size >= MAX_LINES) break;
      const arxivId = linkedId(found, url);
      const box = place(found);
      if (arxivId !== null && box && !lines.has(box)) lines.set(box, arxivId);
    }
  }
  return [...lines].map(([place, arxivId]) => ({ arxivId, place }));
}
