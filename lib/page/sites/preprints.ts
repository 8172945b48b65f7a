/** Preprint servers and repositories. */
import type { Site } from './site.ts';

const rxiv = {
  /** The number of a preprint: with its date since 2019, plain before. */
  preprint: '(?:20\\d\\d\\.\\d\\d\\.\\d\\d\\.)?\\d{6,8}',
  version: '(?:v[1-9]\\d?)?',
  part: '(?:\\.(?!full\\.pdf)[A-Za-z][\\w.+-]*)?',
  prefix: '10\\.1101|10\\.64898',
  year: '20\\d\\d',
  month: '\\d\\d',
};

const rxivPaths: Site['papers'] = {
  pdf: [
    '/content/{prefix}/{preprint}{version}.full.pdf',
    '/content/{prefix}/{preprint}{version}.full.pdf+html',
    '/content/early/{year}/{month}/*/{preprint}.full.pdf',
    '/content/*/early/{year}/{month}/*/{preprint}{version}.full.pdf',
  ],
  html: [
    '/content/{prefix}/{preprint}{version}.full',
    '/content/{prefix}/{preprint}{version}.full-text',
  ],
  abstract: [
    '/content/{prefix}/{preprint}{version}{part}',
    '/content/early/{year}/{month}/*/{preprint}{version}{part}',
    '/lookup/doi/{prefix}/{preprint}',
    '/cgi/content/short|abstract|full/{preprint}{version}',
  ],
};

const rxivListings = [
  '/collection/**',
  '/search/**',
  '/content/early/recent',
  '/content/early/recent/**',
  '/alerts',
];
const rxivDois = ['{prefix}/{preprint}', '10.1101/{preprint}'];

