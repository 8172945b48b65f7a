/**
 * Sites Kindred is not given at install: OpenReview as far as it turns pages without loading them,
 * a journal that no table knows, with late tags on request, and PDFs.
 */
import type { Answer } from './faults.ts';
import { escapeMarkup } from './markup.ts';
import { tinyPdf } from './pdf.ts';
import type { SamplePaper } from './sample-papers.ts';

/** A site of papers that the site table does not know. */
export const journalHost = 'journal.example.org';

/** The forum id a paper has on OpenReview, and back. */
export const forumOf = (paper: SamplePaper): string => `F${paper.id.replace('.', 'x')}`;

const html = (body: string): Answer => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${body}</html>`,
});

function tags(paper: SamplePaper): string {
  const tag = (name: string, content: string) =>
    `<meta name="citation_${name}" content="${escapeMarkup(content)}">`;
  return [
    `<title>${escapeMarkup(paper.title)}</title>`,
    tag('title', paper.title),
    ...paper.authors.map((author) => tag('author', author)),
    tag('abstract', paper.abstract),
    tag('journal_title', 'Journal of Samples'),
  ].join('\n');
}

const article = (paper: SamplePaper) =>
  `<h1>${escapeMarkup(paper.title)}</h1><h2>Abstract</h2><p>${escapeMarkup(paper.abstract)}</p>`;

/**
 * Turns to another paper as such sites do: the address first, the document some time later. It
 * is self-contained and runs in the page.
 */
const turning = `
function turnTo(address, head, body, ms) {
  history.pushState({}, '', address);
  setTimeout(() => {
    document.querySelectorAll('meta[name^=citation_],title').forEach((old) => old.remove());
    document.head.insertAdjacentHTML('beforeend', head);
    document.querySelector('main').innerHTML = body;
  }, ms);
}`;

/** An expression that turns an open page of {@link journalHost} or OpenReview to another paper. */
export function turnExpression(address: string, paper: SamplePaper, ms: number): string {
  const parts = [address, tags(paper), article(paper), ms].map((part) => JSON.stringify(part));
  return `turnTo(${parts.join(',')})`;
}

/** An expression that writes a paper's tags into an open page. */
export function lateTagsExpression(paper: SamplePaper): string {
  return `document.head.insertAdjacentHTML('beforeend', ${JSON.stringify(tags(paper))})`;
}

function page(head: string, body: string): Answer {
  return html(`${head}<script>${turning}</script></head><body><main>${body}</main></body>`);
}

/** The answer of one of these hosts, or null. */
export function otherSite(url: URL, papers: SamplePaper[]): Answer | null {
  const { hostname, pathname, searchParams } = url;
  if (hostname === 'openreview.net' && pathname === '/forum') {
    const paper = papers.find((one) => forumOf(one) === searchParams.get('id'));
    return paper ? page(tags(paper), article(paper)) : page('<title>OpenReview</title>', '');
  }
  if (hostname === journalHost) {
    const [, kind, id] = /^\/(articles|late)\/([\d.]+)$/.exec(pathname) ?? [];
    const paper = papers.find((one) => one.id === id);
    if (paper && kind === 'articles') return page(tags(paper), article(paper));
    if (paper) return page('<title>Loading</title>', '<p>One moment.</p>');
    if (/\.pdf$/.test(pathname)) {
      return { status: 200, type: 'application/pdf', body: tinyPdf('A Paper Somewhere') };
    }
    return page('<title>About this journal</title>', '<h1>About</h1><p>Since 1998.</p>');
  }
  return null;
}
