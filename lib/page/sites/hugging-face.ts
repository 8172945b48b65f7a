import type { Site } from './site.ts';

/** Hugging Face Papers, which are arXiv papers. */
export const huggingFace: Site = {
  name: 'huggingface',
  hosts: ['huggingface.co', 'hf.co', 'www.huggingface.co', 'www.hf.co'],
  matches: ['https://huggingface.co/*', 'https://hf.co/*'],
  ids: {
    day: '\\d{4}-\\d\\d-\\d\\d',
    week: '\\d{4}-W\\d\\d',
    month: '\\d{4}-\\d\\d',
  },
  papers: { abstract: ['/papers/{arxiv}'], other: ['/papers/{arxiv}.md'] },
  listings: [
    '/papers',
    '/papers/date/{day}',
    '/papers/week/{week}',
    '/papers/month/{month}',
    '/papers/trending',
  ],
  example: 'https://huggingface.co/papers/2106.09685',
  reason: 'The site of Daily Papers; its page for an unknown paper has only the id.',
};
