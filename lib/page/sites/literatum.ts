/** Publishers on Atypon’s Literatum, whose addresses are the name of a view and the DOI. */
import type { Site } from './site.ts';

export const literatum: Site['papers'] = {
  pdf: ['/doi/pdf|epdf|pdfplus|pdfdirect|reader/{doi}'],
  html: ['/doi/full|fullHtml|full-xml/{doi}'],
  abstract: [
    '/doi/abs|abstract|extract|short|summary|ref|references|figure|suppl|citedby|metrics/{doi}',
    '/doi/{doi}',
  ],
};

/** Lists and volumes. */
export const literatumListings = [
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

const publishers: readonly [name: string, hosts: string[], example: string][] = [
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
  ['mit-press-old', ['www.mitpressjournals.org'], '10.1162/neco.1997.9.8.1735'],
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

export const literatumSites: readonly Site[] = publishers.map(([name, hosts, doi]) => ({
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
      : name === 'annual-reviews'
        ? { ...literatum, other: ['/content/journals/{doi}'] }
        : name === 'aea'
          ? { ...literatum, other: ['/articles?id={doi}'] }
          : literatum,
  listings: literatumListings,
  example: `https://${hosts[0]}/doi/${doi}`,
  reason: 'Atypon’s Literatum: the DOI is in the path; volumes are books or proceedings.',
}));
