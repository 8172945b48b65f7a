/**
 * arXiv identifiers (https://info.arxiv.org/help/arxiv_identifier.html): `YYMM.NNNN` from April 2007 to
 * December 2014, `YYMM.NNNNN` since, `archive.SC/YYMMNNN` before, each with an optional version.
 */

import { doiHosts } from './doi.ts';
import { parseWebAddress, pathSegments } from './web-address.ts';

const newId = /^(\d\d)(0[1-9]|1[0-2])\.(\d{4,5})(?:v[1-9]\d{0,2})?$/i;
const oldId =
  /^([a-z]{2,8}(?:-[a-z]{2,5})?)(?:\.[a-z]{2,8}(?:-[a-z]{2,8})?)?\/(\d\d)(0[1-9]|1[0-2])(\d{3})(?:v[1-9]\d{0,2})?$/i;

const oldArchives: ReadonlySet<string> = new Set(
  `acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas
  cond-mat cs dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex
  nucl-th patt-sol physics plasm-ph q-alg q-bio quant-ph solv-int supr-con`.split(/\s+/),
);

/**
 * A bare id without version and subject class, archive in lower case (`math.CA/0611800v2` is
 * `math/0611800`). Null for any other text.
 */
export function bareArxivId(text: string): string | null {
  if (text.length > 40) return null;
  const modern = newId.exec(text);
  if (modern) {
    const [, year, month, number] = modern;
    const yymm = Number(`${year}${month}`);
    // Years 91 to 99 have only old ids.
    if (yymm < 704 || yymm > 9012 || Number(number) === 0) return null;
    return number?.length === (yymm >= 1501 ? 5 : 4) ? `${year}${month}.${number}` : null;
  }
  const old = oldId.exec(text);
  if (!old) return null;
  const archive = (old[1] ?? '').toLowerCase();
  const yymm = Number(`${old[2]}${old[3]}`);
  const inTime = yymm <= 703 || yymm >= 9107;
  return oldArchives.has(archive) && inTime && old[4] !== '000'
    ? `${archive}/${old[2]}${old[3]}${old[4]}`
    : null;
}

/** The id in a DOI that arXiv registers, `10.48550/arXiv.<id>`; null for any other DOI. */
export function arxivIdOfDoi(doi: string): string | null {
  const prefix = '10.48550/arxiv.';
  return doi.slice(0, prefix.length).toLowerCase() === prefix
    ? bareArxivId(doi.slice(prefix.length))
    : null;
}

/** arXiv's hosts and its mirrors, past and present; not viewers of other sites. */
export const arxivHosts: readonly string[] = [
  'arxiv.org',
  ...'www export browse beta aps au br cn de es fr il in jp kr lanl ru soton tw uk xxx za'
    .split(' ')
    .map((name) => `${name}.arxiv.org`),
  'xxx.lanl.gov',
  'arxiv-export-lb.library.cornell.edu',
];

/** Routes to one paper: https://github.com/arXiv/arxiv-browse */
const paperRoutes: ReadonlySet<string> = new Set(
  'abs pdf html format ps dvi e-print src tb trackback bibtex refs cits show-email audio'.split(
    ' ',
  ),
);

interface ArxivAddress {
  id: string;
  /** `abs`, `pdf`, … */
  route: string;
}

/** The paper of an arXiv path; does not check the host. */
export function arxivPaperOfPath(url: URL): ArxivAddress | null {
  const [route = '', ...rest] = pathSegments(url);
  if (route === 'ftp' || route.toLowerCase() === 'ps_cache') return legacyFile(rest);
  if (!paperRoutes.has(route)) return null;
  if (rest.length === 0) {
    const id = route === 'abs' ? bareArxivId(url.searchParams.get('id') ?? '') : null;
    return id === null ? null : { id, route };
  }
  if (route === 'show-email') rest.shift();
  const extra = rest.indexOf('anc');
  const path = (route === 'src' && extra > 0 ? rest.slice(0, extra) : rest).join('/');
  const id = bareArxivId(path.replace(/^arxiv:/i, '').replace(suffixes[route] ?? /$^/, ''));
  return id === null ? null : { id, route };
}

const suffixes: Record<string, RegExp> = {
  html: /\/index\.html?$/,
  pdf: /\.pdf$/i,
  ps: /\.ps(?:\.gz)?$/i,
  src: /\.(?:tar\.gz|gz)$/i,
  'e-print': /\.(?:tar\.gz|gz)$/i,
};

/** `/ftp/arxiv/papers/0704/0704.0001.pdf`, `/ftp/cs/papers/0309/0309136.pdf`, `/PS_cache/…/pdf/…`. */
function legacyFile(rest: string[]): ArxivAddress | null {
  const [archive = '', folder, month, file = ''] = rest;
  if (rest.length !== 4 || (folder !== 'papers' && folder !== 'pdf')) return null;
  const name = file.replace(/\.(?:pdf|ps\.gz|ps)$/i, '');
  if (name === file || name.slice(0, 4) !== month) return null;
  const id = bareArxivId(archive === 'arxiv' ? name : `${archive}/${name}`);
  return id === null ? null : { id, route: 'pdf' };
}

/**
 * The arXiv id that a text is, without version and subject class: bare, with version, `arXiv:` prefix
 * and trailing class, an arXiv or Hugging Face address with or without scheme, or arXiv's DOI. Null
 * for any other text.
 */
export function parseArxivId(text: string): string | null {
  const trimmed = text.trim().replace(/[\s.,;]+$/, '');
  if (trimmed.length > 1000) return null;
  const bare = trimmed
    .replace(/^(?:oai:)?arxiv(?:\.org)?:\s*/i, '')
    .replace(/\s*\[[a-z.-]+\]$/i, '');
  const id = bareArxivId(bare) ?? arxivIdOfDoi(trimmed.replace(/^doi:\s*/i, ''));
  if (id !== null) return id;
  const url = parseWebAddress(/^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null || !url.hostname.includes('.')) return null;
  if (arxivHosts.includes(url.hostname)) return arxivPaperOfPath(url)?.id ?? null;
  const segments = pathSegments(url);
  if (doiHosts.includes(url.hostname)) return arxivIdOfDoi(segments.join('/'));
  if (url.hostname === 'huggingface.co' || url.hostname === 'hf.co') {
    return segments.length === 2 && segments[0] === 'papers'
      ? bareArxivId((segments[1] ?? '').replace(/\.md$/, ''))
      : null;
  }
  return null;
}
