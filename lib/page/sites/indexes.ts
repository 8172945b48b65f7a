/** Indexes that have a page for each paper. */
import { bareArxivId } from '../../paper/arxiv-id.ts';
import { pathSegments } from '../../paper/web-address.ts';
import type { Site } from './site.ts';

export const indexes: readonly Site[] = [
  {
    name: 'doi',
    hosts: ['doi.org', 'dx.doi.org', 'www.doi.org'],
    papers: { other: ['/{doi}'] },
    example: 'https://doi.org/10.1145/3292500.3330919',
    reason: 'Redirects to the paper; 10.48550/arXiv.X is arXiv X.',
  },
  {
    name: 'dblp',
    hosts: [
      'dblp.org',
      'www.dblp.org',
      'dblp.uni-trier.de',
      'dblp.dagstuhl.de',
      'dblp2.uni-trier.de',
      'dblp1.uni-trier.de',
    ],
    ids: {
      kind: 'conf|journals|phd|reference|series|tr|ms',
      venue: '[\\w-]+',
      key: '[A-Za-z][\\w:-]*?',
      form: '(?:\\.(?:html|bib|xml|rdf|nt|ris))?',
    },
    papers: {
      other: [
        '/rec/{kind}/{venue}/{key}{form}',
        '/rec/html|bibtex|xml|ris|bib/{kind}/{venue}/{key}{form}',
        '/rec/bib0|bib1|bib2/{kind}/{venue}/{key}{form}',
      ],
    },
    read: dblpPreprint,
    listings: [
      '/db/**',
      '/search',
      '/search/**',
      '/pid/**',
      '/pers/**',
      '/streams/**',
      '/topic/**',
    ],
    example: 'https://dblp.org/rec/conf/nips/VaswaniSPUJGKP17',
    reason: 'The key of a CoRR record has the arXiv id; a year as key is a volume.',
  },
  {
    name: 'semantic-scholar',
    hosts: [
      'www.semanticscholar.org',
      'semanticscholar.org',
      'api.semanticscholar.org',
      'pdfs.semanticscholar.org',
    ],
    ids: { hash: '[0-9a-f]{40}', part: '[0-9a-f]{4}', rest: '[0-9a-f]{36}', slug: '.+' },
    papers: {
      abstract: [
        '/paper/{hash}',
        '/paper/{slug}/{hash}',
        '/paper/{slug}/{hash}/**',
        '/arxiv:{arxiv}',
        '/arxiv/{arxiv}',
        '/arXiv:{arxiv}',
        '/CorpusID:{number}',
        '/{doi}',
        '/DOI:{doi}',
      ],
      pdf: ['/{part}/{rest}.pdf'],
      other: ['/reader/{hash}'],
    },
    listings: ['/search', '/author/**', '/topic/**', '/venue', '/venue/**', '/me/**', '/feed/**'],
    example: 'https://www.semanticscholar.org/paper/LoRA/a8ca46b171467ceb2d7652fbfb67fe701ad86092',
    reason: 'A single-page site.',
  },
  {
    name: 'google-scholar',
    hosts: [
      'scholar.google.com',
      'scholar.google.co.uk',
      'scholar.google.de',
      'scholar.google.fr',
      'scholar.google.ca',
      'scholar.google.co.jp',
      'scholar.google.co.in',
      'scholar.google.com.hk',
    ],
    papers: {},
    listings: ['/scholar', '/citations', '/scholar_labs/**'],
    example: 'https://scholar.google.com/scholar?q=lora',
    reason: 'Results only.',
  },
  {
    name: 'connected-papers',
    hosts: ['www.connectedpapers.com', 'connectedpapers.com'],
    papers: {},
    listings: ['/main/**', '/search'],
    example: 'https://www.connectedpapers.com/main/a8ca46b171467ceb2d7652fbfb67fe701ad86092/graph',
    reason: 'A graph of many papers.',
  },
  {
    name: 'inspire',
    hosts: ['inspirehep.net', 'www.inspirehep.net', 'old.inspirehep.net', 'inspirebeta.net'],
    papers: {
      abstract: [
        '/literature/{number}',
        '/record/{number}',
        '/record/{number}/**',
        '/arxiv|eprint/{arxiv}',
        '/arxiv|eprint/arXiv:{arxiv}',
        '/doi/{doi}',
      ],
    },
    listings: ['/literature', '/search', '/authors/**', '/conferences/**', '/collection/**'],
    example: 'https://inspirehep.net/literature/451647',
    reason: 'High-energy physics.',
  },
  {
    name: 'ads',
    hosts: [
      'ui.adsabs.harvard.edu',
      'adsabs.harvard.edu',
      'articles.adsabs.harvard.edu',
      'adsabs.org',
      'cdsads.u-strasbg.fr',
    ],
    ids: {
      bibcode: '(?:1[5-9]|20)\\d\\d[A-Za-z&.][\\w&.]{13}[A-Z.]',
      bib: '(?:1[5-9]|20)\\d\\d[A-Za-z&.][\\w&.]{13}[A-Z.]',
    },
    papers: {
      abstract: [
        '/abs/{bibcode}',
        '/abs/{bibcode}/**',
        '/abs/arXiv:{arxiv}',
        '/abs/arXiv:{arxiv}/abstract',
        '/full/{bibcode}',
        '/abs/{doi}',
        '/abs/doi:{doi}',
      ],
      pdf: ['/pdf/{bibcode}', '/link_gateway/{bibcode}/*'],
    },
    read: adsPreprint,
    listings: ['/search/**', '/search', '/public-libraries/**'],
    example: 'https://ui.adsabs.harvard.edu/abs/2021arXiv210609685H/abstract',
    reason: 'The bibcode of a preprint has the arXiv id.',
  },
  {
    name: 'pubmed',
    hosts: ['pubmed.ncbi.nlm.nih.gov', 'www.pubmed.gov', 'pubmed.gov'],
    ids: { pmid: '[1-9]\\d{0,8}' },
    papers: { abstract: ['/{pmid}', '/m/{pmid}', '/?term={pmid}'] },
    listings: ['/?term=*', '/?linkname=*', '/search', '/trending', '/collections/**', '/clinical'],
    example: 'https://pubmed.ncbi.nlm.nih.gov/32296168/',
    reason: 'A search for a record’s number is the record.',
  },
  {
    name: 'pubmed-old',
    hosts: ['www.ncbi.nlm.nih.gov', 'ncbi.nlm.nih.gov'],
    ids: { pmid: '[1-9]\\d{0,8}' },
    papers: { abstract: ['/pubmed/{pmid}', '/m/pubmed/{pmid}', '/pubmed?term={pmid}'] },
    listings: ['/pubmed'],
    example: 'https://www.ncbi.nlm.nih.gov/pubmed/32296168',
    reason: 'PubMed before 2020, still linked to.',
  },
  {
    name: 'pmc',
    hosts: [
      'pmc.ncbi.nlm.nih.gov',
      'www.ncbi.nlm.nih.gov',
      'ncbi.nlm.nih.gov',
      'www.pubmedcentral.nih.gov',
    ],
    ids: { pmcid: '(?:PMC)?[1-9]\\d{0,8}', pmid: '[1-9]\\d{0,8}', version: '(?:\\.\\d{1,2})?' },
    papers: {
      html: [
        '/articles/{pmcid}{version}',
        '/pmc/articles/{pmcid}{version}',
        '/labs/pmc/articles/{pmcid}{version}',
        '/pmc/articles/pmid/{pmid}',
        '/articles/pmid/{pmid}',
        '/articlerender.fcgi?artid={pmid}',
        '/pmc/articles/instance/{pmcid}',
      ],
      pdf: [
        '/articles/{pmcid}/pdf',
        '/articles/{pmcid}/pdf/*',
        '/pmc/articles/{pmcid}/pdf',
        '/pmc/articles/{pmcid}/pdf/*',
        '/picrender.fcgi?artid={pmid}',
      ],
      other: ['/articles/{pmcid}/**', '/pmc/articles/{pmcid}/**'],
    },
    listings: [
      '/search',
      '/pmc',
      '/journals/**',
      '/pmc/journals/**',
      '/pmc/issues/**',
      '/issues/**',
    ],
    example: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7092803/',
    reason: 'Moved to its own host in 2024.',
  },
  {
    name: 'europe-pmc',
    hosts: ['europepmc.org', 'www.europepmc.org'],
    ids: {
      source:
        '(?:[Mm][Ee][Dd]|[Pp][Mm][Cc]|[Pp][Pp][Rr]|[Aa][Gg][Rr]|[Cc][Bb][Aa]|[Cc][Tt][Xx]|[Pp][Aa][Tt]|[Hh][Ii][Rr])',
      record: '(?:PMC|PPR)?[A-Z]{0,3}\\d{1,12}',
      pmcid: '(?:PMC|pmc)\\d{1,9}',
    },
    papers: {
      pdf: ['/backend/ptpmcrender.fcgi?accid={pmcid}'],
      abstract: [
        '/article|abstract/{source}/{record}',
        '/articles|article/{pmcid}',
        '/articles/{pmcid}/**',
        '/abstract/{source}/{record}/**',
      ],
    },
    listings: ['/search', '/authors/**', '/journalListing/**'],
    example: 'https://europepmc.org/article/MED/32296168',
    reason: 'PubMed, PMC and preprints.',
  },
  {
    name: 'researchgate',
    hosts: ['www.researchgate.net', 'researchgate.net'],
    ids: { record: '[1-9]\\d{3,10}(?:_.+)?' },
    papers: { abstract: ['/publication/{record}'], other: ['/publication/{record}/**'] },
    listings: ['/search', '/search/**', '/topic/**'],
    example: 'https://www.researchgate.net/publication/317558625_Attention_Is_All_You_Need',
    reason: 'Often behind a challenge: the document decides.',
  },
  {
    name: 'citeseerx',
    hosts: ['citeseerx.ist.psu.edu', 'citeseer.ist.psu.edu'],
    ids: { old: '10\\.1\\.1\\.\\d{1,3}\\.\\d{1,5}', hash: '[0-9a-f]{40}' },
    papers: {
      abstract: [
        '/viewdoc/summary?doi={old}',
        '/viewdoc/versions?doi={old}',
        '/doc_view/pid/{hash}',
        '/document?doi={hash}',
      ],
      pdf: ['/viewdoc/download?doi={old}', '/pdf/{hash}'],
    },
    listings: ['/search', '/search_result', '/showciting'],
    example: 'https://citeseerx.ist.psu.edu/viewdoc/summary?doi=10.1.1.26.2787',
    reason: 'Its numbers look like DOIs but are none.',
  },
  {
    name: 'core',
    hosts: ['core.ac.uk'],
    papers: {
      abstract: ['/display|works|outputs|reader/{number}'],
      pdf: ['/download/pdf/{number}.pdf', '/download/{number}.pdf'],
    },
    listings: ['/search', '/search/**', '/data-providers/**'],
    example: 'https://core.ac.uk/works/8812345',
    reason: 'Open-access copies.',
  },
  {
    name: 'openalex',
    hosts: ['openalex.org', 'www.openalex.org'],
    ids: { work: '[Ww]\\d{5,12}' },
    papers: { other: ['/{work}', '/works/{work}'] },
    listings: ['/works'],
    example: 'https://openalex.org/works/W2741809807',
    reason: 'Open index of works.',
  },
];

