/** Sites that show papers of arXiv. */
import type { Site } from './site.ts';

const names = '[\\w-]+';

export const paperViewers: readonly Site[] = [
  {
    name: 'arxiv-vanity',
    hosts: ['www.arxiv-vanity.com', 'arxiv-vanity.com'],
    papers: { html: ['/papers/{arxiv}'] },
    example: 'https://www.arxiv-vanity.com/papers/1706.03762/',
    reason: 'Still linked to, though it closed.',
  },
  {
    name: 'alphaxiv',
    hosts: ['www.alphaxiv.org', 'alphaxiv.org', 'beta.alphaxiv.org', 'fetcher.alphaxiv.org'],
    ids: { language: '[a-z]{2}(?:-[A-Za-z]{2,4})?' },
    papers: {
      abstract: ['/abs/{arxiv}'],
      pdf: ['/pdf/{arxiv}.pdf', '/pdf/{arxiv}', '/v2/pdf/{arxiv}.pdf', '/v2/pdf/{arxiv}'],
      other: [
        '/overview|audio|replicate|resources|html|chat|benchmarks|blog/{arxiv}',
        '/{language}/overview|abs/{arxiv}',
        '/overview/{arxiv}.md',
      ],
    },
    listings: ['/explore', '/explore/**', '/search', '/organizations/**'],
    example: 'https://www.alphaxiv.org/abs/2106.09685',
    reason: 'Discussion beside the paper; its overview is a page of the paper too.',
  },
  {
    name: 'scirate',
    hosts: ['scirate.com', 'www.scirate.com'],
    papers: { abstract: ['/arxiv/{arxiv}'] },
    listings: ['/arxiv/*', '/search'],
    example: 'https://scirate.com/arxiv/2106.09685',
    reason: 'Votes of physicists; a category can be in the position of the id.',
  },
  {
    name: 'cool-papers',
    hosts: ['papers.cool', 'www.papers.cool'],
    ids: { venue: '[\\w.-]+@[A-Za-z]+' },
    papers: {
      abstract: ['/arxiv/{arxiv}'],
      other: ['/venue/{venue}', '/arxiv/kimi?paper={arxiv}'],
    },
    listings: ['/arxiv/*', '/venue/*', '/arxiv/search', '/venue/search'],
    example: 'https://papers.cool/arxiv/2106.09685',
    reason: 'A category or a venue can be in the position of the id.',
  },
  {
    name: 'arxiv-sanity',
    hosts: [
      'arxiv-sanity-lite.com',
      'www.arxiv-sanity-lite.com',
      'arxiv-sanity.com',
      'www.arxiv-sanity.com',
    ],
    papers: { other: ['/inspect?pid={arxiv}', '/{arxiv}'] },
    listings: ['/?rank=*', '/?q=*', '/?pid=*'],
    example: 'https://arxiv-sanity-lite.com/inspect?pid=2106.09685',
    reason: 'The front page with a paper’s id is a ranking by similarity.',
  },
  {
    name: 'emergent-mind',
    hosts: ['www.emergentmind.com', 'emergentmind.com'],
    papers: { other: ['/papers/{arxiv}', '/articles/{arxiv}'] },
    listings: ['/topics/**', '/search', '/papers'],
    example: 'https://www.emergentmind.com/papers/2106.09685',
    reason: 'Summaries of arXiv papers.',
  },
  {
    name: 'catalyzex',
    hosts: ['www.catalyzex.com', 'catalyzex.com'],
    ids: { slug: `${names}` },
    papers: { other: ['/paper/arxiv:{arxiv}', '/paper/{slug}'] },
    listings: ['/s/**', '/author/**'],
    example: 'https://www.catalyzex.com/paper/arxiv:2106.09685',
    reason: 'Code for papers.',
  },
  {
    name: 'takara-tldr',
    hosts: ['tldr.takara.ai'],
    papers: { other: ['/p/{arxiv}'] },
    example: 'https://tldr.takara.ai/p/2501.11120',
    reason: 'Short summaries of Daily Papers.',
  },
  {
    name: 'papers-with-code',
    hosts: ['paperswithcode.com', 'www.paperswithcode.com', 'cs.paperswithcode.com'],
    ids: { slug: `${names}` },
    papers: { other: ['/paper/{slug}', '/paper/{slug}/review'] },
    listings: [
      '/latest',
      '/greatest',
      '/search',
      '/sota',
      '/task/**',
      '/method/**',
      '/author/**',
      '/conference/**',
      '/dataset/**',
      '/area/**',
    ],
    example: 'https://paperswithcode.com/paper/lora-low-rank-adaptation-of-large-language',
    reason: 'Closed in 2025, linked to everywhere; its addresses name no id.',
  },
];
