/** Papers on the lines of a listing, remembered so that their PDFs have a title and an abstract. */
import { parseArxivId } from '../paper/arxiv-id.ts';
import type { PagePaper } from '../paper/paper.ts';
import { embeddedListing } from './embedded-data.ts';
import { elementText, pageTextLimits } from './page-text.ts';

/** More than the longest listing of arXiv, of two thousand. */
export const MAX_LINES = 3000;

/**
 * The papers that a listing of arXiv (list, new, recent, catch-up, search) or of Hugging Face
 * names, in the page's order and each once; abstracts where the page shows them. `url` is the
 * listing's address, against which relative links are read.
 */
export function papersOnListing(url: string, document: Document): PagePaper[] {
  const papers = new Map<string, PagePaper>();
  const add = (site: string, found: Partial<PagePaper> & { arxivId: string | null }): void => {
    const { arxivId } = found;
    if (arxivId === null || papers.has(arxivId) || papers.size >= MAX_LINES) return;
    papers.set(arxivId, { ...unknown, ...found, site });
  };
  for (const paper of embeddedListing(document)) add('huggingface', paper);
  for (const found of arxivLines(url, document)) add('arxiv', found);
  for (const found of arxivResults(url, document)) add('arxiv', found);
  for (const found of huggingFaceCards(url, document)) add('huggingface', found);
  return [...papers.values()];
}

type Found = Partial<PagePaper> & { arxivId: string | null };

const unknown: Omit<PagePaper, 'site'> = {
  arxivId: null,
  doi: null,
  title: null,
  abstract: null,
  authors: [],
  published: null,
  view: 'abstract',
};

/** `dl` lists: `dt` has the link, the `dd` after it title, authors and on “new” the abstract. */
function* arxivLines(url: string, document: Document): Generator<Found> {
  for (const link of first(document.querySelectorAll('dt a[title="Abstract"]'))) {
    const dd = link.closest('dt')?.nextElementSibling;
    if (dd?.localName !== 'dd') continue;
    yield {
      arxivId: linkedId(link, url),
      title: textOf(dd.querySelector('.list-title'), pageTextLimits.title, /^Title:\s*/),
      abstract: textOf(dd.querySelector('p.mathjax'), pageTextLimits.abstract),
      authors: namesOf(dd.querySelector('.list-authors')),
    };
  }
}

/** Results of arXiv’s search. */
function* arxivResults(url: string, document: Document): Generator<Found> {
  for (const item of first(document.querySelectorAll('li.arxiv-result'))) {
    const link = item.querySelector('.list-title a[href*="/abs/"]');
    yield {
      arxivId: link && linkedId(link, url),
      title: textOf(item.querySelector('p.title'), pageTextLimits.title),
      abstract: textOf(item.querySelector('.abstract-full'), pageTextLimits.abstract, /△ Less$/),
      authors: namesOf(item.querySelector('.authors')),
    };
  }
}

function* huggingFaceCards(url: string, document: Document): Generator<Found> {
  for (const link of first(document.querySelectorAll('article h3 a[href*="/papers/"]')))
    yield { arxivId: linkedId(link, url), title: textOf(link, pageTextLimits.title) };
}

function* first(elements: NodeListOf<Element>): Generator<Element> {
  for (let at = 0; at < Math.min(elements.length, MAX_LINES); at++) yield elements[at] as Element;
}

/** The arXiv paper a link of the page leads to, or null. */
export function linkedId(link: Element, base: string): string | null {
  const href = link.getAttribute('href') ?? '';
  return URL.canParse(href, base) ? parseArxivId(new URL(href, base).href) : null;
}

function textOf(element: Element | null, limit: number, leaveOff?: RegExp): string | null {
  const text = element === null ? '' : elementText(element, limit);
  return (leaveOff ? text.replace(leaveOff, '').trim() : text) || null;
}

function namesOf(element: Element | null): string[] {
  const links = element?.querySelectorAll('a') ?? [];
  const names: string[] = [];
  for (let at = 0; at < Math.min(links.length, pageTextLimits.authors); at++) {
    const name = textOf(links[at] ?? null, pageTextLimits.author);
    if (name !== null) names.push(name);
  }
  return names;
}
