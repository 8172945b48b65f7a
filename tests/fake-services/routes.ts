/** Which host and path answer what. */
import { atomFeed } from './arxiv-atom.ts';
import { absPage, arxivCss, htmlPaper, listPage, plainPage } from './arxiv-pages.ts';
import { rssFeed } from './arxiv-rss.ts';
import type { CapturedPages } from './captured-pages.ts';
import type { Answer } from './faults.ts';
import { dailyPapersAnswer, paperPage, papersListing } from './hugging-face.ts';
import { otherSite } from './other-sites.ts';
import { tinyPdf } from './pdf.ts';
import type { SamplePaper } from './sample-papers.ts';

const html = (body: string, status = 200): Answer => ({
  status,
  type: 'text/html; charset=utf-8',
  body,
});
const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
  headers: { ratelimit: '"api";r=490;t=120' },
});

const paperPath = /^\/(abs|pdf|html)\/(\d{4}\.\d{4,5})(v\d+)?(?:\.pdf)?$/;

function arxiv(url: URL, papers: SamplePaper[]): Answer {
  if (url.pathname.endsWith('.js')) {
    return { status: 200, type: 'text/javascript', body: '/* nothing */' };
  }
  if (url.pathname.startsWith('/static/')) {
    return { status: 200, type: 'text/css', body: arxivCss };
  }
  const [, view, id] = paperPath.exec(url.pathname) ?? [];
  if (view) {
    const paper = papers.find((candidate) => candidate.id === id);
    if (!paper) {
      return html(plainPage('Article not found', `Article ${id} doesn't exist.`), 404);
    }
    if (view === 'abs') return html(absPage(paper));
    if (view === 'pdf') return { status: 200, type: 'application/pdf', body: tinyPdf(paper.title) };
    return html(htmlPaper(paper, url.searchParams.get('theme') === 'dark' ? 'dark' : 'light'));
  }
  if (url.pathname.startsWith('/list/')) {
    return html(listPage(linesOf(papers, Number(url.searchParams.get('show') ?? 40))));
  }
  if (url.pathname.startsWith('/search')) return html(plainPage('Search', 'Search arXiv.'));
  if (url.pathname === '/') return html(plainPage('arXiv.org e-Print archive', 'Welcome.'));
  return html(plainPage('Not found', 'No such page.'), 404);
}

/** Returns `lines` lines of a listing: the given papers, then made-up ones. */
function linesOf(papers: SamplePaper[], lines: number): SamplePaper[] {
  const [like] = papers;
  if (like === undefined) return [];
  const more = Math.max(0, Math.min(lines, 2_000) - papers.length);
  const others = Array.from({ length: more }, (_, at) => {
    return { ...like, id: `1801.${String(at + 1).padStart(5, '0')}`, title: `Another paper ${at}` };
  });
  return [...papers.slice(0, lines), ...others];
}

function arxivApi(url: URL, papers: SamplePaper[]): Answer {
  const idList = url.searchParams.get('id_list') ?? '';
  const wanted = idList.split(',').map((id) => id.replace(/v\d+$/, ''));
  const found = wanted.flatMap((id) => papers.filter((paper) => paper.id === id));
  return {
    status: 200,
    type: 'application/atom+xml; charset=utf-8',
    body: atomFeed(found, idList),
  };
}

function huggingFace(url: URL, papers: SamplePaper[]): Answer {
  if (url.pathname === '/api/daily_papers') {
    const answer = dailyPapersAnswer(papers, url.searchParams);
    return answer ? json(answer) : json({ error: 'Invalid date' }, 400);
  }
  const [, id] = /^\/papers\/(\d{4}\.\d{4,5})$/.exec(url.pathname) ?? [];
  if (id) {
    const paper = papers.find((candidate) => candidate.id === id);
    return paper ? html(paperPage(paper)) : html('<title>404</title><h1>404</h1>', 404);
  }
  if (/^\/papers(\/|$)/.test(url.pathname)) {
    return html(papersListing(papers.filter((paper) => paper.listedAt).slice(0, 40)));
  }
  return html('<title>Hugging Face</title><h1>Hugging Face</h1>');
}

/** Answers a GET; null for what it does not know, which gets 404. */
export type Router = (host: string, path: string, papers: SamplePaper[]) => Answer | null;

/**
 * Captured pages in the place of the fake ones. Of the fake sites only the services that the
 * extension itself asks remain.
 */
export function capturedRouter(captured: CapturedPages): Router {
  return (host, path, papers) => {
    const url = `https://${host}${path}`;
    return captured.answer(url) ?? (isService(new URL(url)) ? route(host, path, papers) : null);
  };
}

const isService = ({ host, pathname }: URL): boolean =>
  host === 'export.arxiv.org' ||
  host === 'rss.arxiv.org' ||
  (host === 'huggingface.co' && pathname.startsWith('/api/'));

/** The answer to a GET; null for a host that the fake services do not play (a browser's own calls). */
export function route(host: string, path: string, papers: SamplePaper[]): Answer | null {
  const url = new URL(path, `https://${host}`);
  if (host === 'export.arxiv.org' && url.pathname === '/api/query') return arxivApi(url, papers);
  if (host === 'rss.arxiv.org') {
    const body = rssFeed(decodeURIComponent(url.pathname.replace('/rss/', '')), papers);
    return { status: 200, type: 'application/rss+xml', body, headers: { etag: '"one"' } };
  }
  if (host === 'arxiv.org' || host.endsWith('.arxiv.org')) return arxiv(url, papers);
  if (host === 'huggingface.co' || host === 'hf.co') return huggingFace(url, papers);
  return otherSite(url, papers);
}
