/** Links of a page that can only be its own: the DOI it names once, the arXiv button under its title. */
import { parseArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';

export interface OwnLinks {
  doi: string | null;
  arxivId: string | null;
  /** The page ends in a list of references. */
  references: boolean;
}

const mostLinks = 4000;
const longestText = 600_000;

/** A DOI counts when it is the only one on the page; an arXiv link when its words are “arXiv”, “Paper” or “PDF”. */
export function ownLinks(document: Document): OwnLinks {
  const dois = new Set<string>();
  const buttons = new Set<string>();
  const anchors = document.querySelectorAll('a[href]');
  for (let at = 0; at < Math.min(anchors.length, mostLinks); at++) {
    const anchor = anchors[at] as Element;
    const href = anchor.getAttribute('href') ?? '';
    if (!/^https?:\/\//i.test(href)) continue;
    const doi = parseDoi(href);
    if (doi !== null) dois.add(doi);
    const id = parseArxivId(href);
    if (
      id !== null &&
      /^\W*(?:arxiv|paper|pdf|preprint|read the paper|full paper|paper \(arxiv\))\W*$/i.test(
        (anchor.textContent ?? '').trim(),
      )
    )
      buttons.add(id);
  }
  const text = document.body?.textContent ?? '';
  if (text.length < longestText) {
    for (const match of text.matchAll(/\bdoi:\s{0,3}(10\.\d{4,9}\/[^\s"<>]{1,200})/gi)) {
      const doi = parseDoi(match[1] ?? '');
      if (doi !== null) dois.add(doi);
      if (dois.size > 1) break;
    }
  }
  return {
    doi: dois.size === 1 ? ([...dois][0] ?? null) : null,
    arxivId: buttons.size === 1 ? ([...buttons][0] ?? null) : null,
    references: hasReferences(document),
  };
}

function hasReferences(document: Document): boolean {
  const headings = document.querySelectorAll('h1,h2,h3,h4,h5,strong,b,.ltx_title_bibliography');
  for (let at = Math.max(0, headings.length - 400); at < headings.length; at++) {
    const words = headings[at]?.textContent ?? '';
    if (
      words.length < 40 &&
      /^\W*(?:references|bibliography|works cited|literature cited|notes and references)\W*$/i.test(
        words,
      )
    )
      return true;
  }
  return false;
}
