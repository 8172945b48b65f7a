/** The lines of a listing, and where each one's label goes. */
import { linkedId, MAX_LINES } from './listing.ts';

export interface ListingLine {
  arxivId: string;
  /** The label becomes its first child. */
  place: Element;
}

/** For each kind of listing the link of a line, and the element for the label: one with a margin before it. */
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
 * The lines of a listing of arXiv or Hugging Face, in the page's order, one per place. `url` is the
 * listing's address, the base of relative links.
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
