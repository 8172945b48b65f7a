/** Rows of the site table, and matching addresses against them: host, path segments, grammars of ids. */
import { arxivIdOfDoi, bareArxivId } from '../../paper/arxiv-id.ts';
import { bareDoi } from '../../paper/doi.ts';
import type { PageView } from '../../paper/paper.ts';
import { pathSegments } from '../../paper/web-address.ts';
import { competingType } from '../non-article-doi.ts';

/**
 * A row of the site table. A path is written as `/literal/one|other/{id}?name={id}`: `{arxiv}` and
 * `{doi}` may span segments, any other `{id}` is a grammar of `ids` or `commonIds` within one; `*` is
 * any one segment, `**` any rest. Parameters that are not named are ignored.
 */
export interface Site {
  name: string;
  /** Exact host names; `*.` at the start is exactly one label. */
  hosts: readonly string[];
  /** The match patterns of the permission, if not `https://<host>/*`. */
  matches?: readonly string[];
  /** The grammars of ids in its paths, as sources of regular expressions. */
  ids?: Readonly<Record<string, string>>;
  papers: Partial<Record<PageView, readonly string[]>>;
  listings?: readonly string[];
  /** Templates of DOIs from ids in the path, such as `10.7554/elife.{article}`; the first that has all its ids is used. */
  dois?: readonly string[];
  /** Tried before `papers`, for paths that the notation cannot express. */
  read?: (url: URL) => { arxivId: string | null; view: PageView } | null;
  /** The address of one paper. */
  example: string;
  /** Why the row exists, or what is special about the site. */
  reason: string;
}

/** The verdict on an address without a document. */
export type AddressVerdict =
  | {
      kind: 'paper';
      view: PageView;
      arxivId: string | null;
      doi: string | null;
      /** The ids in it as one string: the same for all addresses of a paper on the site. */
      work: string;
    }
  | { kind: 'listing' }
  | { kind: 'none' };

const commonIds: Readonly<Record<string, string>> = {
  number: '[1-9]\\d{0,11}',
  year: '(?:19|20)\\d\\d',
  word: '[\\p{L}\\p{N}][\\p{L}\\p{N}_.~+-]*',
};

/** The largest number of segments of an arXiv id or a DOI. */
const maxSegments: Readonly<Record<string, number>> = { arxiv: 2, doi: 8 };

/** The rows for a host, which several may share. */
export function sitesOfHost(sites: readonly Site[], host: string): Site[] {
  const name = host.replace(/\.$/, '');
  const parent = `*${name.slice(name.indexOf('.'))}`;
  const exact = sites.filter((site) => site.hosts.includes(name));
  return exact.length > 0 ? exact : sites.filter((site) => site.hosts.includes(parent));
}

/** The verdict of a row on an address; does not check the host. */
export function readAddress(site: Site, url: URL): AddressVerdict {
  const segments = pathSegments(url);
  const read = site.read?.(url);
  if (read) {
    const { arxivId, view } = read;
    return { kind: 'paper', view, arxivId, doi: null, work: `${arxivId}` };
  }
  for (const [view, paths] of Object.entries(site.papers)) {
    for (const path of paths) {
      const ids = matchPath(path, segments, url, site);
      if (ids) {
        const doi = ids.doi ?? fillTemplate(site.dois ?? [], ids);
        const arxivId = ids.arxiv ?? (doi === null ? null : arxivIdOfDoi(doi));
        const work = JSON.stringify(Object.entries(ids).sort());
        return { kind: 'paper', view: view as PageView, arxivId, doi, work };
      }
    }
  }
  const isListing = site.listings?.some((path) => matchPath(path, segments, url, site) !== null);
  return { kind: isListing ? 'listing' : 'none' };
}

type Ids = Record<string, string>;

function matchPath(path: string, segments: string[], url: URL, site: Site): Ids | null {
  const [pathPart = '', query] = path.split('?');
  const pattern = pathPart.split('/').slice(1);
  if (pattern.length === 1 && pattern[0] === '') pattern.pop();
  const ids: Ids = {};
  if (!matchSegments(pattern, segments, ids, site)) return null;
  for (const part of query?.split('&') ?? []) {
    const [name = '', value] = part.split('=');
    const actual = parameter(url, name);
    if (actual === null || !matchSegments([value ?? '*'], actual === '' ? [] : [actual], ids, site))
      return null;
  }
  return ids;
}

/** A parameter by its name in any case, since some servers ignore case. */
function parameter(url: URL, name: string): string | null {
  const exact = url.searchParams.get(name);
  if (exact !== null) return exact;
  for (const [key, value] of url.searchParams)
    if (key.toLowerCase() === name.toLowerCase()) return value;
  return null;
}

function matchSegments(pattern: string[], segments: string[], ids: Ids, site: Site): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return segments.length === 0;
  if (first === '**') return true;
  const spanning = /^(.*)\{(arxiv|doi)\}(.*)$/.exec(first);
  if (spanning) {
    const [, before = '', name = '', after = ''] = spanning;
    for (let n = Math.min(maxSegments[name] ?? 1, segments.length); n > 0; n--) {
      const text = segments.slice(0, n).join('/');
      if (text.length <= before.length + after.length) continue;
      if (!text.startsWith(before) || !text.endsWith(after)) continue;
      const inner = text.slice(before.length, text.length - after.length);
      const id = name === 'arxiv' ? bareArxivId(inner) : doiInPath(inner);
      if (id !== null && matchSegments(rest, segments.slice(n), ids, site)) {
        ids[name] = id;
        return true;
      }
    }
    return false;
  }
  const match = segments.length > 0 && segmentPattern(first, site).exec(segments[0] ?? '');
  if (!match) return false;
  Object.assign(ids, match.groups);
  return matchSegments(rest, segments.slice(1), ids, site);
}

const compiled = new WeakMap<Site, Map<string, RegExp>>();

function segmentPattern(text: string, site: Site): RegExp {
  const known = compiled.get(site) ?? new Map<string, RegExp>();
  compiled.set(site, known);
  let pattern = known.get(text);
  if (!pattern) {
    const source = text
      .split(/(\{\w+\}|[|*])/)
      .map((part) => {
        if (part === '|') return part;
        if (part === '*') return '.+';
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        if (name === undefined) return part.replace(/[.+$^()[\]\\]/g, '\\$&');
        return `(?<${name}>${site.ids?.[name] ?? commonIds[name]})`;
      })
      .join('');
    pattern = new RegExp(`^(?:${source})$`, 'u');
    known.set(text, pattern);
  }
  return pattern;
}

/** The DOI in a path, without the view that publishers append (`/full`, `.pdf`, `.full.pdf`). */
function doiInPath(text: string): string | null {
  const view =
    /(?:[./](?:abstract|abs|full|fulltext|full-text|pdf|epdf|pdfdirect|ampdf|pdfft|am|reader|suppl|supplementary|authors|citations|summary|short|references|html|meta|xml|nlm|epub|figures|metrics))+$/i;
  const bare = text.replace(/^doi:/i, '').replace(view, '');
  const doi = bareDoi(bare);
  return doi === null || competingType(doi) !== null ? null : doi;
}

function fillTemplate(templates: readonly string[], ids: Ids): string | null {
  for (const template of templates) {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    if (names.every((name) => ids[name] !== undefined))
      return bareDoi(template.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? ''));
  }
  return null;
}
