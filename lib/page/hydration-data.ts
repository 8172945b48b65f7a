/** The paper in the data that Hugging Face's own page scripts start from. */
import { bareArxivId } from '../paper/arxiv-id.ts';
import type { PagePaper } from '../paper/paper.ts';
import { limits, tidyText } from './page-text.ts';

type Json = Record<string, unknown>;

const longest = 4_000_000;

/** Papers that the page's `data-props` hold: one on a paper's page, many on a listing. */
export function hydratedPapers(document: Document): PagePaper[] {
  const props = document
    .querySelector(
      '[data-target="DailyPapers"],[data-target="PaperContent"],[data-target="PaperPage"]',
    )
    ?.getAttribute('data-props');
  if (!props || props.length > longest) return [];
  let data: Json;
  try {
    data = JSON.parse(props) as Json;
  } catch {
    return [];
  }
  const entries = Array.isArray(data?.dailyPapers) ? data.dailyPapers.slice(0, 1000) : [data];
  return entries.map(paperOf).filter((paper) => paper !== null);
}

function paperOf(entry: unknown): PagePaper | null {
  const paper = object(object(entry)?.paper);
  const arxivId = typeof paper?.id === 'string' ? bareArxivId(paper.id) : null;
  if (paper === null || arxivId === null) return null;
  const published = typeof paper.publishedAt === 'string' ? paper.publishedAt : '';
  return {
    arxivId,
    doi: null,
    title: text(paper.title, limits.title),
    abstract: text(paper.summary, limits.abstract),
    authors: (Array.isArray(paper.authors) ? paper.authors : [])
      .slice(0, limits.authors)
      .map((author) => text(object(author)?.name, limits.author))
      .filter((name) => name !== null),
    published: /^\d{4}-\d\d-\d\dT/.test(published) ? published.slice(0, 10) : null,
    site: 'huggingface',
    view: 'abstract',
  };
}

function object(value: unknown): Json | null {
  return typeof value === 'object' && value !== null ? (value as Json) : null;
}

function text(value: unknown, limit: number): string | null {
  return typeof value === 'string' ? tidyText(value, limit) : null;
}
