/** Publishers on Silverchair, whose addresses have a number of its own after volume and page or DOI. */
import type { Site } from './site.ts';

const journal = '[A-Za-z][\\w.-]*';

/** `/journal/article/volume/issue/page/number/title`. */
const silverchair: Site['papers'] = {
  pdf: [
    '/{journal}/article-pdf|advance-article-pdf/doi/{doi}/{number}/**',
    '/{journal}/article-pdf|advance-article-pdf/*/**',
    '/article-pdf/*/**',
  ],
  abstract: [
    '/{journal}/article|article-abstract|advance-article|advance-article-abstract/doi/{doi}/{number}/*',
    '/{journal}/article|article-abstract|advance-article|advance-article-abstract/doi/{doi}/{number}',
    '/{journal}/{journal}/article|article-abstract/doi/{doi}/{number}',
    '/{journal}/{journal}/article|article-abstract/doi/{doi}/{number}/*',
    '/{journal}/article-lookup|article/doi/{doi}',
    '/{journal}/{journal}/article-lookup/doi/{doi}',
    '/{journal}/article-lookup?doi={doi}',
    '/{journal}/article|article-abstract|fullarticle/{number}/**',
    '/{journal}/{journal}/article|article-abstract|article-pdf/{number}/**',
    '/article|article-abstract/{number}/**',
    '/{journal}/article/*/{number}/**',
  ],
};
const silverchairIds = { journal };
const silverchairListings = [
  '/{journal}/issue',
  '/{journal}/issue/**',
  '/{journal}/{journal}/issue/**',
  '/{journal}/search-results',
  '/search-results',
  '/journals',
  '/{journal}/issue-archive',
  '/{journal}/list-of-issues',
  '/{journal}/advance-articles',
];

const publishers: readonly [name: string, hosts: string[], path: string][] = [
  ['oxford', ['academic.oup.com'], '/bioinformatics/article/36/4/1234/5566508'],
  [
    'mit-press',
    ['direct.mit.edu'],
    '/tacl/article/doi/10.1162/tacl_a_00349/96451/A-Primer-in-BERTology',
  ],
  ['aip', ['pubs.aip.org'], '/aip/jcp/article/152/1/012345/123456/Title'],
  ['rockefeller', ['rupress.org'], '/jem/article/217/1/e20190123/123456/Title'],
  ['ash', ['ashpublications.org'], '/blood/article/135/1/1/430012/Title'],
  ['jama', ['jamanetwork.com', '*.jamanetwork.com'], '/journals/jama/fullarticle/2762130'],
  [
    'asme',
    ['asmedigitalcollection.asme.org'],
    '/appliedmechanics/article/87/1/011001/955555/Title',
  ],
  ['portland-press', ['portlandpress.com'], '/biochemj/article/477/1/1/221000/Title'],
];

export const silverchairSites: readonly Site[] = publishers.map(([name, hosts, path]) => ({
  name,
  hosts,
  ids: silverchairIds,
  papers:
    name === 'jama'
      ? {
          pdf: ['/journals/{journal}/article-pdf/**', '/journals/{journal}/articlepdf/{number}/**'],
          abstract: [
            '/journals/{journal}/fullarticle|article-abstract|full-article|articles/{number}',
            '/article.aspx?articleid={number}',
            '/article.aspx?articleID={number}',
          ],
        }
      : silverchair,
  listings: [...silverchairListings, '/journals/{journal}', '/journals/{journal}/issue/**'],
  example: `https://${hosts[0]}${path}`,
  reason: 'Silverchair: a number of its own follows the DOI.',
}));
