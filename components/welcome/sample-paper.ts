import type { PagePaper } from '../../lib/paper/paper.ts';

/** A paper of the starter digest; its related papers are fetched as on its own page. */
export const samplePaper: PagePaper = {
  arxivId: '2404.02905',
  doi: null,
  title: 'Visual Autoregressive Modeling: Scalable Image Generation via Next-Scale Prediction',
  abstract: null,
  authors: [],
  published: '2024-04-03',
  site: 'arxiv',
  view: 'abstract',
};

/** As address bars show it. */
export const sampleAddress = `arxiv.org/abs/${samplePaper.arxivId}`;
