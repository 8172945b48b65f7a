/** Publishers of journals. */
import type { Site } from './site.ts';

const pii = '[Ss]\\d{7}[\\dXx]\\d{7}[\\dXx]|B\\d{12}[\\dX]\\d{5,8}|\\d{7}[\\dX]\\d{7}[\\dX]';
const dashedPii = 'S\\d{4}-\\d{3}[\\dX]\\(\\d\\d\\)\\d{5}-[\\dX]';
const issn = '\\d{4}-\\d{3}[\\dX]';
const journal = '[A-Za-z][\\w.-]*';

/** Addresses of Atypon’s Literatum: the DOI behind the name of a view. */
const literatum: Site['papers'] = {
  pdf: ['/doi/pdf|epdf|pdfplus|pdfdirect|reader/{doi}'],
  html: ['/doi/full|fullHtml|full-xml/{doi}'],
  abstract: [
    '/doi/abs|abstract|extract|short|summary|ref|references|figure|suppl|citedby|metrics/{doi}',
    '/doi/{doi}',
  ],
};
const literatumListings = [
  '/toc/**',
  '/journal/**',
  '/loi/**',
  '/action/doSearch',
  '/action/showPublications',
  '/doi/book|proceedings/{doi}',
  '/series/**',
  '/author/**',
  '/topic/**',
  '/journals/**',
  '/conferences',
  '/profile/**',
];

/** Addresses of Silverchair: `/journal/article/volume/issue/page/number/title`. */
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

const literatumSites: readonly [name: string, hosts: string[], example: string][] = [
  ['acm', ['dl.acm.org', 'doi.acm.org', 'portal.acm.org'], '10.1145/3292500.3330919'],
  ['wiley', ['onlinelibrary.wiley.com', '*.onlinelibrary.wiley.com'], '10.1111/obr.12433'],
  ['taylor-francis', ['www.tandfonline.com', 'tandfonline.com'], '10.1080/00268976.2013.788745'],
  ['sage', ['journals.sagepub.com'], '10.1177/0278364913491297'],
  ['acs', ['pubs.acs.org'], '10.1021/nl2028766'],
  ['siam', ['epubs.siam.org'], '10.1137/0201010'],
  [
    'annual-reviews',
    ['www.annualreviews.org', 'annualreviews.org'],
    '10.1146/annurev-conmatphys-031214-014726',
  ],
  ['informs', ['pubsonline.informs.org'], '10.1287/mnsc.2019.3333'],
  [
    'world-scientific',
    ['www.worldscientific.com', 'worldscientific.com'],
    '10.1142/S0217751X20500001',
  ],
  [
    'royal-society',
    ['royalsocietypublishing.org', 'www.royalsocietypublishing.org'],
    '10.1098/rspa.2020.0123',
  ],
  ['nejm', ['www.nejm.org', 'nejm.org', 'ai.nejm.org'], '10.1056/NEJMoa2001017'],
  ['asm', ['journals.asm.org'], '10.1128/mbio.01234-20'],
  ['aha', ['www.ahajournals.org'], '10.1161/CIRCULATIONAHA.120.012345'],
  ['asco', ['ascopubs.org'], '10.1200/JCO.20.01234'],
  ['liebert', ['www.liebertpub.com'], '10.1089/cmb.2020.0123'],
  ['chicago', ['www.journals.uchicago.edu'], '10.1086/712345'],
  ['asce', ['ascelibrary.org'], '10.1061/(ASCE)EM.1943-7889.0001234'],
  ['physiology', ['journals.physiology.org'], '10.1152/jn.00123.2020'],
  ['aea', ['www.aeaweb.org', 'pubs.aeaweb.org'], '10.1257/aer.20161234'],
];

const literatumRows: readonly Site[] = literatumSites.map(([name, hosts, doi]) => ({
  name,
  hosts,
  ids: { record: '\\d{3,9}(?:\\.\\d{3,9})?' },
  papers:
    name === 'acm'
      ? {
          ...literatum,
          pdf: [...(literatum.pdf ?? []), '/ft_gateway.cfm?id={record}'],
          other: ['/citation.cfm?id={record}', '/citation.cfm?doid={record}', '/{doi}'],
        }
      : name === 'aea'
        ? { ...literatum, other: ['/articles?id={doi}'] }
        : literatum,
  listings: literatumListings,
  example: `https://${hosts[0]}/doi/${doi}`,
  reason: 'Atypon’s Literatum: the DOI is in the path; volumes are books or proceedings.',
}));

