import { arxivHosts, arxivPaperOfPath } from '../../paper/arxiv-id.ts';
import type { PageView } from '../../paper/paper.ts';
import type { Site } from './site.ts';

const views: Readonly<Record<string, PageView>> = { abs: 'abstract', pdf: 'pdf', html: 'html' };

const archive = '[a-z]{2,8}(?:-[a-z]{2,5})?';

/** arXiv and its mirrors. Routes: https://github.com/arXiv/arxiv-browse */
export const arxiv: Site = {
  name: 'arxiv',
  hosts: arxivHosts,
  matches: ['*://arxiv.org/*', '*://*.arxiv.org/*'],
  ids: {
    set: `(?:${archive}|grp_[a-z]+)(?:\\.[A-Za-z-]{2,12})?`,
    archive,
    span: 'new|recent|current|pastweek|\\d{2,4}|\\d{4}-\\d\\d',
    day: '\\d{4}-\\d\\d-\\d\\d',
    author: '[\\w.+-]+',
  },
  papers: {},
  read(url) {
    const found = arxivPaperOfPath(url);
    return found && { arxivId: found.id, view: views[found.route] ?? 'other' };
  },
  listings: [
    '/list/{set}',
    '/list/{set}/{span}',
    '/catchup',
    '/catchup/{set}',
    '/catchup/{set}/{day}',
    '/year/{archive}',
    '/year/{archive}/*',
    '/archive/{set}',
    '/a/{author}',
    '/search',
    '/search/*',
    '/find',
    '/find/**',
  ],
  example: 'https://arxiv.org/abs/2106.09685',
  reason: 'The source of most Daily Papers; old ids have a slash.',
};
