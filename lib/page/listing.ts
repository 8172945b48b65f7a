/** The papers of a listing, stored so that their PDFs, whose pages have neither, have title and abstract. */
import { parseArxivId } from '../paper/arxiv-id.ts';
import type { PagePaper } from '../paper/paper.ts';
import { limits } from '../text/sanitize.ts';
import { emptyPaper } from './address.ts';
import { firstElements } from './elements.ts';
import { embeddedListing } from './embedded-data.ts';
import { elementText } from './page-text.ts';

/** Above the longest listing of arXiv, which has 2,000 lines. */
export const MAX_LINES = 3000;

type ListedPaper = Partial<PagePaper> & { arxivId: string | null };

/**
 * The papers of a listing of arXiv (list, new, recent, catch-up, search) or Hugging Face, in the
 * page's order, each once, with abstracts where the page shows them. `url` is the listing's address,
 * the base of relative links.
 */
export function papersOnListing(url: string, document: Document): PagePaper[] {
  const papers = new Map<string, PagePaper>();
  const add = (site: string, found: ListedPaper): void => {
    const { arxivId } = found;
    if (arxivId === null || papers.has(arxivId) || papers.size >= MAX_LINES) return;
    papers.set(arxivId, { ...emptyPaper(site, 'abstract'), ...found });
  };
  for (const paper of embeddedListing(document)) add('huggingface', paper);
  for (const found of arxivLines(url, document)) add('arxiv', found);
  for (const found of arxivResults(url, document)) add('arxiv', found);
  for (const found of huggingFaceCards(url, document)) add('huggingface', found);
  return [...papers.values()];
}

/** `dl` lists: `dt` has the link, the `dd` after it title, authors and on “new” the abstract. */
function* arxivLines(url: string, document: Document): Generator<ListedPaper> {
  for (const link of firstElements(document, 'dt a[title="Abstract"]', MAX_LINES)) {
    const dd = link.closest('dt')?.nextElementSibling;
    if (dd?.localName !== 'dd') continue;
    yield {
      arxivId: linkedId(link, url),
      title: textOf(dd.querySelector('.list-title'), limits.title, /^Title:\s*/),
      abstract: textOf(dd.querySelector('p.mathjax'), limits.abstract),
      authors: namesOf(dd.querySelector('.list-authors')),
    };
  }
}

/** The results of arXiv’s search. */
function* arxivResults(url: string, document: Document): Generator<ListedPaper> {
  for (const item of firstElements(document, 'li.arxiv-result', MAX_LINES)) {
    const link = item.querySelector('.list-title a[href*="/abs/"]');
    yield {
      arxivId: link && linkedId(link, url),
      title: textOf(item.querySelector('p.title'), limits.title),
      abstract: textOf(item.querySelector('.abstract-full'), limits.abstract, /△ Less$/),
      authors: namesOf(item.querySelector('.authors')),
    };
  }
}

function* huggingFaceCards(url: string, document: Document): Generator<ListedPaper> {
  for (const link of firstElements(document, 'article h3 a[href*="/papers/"]', MAX_LINES))
    yield { arxivId: linkedId(link, url), title: textOf(link, limits.title) };
}

/** The arXiv id of the paper that a link leads to, or null. */
export function linkedId(link: Element, base: string): string | null {
  const href = link.getAttribute('href') ?? '';
  return URL.canParse(href, base) ? parseArxivId(new URL(href, base).href) : null;
}

function textOf(element: Element | null, limit: number, removed?: RegExp): string | null {
  const text = element === null ? '' : elementText(element, limit);
  return (removed ? text.replace(removed, '').trim() : text) || null;
}

function namesOf(element: Element | null): string[] {
  return (element ? firstElements(element, 'a', limits.authors) : [])
    .map((link) => textOf(link, limits.name))
    .filter((name) => name !== null);
}