/** `/rec/journals/corr/abs-1706-03762`, `/rec/journals/corr/abs-cs-0309136`: arXiv papers. */
function dblpPreprint(url: URL) {
  const segments = pathSegments(url);
  const at = segments.indexOf('journals');
  if (segments[0] !== 'rec' || at < 1 || at > 2 || segments[at + 1] !== 'corr') return null;
  const key = (segments[at + 2] ?? '').replace(/\.(?:html|bib|xml|rdf|nt|ris)$/, '');
  const modern = /^abs-(\d{4})-(\d{4,5})$/.exec(key);
  const old = /^abs-(.+)-(\d{7})$/.exec(key);
  const id = modern ? `${modern[1]}.${modern[2]}` : old ? `${old[1]}/${old[2]}` : '';
  const arxivId = bareArxivId(id);
  return arxivId === null ? null : { arxivId, view: 'other' as const };
}

/**
 * `/abs/2021arXiv210609685H`, `/abs/2010arXiv1001.1234A`, `/abs/1997hep.th...11200M` (year, archive,
 * month and number, padded with dots): arXiv papers.
 */
function adsPreprint(url: URL) {
  const [route, bibcode = ''] = pathSegments(url);
  const match = /^\d{4}arXiv(\d{4})\.?(\d{4,5})[A-Z.]$/.exec(bibcode);
  const old = /^\d\d(\d\d)([a-z]+(?:\.[a-z]+)?)\.*(\d{4,5})[A-Z.]$/.exec(bibcode);
  const id = match
    ? `${match[1]}.${match[2]}`
    : old && bibcode.length === 19
      ? `${old[2]?.replace('.', '-')}/${old[1]}${old[3]?.padStart(5, '0')}`
      : '';
  const arxivId = route === 'abs' ? bareArxivId(id) : null;
  return arxivId === null ? null : { arxivId, view: 'abstract' as const };
}