const silverchairSites: readonly [name: string, hosts: string[], path: string][] = [
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

const silverchairRows: readonly Site[] = silverchairSites.map(([name, hosts, path]) => ({
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
  reason: 'Silverchair: a number of its own stands behind the DOI.',
}));

export const journals: readonly Site[] = [
  ...literatumRows,
  ...silverchairRows,
  {
    name: 'ieee',
    hosts: ['ieeexplore.ieee.org', 'www.ieeexplore.ieee.org', 'xplorestaging.ieee.org'],
    ids: { number: '[1-9]\\d{2,8}', padded: '\\d{5,9}', set: 'ielx?[1-8]' },
    papers: {
      abstract: [
        '/document/{number}',
        '/abstract/document/{number}',
        '/document/{number}/*',
        '/xpl/articleDetails.jsp?arnumber={padded}',
        '/xpls/abs_all.jsp?arnumber={padded}',
        '/abs_all.jsp?arnumber={padded}',
        '/xpl/login.jsp?arnumber={padded}',
        '/xpl/freeabs_all.jsp?arnumber={padded}',
      ],
      pdf: [
        '/stamp/stamp.jsp?arnumber={padded}',
        '/stampPDF/getPDF.jsp?arnumber={padded}',
        '/{set}/{number}/{number}/{padded}.pdf',
      ],
    },
    listings: [
      '/xpl/conhome/**',
      '/xpl/RecentIssue.jsp',
      '/xpl/mostRecentIssue.jsp',
      '/xpl/tocresult.jsp',
      '/xpl/aboutJournal.jsp',
      '/search/**',
      '/author/**',
      '/browse/**',
    ],
    example: 'https://ieeexplore.ieee.org/document/7780459',
    reason: 'One number under many addresses.',
  },
  {
    name: 'nature',
    hosts: ['www.nature.com', 'nature.com'],
    ids: {
      article: '(?!d41586-|nature\\.20)[a-z0-9][a-z0-9.-]*\\d[a-z0-9-]*',
      journal,
      volume: 'v\\d+',
      issue: 'n[\\w-]+',
    },
    papers: {
      pdf: [
        '/articles/{article}.pdf',
        '/articles/{article}_reference.pdf',
        '/articles/{article}.epdf',
        '/{journal}/journal/{volume}/{issue}/pdf/{article}.pdf',
      ],
      abstract: [
        '/articles/{article}',
        '/articles/{article}/**',
        '/doifinder/{doi}',
        '/{journal}/journal/{volume}/{issue}/full|abs/{article}.html',
        '/{journal}/journal/vaop/ncurrent/full|abs/{article}.html',
      ],
    },
    dois: ['10.1038/{article}'],
    listings: [
      '/search',
      '/{journal}/articles',
      '/{journal}/research-articles',
      '/{journal}/volumes/**',
      '/subjects/**',
      '/{journal}/journal/{volume}/{issue}/index.html',
      '/{journal}/current-issue',
      '/{journal}/reviews-and-analysis',
    ],
    example: 'https://www.nature.com/articles/s41586-020-2649-2',
    reason: 'The DOI follows from the address; d41586 are news.',
  },
  {
    name: 'springer',
    hosts: ['link.springer.com', 'rd.springer.com', 'www.springerlink.com'],
    papers: {
      pdf: ['/content/pdf/{doi}', '/epdf/{doi}', '/track/pdf/{doi}'],
      abstract: [
        '/article|chapter|protocol|referenceworkentry|rwe|content|10.1007/{doi}',
        '/article|chapter/{doi}/fulltext.html',
        '/article|chapter/{doi}/tables|figures|metrics/*',
        '/{doi}',
      ],
    },
    listings: [
      '/book|referencework|conference/**',
      '/journal/**',
      '/search',
      '/search/**',
      '/bookseries/**',
      '/content',
    ],
    example: 'https://link.springer.com/article/10.1007/BF02727953',
    reason: 'A book is a volume, a chapter a paper.',
  },
  {
    name: 'biomed-central',
    hosts: ['*.biomedcentral.com', '*.springeropen.com'],
    ids: { issn },
    papers: {
      pdf: ['/track|counter/pdf/{doi}', '/content/pdf/{doi}'],
      abstract: [
        '/articles/{doi}',
        '/articles/{doi}/tables|figures|metrics|comments|open-peer-review/**',
        '/{issn}/{number}/*',
        '/article/{doi}',
      ],
    },
    listings: ['/articles', '/search', '/articles/collections', '/volumes-and-issues/**'],
    example: 'https://bmcnephrol.biomedcentral.com/articles/10.1186/s12882-016-0293-8',
    reason: 'A host for each journal.',
  },
  {
    name: 'science',
    hosts: [
      'www.science.org',
      'science.org',
      'science.sciencemag.org',
      'advances.sciencemag.org',
      'immunology.sciencemag.org',
      'robotics.sciencemag.org',
      'stm.sciencemag.org',
      'stke.sciencemag.org',
      'www.sciencemag.org',
    ],
    ids: { page: '[a-z]{0,4}\\d+', part: '(?:\\.[\\w.+-]+)?' },
    papers: {
      ...literatum,
      other: [
        '/content/{number}/{number}/{page}{part}',
        '/content/sci/{number}/{number}/{page}{part}',
      ],
    },
    listings: [...literatumListings, '/content/{number}/{number}', '/toc/**'],
    example: 'https://www.science.org/doi/10.1126/science.aaa8415',
    reason: 'News is elsewhere, under /content/article.',
  },
  {
    name: 'pnas',
    hosts: ['www.pnas.org', 'pnas.org'],
    ids: { page: '[EeWw]?\\d+', part: '(?:\\.[\\w.+-]+)?' },
    papers: {
      ...literatum,
      other: [
        '/content/{number}/{number}/{page}{part}',
        '/content/pnas/{number}/{number}/{page}{part}',
        '/content/early/*/*/*/*',
      ],
    },
    listings: literatumListings,
    example: 'https://www.pnas.org/doi/10.1073/pnas.1611835114',
    reason: 'HighWire’s addresses before 2021.',
  },
  {
    name: 'sciencedirect',
    hosts: [
      'www.sciencedirect.com',
      'sciencedirect.com',
      'linkinghub.elsevier.com',
      'reader.elsevier.com',
      'pdf.sciencedirectassets.com',
    ],
    ids: { pii, file: '.+' },
    papers: {
      pdf: [
        '/science/article/pii/{pii}/pdf',
        '/science/article/pii/{pii}/pdfft',
        '/science/article/am/pii/{pii}',
        '/reader/sd/pii/{pii}',
        '/{number}/*/{file}.pdf?pii={pii}',
      ],
      abstract: [
        '/science/article/pii/{pii}',
        '/science/article/abs/pii/{pii}',
        '/science/article/pii/{pii}/**',
        '/science/article/abs/pii/{pii}/**',
        '/retrieve/pii/{pii}',
        '/science/article/piiS/{pii}',
      ],
    },
    listings: [
      '/journal/**',
      '/science/journal/**',
      '/browse/**',
      '/search',
      '/book/**',
      '/science/book/**',
      '/author/**',
    ],
    example: 'https://www.sciencedirect.com/science/article/pii/S1755296614000453',
    reason: 'The id is a PII; the DOI is in the page.',
  },
  {
    name: 'cell',
    hosts: ['www.cell.com', 'cell.com', 'www.thelancet.com', 'thelancet.com', 'www.jacionline.org'],
    ids: { dashed: `(?:PII)?${dashedPii}`, journal, family: journal },
    papers: {
      pdf: [
        '/{journal}/pdf/{dashed}.pdf',
        '/{journal}/pdf|pdfExtended/{dashed}',
        '/{family}/{journal}/pdf/{dashed}.pdf',
        '/{family}/{journal}/pdf|pdfExtended/{dashed}',
        '/action/showPdf?pii={dashed}',
        '/pdfs/journals/{journal}/{dashed}.pdf',
      ],
      abstract: [
        '/{journal}/fulltext|abstract|references|comments/{dashed}',
        '/{family}/{journal}/fulltext|abstract/{dashed}',
        '/article/{dashed}/*',
        '/journals/{journal}/article/{dashed}/*',
        '/{journal}/article/{dashed}/*',
      ],
    },
    listings: [
      '/{journal}/home',
      '/{journal}/issue',
      '/{journal}/current',
      '/{journal}/archive',
      '/action/doSearch',
      '/journals/{journal}/issue/**',
      '/{journal}/newarticles',
    ],
    example: 'https://www.cell.com/cell/fulltext/S0092-8674(20)30229-4',
    reason: 'Elsevier’s PII with its dashes; the Lancet puts PII before it.',
  },
  {
    name: 'plos',
    hosts: [
      'journals.plos.org',
      'www.ploscompbiol.org',
      'www.plosone.org',
      'www.plosbiology.org',
      'www.plosmedicine.org',
      'www.plosgenetics.org',
      'www.plospathogens.org',
      'www.plosntds.org',
      'dx.plos.org',
      'plosone.org',
    ],
    ids: { journal },
    papers: {
      pdf: ['/{journal}/article/file?id={doi}', '/article/fetchObject.action?uri=info:doi/{doi}'],
      abstract: [
        '/{journal}/article?id={doi}',
        '/{journal}/article/authors|metrics|comments|related|citation|peerReview?id={doi}',
        '/{journal}/article/info:doi/{doi}',
        '/article/info:doi/{doi}',
        '/{doi}',
      ],
    },
    listings: [
      '/{journal}/search',
      '/{journal}/browse',
      '/{journal}/browse/**',
      '/{journal}/issue',
      '/{journal}/volume',
      '/{journal}',
    ],
    example: 'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0213978',
    reason: 'The DOI is a parameter; a host for each journal before 2015.',
  },
  {
    name: 'elife',
    hosts: [
      'elifesciences.org',
      'www.elifesciences.org',
      'elife.elifesciences.org',
      'cdn.elifesciences.org',
    ],
    ids: { article: '\\d{5,6}', version: '(?:v[1-9]\\d?)?', padded: 'e\\d{5}' },
    papers: {
      pdf: ['/articles/{article}{version}.pdf', '/articles/{article}/elife-{number}-{version}.pdf'],
      abstract: [
        '/articles/{article}{version}',
        '/articles/{article}{version}/*',
        '/reviewed-preprints/{article}{version}',
        '/reviewed-preprints/{article}{version}/*',
        '/content/{number}/{padded}',
      ],
    },
    dois: ['10.7554/elife.{article}'],
    listings: [
      '/search',
      '/subjects/**',
      '/archive/**',
      '/articles',
      '/articles/*',
      '/reviewed-preprints',
    ],
    example: 'https://elifesciences.org/articles/44753',
    reason: 'The DOI follows from the number.',
  },
  {
    name: 'frontiers',
    hosts: [
      'www.frontiersin.org',
      'frontiersin.org',
      'journal.frontiersin.org',
      'public-pages-files-2025.frontiersin.org',
    ],
    ids: { journal },
    papers: {
      pdf: ['/articles|article/{doi}/pdf', '/journals/{journal}/articles/{doi}/pdf'],
      abstract: ['/articles|article/{doi}', '/journals/{journal}/articles/{doi}', '/Journal/{doi}'],
    },
    listings: [
      '/journals',
      '/journals/{journal}',
      '/journals/{journal}/articles',
      '/search',
      '/articles',
      '/research-topics/**',
      '/journals/{journal}/sections/**',
    ],
    example: 'https://www.frontiersin.org/articles/10.3389/fnins.2020.00123/full',
    reason: 'The DOI is in the path.',
  },
  {
    name: 'mdpi',
    hosts: ['www.mdpi.com', 'mdpi.com', 'res.mdpi.com'],
    ids: { issn, volume: '\\d{1,4}', issue: '[\\dA-Za-z-]{1,8}', article: '\\d{1,6}' },
    papers: {
      pdf: ['/{issn}/{volume}/{issue}/{article}/pdf', '/{issn}/{volume}/{issue}/{article}/pdf-vor'],
      html: ['/{issn}/{volume}/{issue}/{article}/htm|html'],
      abstract: [
        '/{issn}/{volume}/{issue}/{article}',
        '/{issn}/{volume}/{issue}/{article}/*',
        '/{doi}',
      ],
    },
    listings: [
      '/{issn}/{volume}/{issue}',
      '/{issn}/{volume}',
      '/journal/**',
      '/search',
      '/topics/**',
      '/about/journals',
    ],
    example: 'https://www.mdpi.com/2072-4292/12/3/500',
    reason: 'ISSN, volume, issue and number; the DOI is in the page.',
  },
  {
    name: 'cambridge',
    hosts: ['www.cambridge.org'],
    ids: { journal, hash: '[0-9A-F]{32}', slug: '[^/]+' },
    papers: {
      pdf: [
        '/core/services/aop-cambridge-core/content/view/{hash}/**',
        '/core/services/aop-cambridge-core/content/view/{hash}',
      ],
      abstract: [
        '/core/journals/{journal}/article/{slug}/{hash}',
        '/core/journals/{journal}/article/abs/{slug}/{hash}',
        '/core/product/identifier/{slug}/type/journal_article',
        '/core/journals/{journal}/article/{hash}',
        '/core/journals/{journal}/article/{slug}/{hash}/**',
      ],
    },
    listings: [
      '/core/journals/{journal}',
      '/core/journals/{journal}/issue/**',
      '/core/journals/{journal}/all-issues',
      '/core/journals/{journal}/firstview',
      '/core/search',
      '/core/what-we-publish/**',
    ],
    example:
      'https://www.cambridge.org/core/journals/journal-of-fluid-mechanics/article/title/0123456789ABCDEF0123456789ABCDEF',
    reason: 'Ids of its own; the DOI is in the page.',
  },
  {
    name: 'jstor',
    hosts: ['www.jstor.org', 'jstor.org'],
    ids: { record: '[1-9]\\d{3,9}', issue: 'i\\d+|j\\.\\w+' },
    papers: {
      pdf: ['/stable/pdf/{record}.pdf', '/stable/pdfplus/{record}.pdf'],
      abstract: ['/stable/{record}', '/stable/{doi}', '/stable/view/{record}', '/discover/{doi}'],
    },
    listings: ['/stable/{issue}', '/action/**', '/journal/**'],
    example: 'https://www.jstor.org/stable/2346178',
    reason: 'An `i` before the number is an issue.',
  },
  {
    name: 'project-euclid',
    hosts: ['projecteuclid.org', 'www.projecteuclid.org'],
    ids: { journal, code: '[a-z0-9.]+', record: '\\d{6,12}', tail: '(?:\\.(?:full|short|pdf))?' },
    papers: {
      pdf: [
        '/journalArticle/Download',
        '/download/pdf_1/euclid.{journal}/{record}',
        '/download/pdfview_1/euclid.{journal}/{record}',
        '/proceedings/*/*/*/*/{doi}.pdf',
      ],
      abstract: [
        '/journals/{journal}/*/*/*/{doi}',
        '/journals/{journal}/*/*/*/{code}/{record}{tail}',
        '/journals/{journal}/*/*/{doi}',
        '/euclid.{journal}/{record}',
        '/proceedings/*/*/*/*/{doi}',
        '/{code}/{record}{tail}',
      ],
    },
    listings: [
      '/journals/{journal}',
      '/journals/{journal}/issues',
      '/journals/{journal}/*',
      '/journals/{journal}/*/*',
      '/journals',
      '/search',
      '/info/**',
    ],
    example: 'https://projecteuclid.org/euclid.aos/1176344136',
    reason: 'Three generations of addresses.',
  },
  {
    name: 'aps',
    hosts: ['journals.aps.org', 'link.aps.org', 'prola.aps.org'],
    ids: { journal: 'pr[a-z]{1,12}|rmp|physics' },
    papers: {
      pdf: ['/{journal}/pdf/{doi}', '/pdf/{doi}'],
      abstract: [
        '/{journal}/abstract|supplemental|references|cited-by|export|figures/{doi}',
        '/doi|abstract/{doi}',
        '/{journal}/abstract/{doi}/*',
        '/{journal}/figures/{doi}/*',
      ],
    },
    listings: [
      '/{journal}/issues',
      '/{journal}/issues/**',
      '/{journal}/recent',
      '/{journal}/accepted',
      '/search/**',
      '/search',
      '/{journal}',
      '/{journal}/toc/**',
      '/{journal}/highlights',
    ],
    example: 'https://journals.aps.org/prl/abstract/10.1103/PhysRevLett.122.145901',
    reason: 'The DOI is in the path.',
  },
  {
    name: 'iop',
    hosts: ['iopscience.iop.org', 'stacks.iop.org'],
    ids: { issn, volume: '\\d{1,4}', article: '[A-Za-z]?\\d+' },
    papers: {
      pdf: ['/article/{doi}/pdf', '/{issn}/{volume}/{volume}/{article}/pdf'],
      abstract: [
        '/article/{doi}',
        '/{issn}/{volume}/{volume}/{article}',
        '/{issn}/{volume}/{volume}/{article}/*',
      ],
    },
    listings: [
      '/journal/**',
      '/issue/**',
      '/volume/**',
      '/nsearch',
      '/{issn}/{volume}/{volume}',
      '/{issn}',
      '/journalList',
      '/{issn}/page/**',
    ],
    example: 'https://iopscience.iop.org/article/10.1088/1748-605X/ab007b',
    reason: 'The DOI may hold three slashes.',
  },
  {
    name: 'aip-old',
    hosts: ['aip.scitation.org', 'scitation.aip.org', 'avs.scitation.org', 'asa.scitation.org'],
    papers: literatum,
    listings: literatumListings,
    example: 'https://aip.scitation.org/doi/10.1063/1.5093123',
    reason: 'Before 2023, on Literatum.',
  },
  {
    name: 'rsc',
    hosts: ['pubs.rsc.org', 'www.rsc.org', 'xlink.rsc.org'],
    ids: {
      article: '[a-dA-D]\\d[a-zA-Z]{2}\\d{5}[a-zA-Z\\d]|[a-z]\\d{6}[a-z\\d]',
      year: '(?:19|20)\\d\\d',
      journal: '[a-z0-9]{2}',
      language: '[a-z]{2}',
    },
    papers: {
      pdf: [
        '/{language}/content/articlepdf/{year}/{journal}/{article}',
        '/content/articlepdf/{year}/{journal}/{article}',
      ],
      html: [
        '/{language}/content/articlehtml/{year}/{journal}/{article}',
        '/content/articlehtml/{year}/{journal}/{article}',
      ],
      abstract: [
        '/{language}/content/articlelanding/{year}/{journal}/{article}',
        '/content/articlelanding/{year}/{journal}/{article}',
        '/?doi={article}',
        '/{language}/content/articlelanding/{year}/{journal}/{article}/*',
      ],
    },
    dois: ['10.1039/{article}'],
    listings: [
      '/{language}/journals/**',
      '/{language}/results',
      '/{language}/content/ebook/**',
      '/{language}/search/**',
    ],
    example: 'https://pubs.rsc.org/en/content/articlelanding/2020/sc/d0sc01234a',
    reason: 'The DOI follows from the article’s code.',
  },
  {
    name: 'hindawi',
    hosts: ['www.hindawi.com', 'downloads.hindawi.com'],
    ids: { journal: '[a-z]{2,8}', year: '(?:19|20)\\d\\d', article: '\\d{5,8}' },
    papers: {
      pdf: ['/journals/{journal}/{year}/{article}.pdf'],
      abstract: ['/journals/{journal}/{year}/{article}', '/journals/{journal}/{year}/{article}/*'],
    },
    listings: [
      '/journals/{journal}',
      '/journals/{journal}/contents/**',
      '/search/**',
      '/journals/{journal}/{year}',
    ],
    example: 'https://www.hindawi.com/journals/bn/2012/418920/',
    reason: 'Journals it took over keep DOIs of another form.',
  },
  {
    name: 'peerj',
    hosts: ['peerj.com', 'www.peerj.com'],
    ids: {
      article: '[1-9]\\d{0,5}',
      journal: 'cs|pchem|ochem|achem|ichem|matsci',
      preprint: '[1-9]\\d{0,5}',
      version: '(?:v[1-9]\\d?)?',
    },
    papers: {
      pdf: [
        '/articles/{article}.pdf',
        '/articles/{journal}-{article}.pdf',
        '/preprints/{preprint}{version}.pdf',
      ],
      abstract: [
        '/articles/{article}',
        '/articles/{journal}-{article}',
        '/articles/{article}/*',
        '/articles/{journal}-{article}/*',
        '/preprints/{preprint}{version}',
      ],
    },
    dois: [
      '10.7717/peerj-{journal}.{article}',
      '10.7717/peerj.{article}',
      '10.7287/peerj.preprints.{preprint}',
    ],
    listings: [
      '/articles',
      '/subjects/**',
      '/computer-science',
      '/search',
      '/preprints',
      '/collections/**',
    ],
    example: 'https://peerj.com/articles/4886/',
    reason: 'The DOI follows from the number.',
  },
  {
    name: 'copernicus',
    hosts: ['*.copernicus.org'],
    ids: { volume: '\\d{1,3}', page: '[\\d-]{1,7}', year: '(?:19|20)\\d\\d', file: '[\\w.-]+' },
    papers: {
      pdf: ['/articles/{volume}/{page}/{year}/{file}.pdf'],
      abstract: [
        '/articles/{volume}/{page}/{year}',
        '/articles/{volume}/{page}/{year}/{file}.html',
        '/preprints/{file}',
      ],
    },
    listings: [
      '/articles',
      '/articles/{volume}',
      '/articles/{volume}/issue{page}.html',
      '/preprints',
    ],
    example: 'https://acp.copernicus.org/articles/20/1/2020/',
    reason: 'A host for each journal.',
  },
  {
    name: 'first-monday',
    hosts: ['firstmonday.org', 'www.firstmonday.org'],
    papers: {
      html: ['/ojs/index.php/fm/article/download|view/{number}/**'],
      abstract: ['/ojs/index.php/fm/article/view/{number}', '/article/view/{number}/**'],
    },
    listings: ['/ojs/index.php/fm/issue/**', '/ojs/index.php/fm', '/ojs/index.php/fm/search/**'],
    example: 'https://firstmonday.org/ojs/index.php/fm/article/view/10274',
    reason: 'Full texts without meta tags.',
  },
  {
    name: 'joss',
    hosts: ['joss.theoj.org', 'www.theoj.org'],
    papers: { abstract: ['/papers/{doi}'], pdf: ['/papers/{doi}.pdf'] },
    listings: [
      '/papers',
      '/papers/in/**',
      '/papers/search',
      '/papers/by/**',
      '/papers/tagged/**',
      '/papers/published',
      '/papers/active',
    ],
    example: 'https://joss.theoj.org/papers/10.21105/joss.01234',
    reason: 'The DOI is in the path.',
  },
  {
    name: 'degruyter',
    hosts: ['www.degruyter.com', 'www.degruyterbrill.com'],
    papers: { pdf: ['/document/doi/{doi}/pdf'], abstract: ['/document/doi/{doi}', '/doi/{doi}'] },
    listings: ['/journal/**', '/search', '/serial/**'],
    example: 'https://www.degruyter.com/document/doi/10.1515/nanoph-2020-0001/html',
    reason: 'Books share its address form; the page tells.',
  },
  {
    name: 'emerald',
    hosts: ['www.emerald.com'],
    papers: {
      pdf: ['/insight/content/doi/{doi}/full/pdf'],
      abstract: ['/insight/content/doi/{doi}'],
    },
    listings: ['/insight/publication/**', '/insight/search'],
    example: 'https://www.emerald.com/insight/content/doi/10.1108/JD-01-2020-0001/full/html',
    reason: 'The DOI is in the path.',
  },
];
