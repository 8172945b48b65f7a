/** The sites that Kindred is granted at install; ar5iv is a subdomain of arXiv. */
import { arxiv } from './arxiv.ts';
import { huggingFace } from './hugging-face.ts';
import type { Site } from './site.ts';

const ar5iv: Site = {
  name: 'ar5iv',
  hosts: ['ar5iv.labs.arxiv.org', 'ar5iv.org', 'www.ar5iv.org'],
  papers: { html: ['/html|abs|pdf|papers/{arxiv}', '/{arxiv}'] },
  example: 'https://ar5iv.labs.arxiv.org/html/2106.09685',
  reason: 'HTML of papers that arXiv has only as PDF.',
};

export const installSites: readonly Site[] = [arxiv, huggingFace, ar5iv];
