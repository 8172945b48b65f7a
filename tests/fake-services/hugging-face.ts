/** huggingface.co as Kindred meets it: the Daily Papers API and the papers pages. */
import { escapeMarkup } from './markup.ts';
import type { SamplePaper } from './sample-papers.ts';

const objectId = (text: string) => Buffer.from(text).toString('hex').padEnd(24, '0').slice(0, 24);

/** One element of `/api/daily_papers`: all fields that the service sends, including unused ones. */
function dailyPaper(paper: SamplePaper): object {
  const optional = {
    ...(paper.aiSummary ? { ai_summary: paper.aiSummary } : {}),
    ...(paper.keywords.length > 0 ? { ai_keywords: paper.keywords } : {}),
    ...(paper.github ? { githubRepo: paper.github, githubStars: paper.upvotes * 3 } : {}),
    ...(paper.project ? { projectPage: paper.project } : {}),
  };
  return {
    paper: {
      id: paper.id,
      authors: paper.authors.map((name, index) => ({
        _id: objectId(`${index}${name}`),
        name,
        hidden: false,
      })),
      publishedAt: `${paper.published}T00:00:00.000Z`,
      submittedOnDailyAt: paper.listedAt,
      submittedOnDailyBy: { _id: objectId(paper.id), fullname: 'A Reader', user: 'a-reader' },
      title: paper.title,
      summary: paper.abstract,
      upvotes: paper.upvotes,
      discussionId: objectId(`d${paper.id}`),
      ...optional,
    },
    publishedAt: `${paper.published}T20:00:00.000Z`,
    title: paper.title,
    summary: paper.abstract,
    thumbnail: `https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${paper.id}.png`,
    numComments: paper.comments,
    submittedBy: { _id: objectId(paper.id), fullname: 'A Reader', name: 'a-reader', type: 'user' },
    isAuthorParticipating: false,
  };
}

/** Answer of `/api/daily_papers`; null for a date the service refuses (HTTP 400). */
export function dailyPapersAnswer(papers: SamplePaper[], query: URLSearchParams): object[] | null {
  const date = query.get('date');
  if (date !== null && !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const limit = Math.min(Math.max(Number(query.get('limit') ?? 50), 1), 100);
  const page = Math.max(Number(query.get('p') ?? 0), 0);
  const listed = papers
    .filter((paper) => paper.listedAt !== null && (!date || paper.listedAt.startsWith(date)))
    .sort((a, b) => (b.listedAt as string).localeCompare(a.listedAt as string));
  return listed.slice(page * limit, (page + 1) * limit).map(dailyPaper);
}

function frame(title: string, body: string): string {
  return `<!DOCTYPE html><html class="" lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>${escapeMarkup(title)}</title>
<style>body { margin: 0; font: 16px/1.5 "Liberation Sans", sans-serif; } main { max-width: 1100px; margin: 0 auto; padding: 20px; }</style>
</head><body class="flex flex-col min-h-dvh bg-white"><main>${body}</main></body></html>`;
}

/** The paper page `/papers/<id>`. */
export function paperPage(paper: SamplePaper): string {
  const props = escapeMarkup(JSON.stringify({ paper: { id: paper.id, title: paper.title } }));
  return frame(
    `Paper page - ${paper.title}`,
    `<div class="SVELTE_HYDRATER contents" data-target="PaperContent" data-props="${props}">
<h1>${escapeMarkup(paper.title)}</h1><div>Published on ${paper.published}</div>
<h2>Abstract</h2><p>${escapeMarkup(paper.abstract)}</p>
<a href="https://arxiv.org/abs/${paper.id}">View arXiv page</a> <a href="https://arxiv.org/pdf/${paper.id}">View PDF</a></div>`,
  );
}

/** The listing `/papers` and `/papers/date/<day>`. */
export function papersListing(papers: SamplePaper[]): string {
  const cards = papers.map(
    (paper) =>
      `<article><h3><a href="/papers/${paper.id}">${escapeMarkup(paper.title)}</a></h3></article>`,
  );
  return frame('Daily Papers - Hugging Face', `<h1>Daily Papers</h1>${cards.join('\n')}`);
}