export const preprints: readonly Site[] = [
  {
    name: 'biorxiv',
    hosts: ['www.biorxiv.org', 'biorxiv.org', 'connect.biorxiv.org'],
    ids: rxiv,
    papers: rxivPaths,
    dois: rxivDois,
    listings: rxivListings,
    example: 'https://www.biorxiv.org/content/10.1101/696633v1',
    reason: 'The version follows the DOI and is no part of it.',
  },
  {
    name: 'medrxiv',
    hosts: ['www.medrxiv.org', 'medrxiv.org', 'connect.medrxiv.org'],
    ids: rxiv,
    papers: rxivPaths,
    dois: rxivDois,
    listings: rxivListings,
    example: 'https://www.medrxiv.org/content/10.1101/2020.03.03.20029983v1',
    reason: 'bioRxiv’s software.',
  },
  {
    name: 'chemrxiv',
    hosts: ['chemrxiv.org', 'www.chemrxiv.org'],
    ids: { record: '[0-9a-f]{24}', slug: '[\\w.-]+', revision: '[1-9]\\d?' },
    papers: {
      abstract: [
        '/engage/chemrxiv/article-details/{record}',
        '/articles/preprint/{slug}/{number}',
        '/articles/preprint/{slug}/{number}/{revision}',
        '/articles/{slug}/{number}',
        '/doi/full|abs/{doi}',
        '/doi/{doi}',
      ],
      pdf: [
        '/engage/api-gateway/chemrxiv/assets/orp/resource/item/{record}/original/*',
        '/doi/pdf/{doi}',
      ],
    },
    listings: [
      '/engage/chemrxiv/public-dashboard',
      '/engage/chemrxiv/search-dashboard',
      '/engage/chemrxiv/category-dashboard/**',
    ],
    example: 'https://chemrxiv.org/engage/chemrxiv/article-details/60c742abbdbb890c7ba3851a',
    reason: 'Moved from Figshare to Cambridge’s platform; both addresses occur.',
  },
  {
    name: 'ssrn',
    hosts: ['papers.ssrn.com', 'ssrn.com', 'www.ssrn.com', 'poseidon01.ssrn.com', 'hq.ssrn.com'],
    ids: { record: '[1-9]\\d{3,8}', file: '.+' },
    papers: {
      pdf: [
        '/sol3/Delivery.cfm?abstractid={record}',
        '/sol3/Delivery.cfm/{file}?abstractid={record}',
        '/sol3/delivery.cfm?abstractid={record}',
        '/sol3/Delivery.cfm?abstractId={record}',
        '/sol3/Delivery.cfm/{file}?abstractId={record}',
      ],
      abstract: [
        '/sol3/papers.cfm?abstract_id={record}',
        '/sol3/Papers.cfm?abstract_id={record}',
        '/abstract={record}',
        '/abstract/{record}',
        '/sol3/papers.cfm?abstractid={record}',
      ],
    },
    dois: ['10.2139/ssrn.{record}'],
    listings: [
      '/sol3/results.cfm',
      '/sol3/Results.cfm',
      '/sol3/JELJOUR_Results.cfm',
      '/sol3/cf_dev/**',
      '/sol3/topten/**',
    ],
    example: 'https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3219064',
    reason: 'Its DOIs follow from the number.',
  },
  {
    name: 'osf-preprints',
    hosts: ['osf.io', 'www.osf.io'],
    ids: { guid: '(?!lissa$)[a-z0-9]{5}(?:_v[1-9]\\d?)?', provider: '[a-z]{3,16}' },
    papers: {
      abstract: ['/preprints/{guid}', '/preprints/{provider}/{guid}'],
      pdf: [
        '/preprints/{guid}/download',
        '/preprints/{provider}/{guid}/download',
        '/download/{guid}',
      ],
    },
    listings: [
      '/preprints',
      '/preprints/discover',
      '/preprints/{provider}',
      '/preprints/{provider}/discover',
      '/search',
    ],
    example: 'https://osf.io/preprints/psyarxiv/mky9j',
    reason: 'A bare `osf.io/abcde` may be a project: it is no paper by its address.',
  },
  {
    name: 'psyarxiv',
    hosts: ['psyarxiv.com', 'edarxiv.org', 'engrxiv.org'],
    ids: { guid: '[a-z0-9]{5}(?:_v[1-9]\\d?)?' },
    papers: { abstract: ['/{guid}', '/preprints/{guid}'], pdf: ['/{guid}/download'] },
    listings: ['/discover'],
    example: 'https://psyarxiv.com/mky9j',
    reason: 'OSF’s preprints on other hosts.',
  },
  {
    name: 'preprints-org',
    hosts: ['www.preprints.org', 'preprints.org'],
    ids: { manuscript: '20\\d{4}\\.\\d{4}', version: 'v[1-9]\\d?', hash: '[0-9a-f]{32}' },
    papers: {
      pdf: [
        '/manuscript/{manuscript}/{version}/download',
        '/manuscript/{manuscript}/{version}/download/**',
        '/frontend/manuscript/{hash}/download_pub',
      ],
      abstract: [
        '/manuscript/{manuscript}/{version}',
        '/manuscript/{manuscript}',
        '/manuscript/{manuscript}/{version}/**',
      ],
    },
    dois: ['10.20944/preprints{manuscript}.{version}'],
    listings: ['/search', '/subject/**'],
    example: 'https://www.preprints.org/manuscript/202003.0001/v1',
    reason: 'Its DOIs include the version.',
  },
  {
    name: 'research-square',
    hosts: ['www.researchsquare.com', 'researchsquare.com', 'assets.researchsquare.com'],
    ids: {
      record: 'rs-\\d{3,9}',
      old: 'rs\\.2\\.\\d{3,9}',
      version: 'v[1-9]\\d?',
    },
    papers: {
      pdf: [
        '/article/{record}|{old}/latest.pdf',
        '/article/{record}|{old}/{version}.pdf',
        '/article/{record}|{old}/{version}_covered.pdf',
        '/files/{record}|{old}/{version}/*',
      ],
      abstract: ['/article/{record}|{old}', '/article/{record}|{old}/{version}|latest'],
    },
    dois: ['10.21203/rs.3.{record}/{version}', '10.21203/{old}/{version}'],
    listings: ['/browse', '/search'],
    example: 'https://www.researchsquare.com/article/rs-100956/v1',
    reason: 'Journals’ preprints; the DOI includes the version.',
  },
  {
    name: 'hal',
    hosts: [
      'hal.science',
      '*.hal.science',
      '*.archives-ouvertes.fr',
      'hal.inria.fr',
      'hal.inrae.fr',
      'hal.univ-lorraine.fr',
      'hal.sorbonne-universite.fr',
      'hal.uca.fr',
      'hal-lirmm.ccsd.cnrs.fr',
      'hal.ird.fr',
      'hal.cnrs.fr',
      'hal.inserm.fr',
      'www.hal.inserm.fr',
      'dumas.ccsd.cnrs.fr',
    ],
    ids: {
      record: '[a-z][a-z0-9]{1,14}(?:[_-][a-z0-9]{1,14})?-\\d{8}(?:v[1-9]\\d?)?',
      collection: '[A-Z][\\w-]+',
      file: '.+',
    },
    papers: {
      pdf: [
        '/{record}/document',
        '/{record}/file/{file}',
        '/{collection}/{record}/document',
        '/{record}/preview/{file}',
        '/{record}/pdf/{file}',
      ],
      abstract: ['/{record}', '/{collection}/{record}', '/{record}/*'],
    },
    listings: ['/search/**', '/browse/**', '/{collection}/search/**', '/{collection}', '/search'],
    example: 'https://hal.science/hal-01234567',
    reason: 'One archive, a host for each institution.',
  },
  {
    name: 'zenodo',
    hosts: ['zenodo.org', 'www.zenodo.org'],
    ids: { file: '.+' },
    papers: {
      abstract: ['/record|records/{number}', '/record|records/{number}/latest', '/doi/{doi}'],
      pdf: [
        '/record|records/{number}/files/{file}.pdf',
        '/record|records/{number}/preview/{file}.pdf',
      ],
    },
    listings: ['/search', '/communities/**', '/records'],
    example: 'https://zenodo.org/records/3727209',
    reason: 'Data and software live there too: the page says which.',
  },
  {
    name: 'iacr-eprint',
    hosts: ['eprint.iacr.org'],
    ids: { year: '(?:19|20)\\d\\d', report: '\\d{3,4}' },
    papers: { abstract: ['/{year}/{report}'], pdf: ['/{year}/{report}.pdf'] },
    listings: ['/{year}', '/search', '/days/**', '/byyear'],
    example: 'https://eprint.iacr.org/2016/086',
    reason: 'Cryptology.',
  },
  {
    name: 'eccc',
    hosts: ['eccc.weizmann.ac.il', 'eccc.hpi-web.de'],
    ids: { year: '(?:19|20)\\d\\d', report: '\\d{3}' },
    papers: { abstract: ['/report/{year}/{report}'], pdf: ['/report/{year}/{report}/download'] },
    listings: ['/year/**', '/keyword/**', '/author/**'],
    example: 'https://eccc.weizmann.ac.il/report/2020/123/',
    reason: 'Theory of computation.',
  },
  {
    name: 'lingbuzz',
    hosts: ['ling.auf.net', 'lingbuzz.net', 'lingbuzz.com'],
    ids: { record: '00\\d{4}' },
    papers: {
      abstract: ['/lingbuzz/{record}'],
      pdf: ['/lingbuzz/{record}/current.pdf', '/lingbuzz/{record}/*.pdf'],
    },
    listings: ['/lingbuzz', '/lingbuzz/_listing'],
    example: 'https://ling.auf.net/lingbuzz/006747',
    reason: 'Has no meta tags.',
  },
  {
    name: 'nber',
    hosts: ['www.nber.org', 'nber.org', 'papers.nber.org'],
    ids: { paper: '[wth]\\d{1,5}', file: '[wth]\\d{1,5}' },
    papers: {
      abstract: ['/papers/{paper}'],
      pdf: ['/papers/{paper}.pdf', '/system/files/working_papers/{paper}/{file}.pdf'],
    },
    dois: ['10.3386/{paper}'],
    listings: ['/papers', '/search', '/people/**'],
    example: 'https://www.nber.org/papers/w33843',
    reason: 'Its DOIs follow from the number.',
  },
  {
    name: 'techrxiv',
    hosts: ['www.techrxiv.org', 'techrxiv.org'],
    ids: { slug: '[\\w.-]+' },
    papers: {
      abstract: [
        '/articles/preprint/{slug}/{number}',
        '/users/{number}/articles/{slug}',
        '/doi/full|abs/{doi}',
        '/doi/{doi}',
      ],
      pdf: ['/doi/pdf/{doi}'],
    },
    listings: ['/browse', '/search'],
    example: 'https://www.techrxiv.org/doi/full/10.36227/techrxiv.19700101',
    reason: 'Moved between three platforms.',
  },
  {
    name: 'philpapers',
    hosts: ['philpapers.org', 'philarchive.org', 'www.philpapers.org'],
    ids: { record: '[A-Z]{3,8}[A-Z0-9]*(?:-\\d{1,3})?' },
    papers: { abstract: ['/rec/{record}'], pdf: ['/archive/{record}'] },
    listings: ['/browse/**', '/s/**', '/search', '/pub/**'],
    example: 'https://philpapers.org/rec/FLOTPO-2',
    reason: 'Philosophy; one index, one archive.',
  },
  {
    name: 'repec',
    hosts: ['ideas.repec.org', 'econpapers.repec.org'],
    ids: { code: '[a-z0-9]{3}', series: '[\\w-]+', paper: '[\\w.:%$-]+' },
    papers: {
      abstract: [
        '/p|a|h/{code}/{series}/{paper}.html',
        '/paper|article|bookchap/{code}{series}/{paper}.htm',
      ],
    },
    listings: ['/s/**', '/f/**', '/e/**', '/cgi-bin/**'],
    example: 'https://ideas.repec.org/p/nbr/nberwo/33843.html',
    reason: 'Economics.',
  },
];
