/**
 * One paper, one identity, whatever host, version or source it was met by. Every key by which a
 * work may be known is written down; keys found to name the same work are joined.
 */
import { plainText } from '../text/plain-text.ts';
import { arxivIdOfDoi, parseArxivId } from './arxiv-id.ts';
import { parseDoi } from './doi.ts';
import type { PaperId } from './paper.ts';

/** What of a claim or a page's paper tells which work it is. */
export interface IdentityFacts {
  arxivId: string | null;
  doi: string | null;
  title: string | null;
  authors: string[];
  /** `YYYY-MM-DD`; only the year is used. */
  published: string | null;
}

/** Fewer words than this are no evidence that two works are one. */
const fewestWords = 5;
const longestTitle = 500;

/** A title as it is compared: plain words, without case, diacritics and punctuation. */
export function normalizeTitle(title: string): string {
  return plainText(title)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, longestTitle)
    .trimEnd();
}

/** Last name as it is compared: of `Last, First` and `First Last` alike, without `Jr.` and `III`. */
function surnameOf(author: string): string {
  const family = /^([^,]+),\s*(?!(?:jr|sr|i{1,3}|iv)\b)/i.exec(author)?.[1] ?? author;
  const words = normalizeTitle(family)
    .split(' ')
    .filter((word) => !/^(?:jr|sr|i{2,3}|iv)$/.test(word));
  return words.at(-1) ?? '';
}

/**
 * Every key by which a work may be known, strongest first: `arxiv:`, `doi:`, then its title with
 * the first author's surname and its title with the year. A title of fewer than five words, or one
 * with neither surname nor year, gives one key only when there is no better one, and joins nothing
 * but itself. Empty when there is neither id nor title.
 */
export function keysOf(work: IdentityFacts): PaperId[] {
  const keys: PaperId[] = [];
  const doi = work.doi === null ? null : parseDoi(work.doi);
  const arxivId =
    (work.arxivId === null ? null : parseArxivId(work.arxivId)) ??
    (doi === null ? null : arxivIdOfDoi(doi));
  if (arxivId !== null) keys.push(`arxiv:${arxivId}`);
  if (doi !== null && arxivIdOfDoi(doi) === null) keys.push(`doi:${doi}`);
  const title = normalizeTitle(work.title ?? '');
  const surname = surnameOf(work.authors[0] ?? '');
  const year = /^\d{4}/.exec(work.published ?? '')?.[0] ?? '';
  if (title.split(' ').length >= fewestWords) {
    if (surname !== '') keys.push(`title:${title}|${surname}`);
    if (year !== '') keys.push(`title:${title}|${year}`);
  }
  if (keys.length === 0 && title !== '') keys.push(`title:${title}|${surname || year}`);
  return keys;
}

/** The one key a work is kept under; null when neither an id nor a title is known. */
export function identify(work: IdentityFacts): PaperId | null {
  return keysOf(work)[0] ?? null;
}

function rank(key: PaperId): number {
  if (key.startsWith('arxiv:')) return 0;
  if (key.startsWith('doi:')) return 1;
  return /\|\d{4}$/.test(key) ? 3 : 2;
}

/** Order of preference for the key a work is kept under: arXiv, DOI, title; then alphabetical. */
export function compareKeys(a: PaperId, b: PaperId): number {
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** A work as far as keys know it. */
export interface KeyedWork {
  id: PaperId;
  keys: PaperId[];
}

/**
 * Whether two works that share a key are one: an arXiv id or DOI in common is proof, a title only
 * where nothing speaks against it. Different arXiv ids are different works; so are equal titles of
 * one year by authors of different surnames.
 */
export function isSameWork(a: PaperId[], b: PaperId[]): boolean {
  const ofB = new Set(b);
  const shared = a.filter((key) => ofB.has(key));
  if (shared.length === 0) return false;
  const strongest = Math.min(...shared.map(rank));
  if (strongest === 0) return true;
  if (a.some((key) => rank(key) === 0) && b.some((key) => rank(key) === 0)) return false;
  if (strongest < 3) return true;
  return !(a.some((key) => rank(key) === 2) && b.some((key) => rank(key) === 2));
}

/**
 * Joins a work with the works already known that share a key with it.
 * `absorbed` are the ids of those that are now known by another id.
 */
export function planMerge(
  keys: PaperId[],
  known: KeyedWork[],
): { work: KeyedWork; joined: PaperId[]; absorbed: PaperId[] } {
  const all = new Set(keys);
  const waiting = [...known].sort((a, b) => compareKeys(a.id, b.id));
  const joined: PaperId[] = [];
  for (let at = 0; at < waiting.length; ) {
    const candidate = waiting[at] as KeyedWork;
    if (!isSameWork([...all], candidate.keys)) {
      at++;
      continue;
    }
    for (const key of candidate.keys) all.add(key);
    joined.push(candidate.id);
    waiting.splice(at, 1);
    at = 0;
  }
  const sorted = [...all].sort(compareKeys);
  const id = sorted[0] ?? '';
  return { work: { id, keys: sorted }, joined, absorbed: joined.filter((other) => other !== id) };
}

/** Works by every key they are known by, in memory. Give keys, get the one id. */
export class AliasTable {
  #works = new Map<PaperId, KeyedWork>();
  #byKey = new Map<PaperId, Set<PaperId>>();

  /** Adds a work by its keys (at least one) and answers its id and the ids it took over. */
  add(keys: PaperId[]): { id: PaperId; absorbed: PaperId[] } {
    const { work, joined, absorbed } = planMerge(keys, this.#sharing(keys));
    for (const id of joined) this.#drop(id);
    this.#works.set(work.id, work);
    for (const key of work.keys) {
      const ids = this.#byKey.get(key) ?? new Set();
      this.#byKey.set(key, ids.add(work.id));
    }
    return { id: work.id, absorbed };
  }

  /** The id of the known work that these keys name, or null. */
  find(keys: PaperId[]): PaperId | null {
    const { joined } = planMerge(keys, this.#sharing(keys));
    return joined.sort(compareKeys)[0] ?? null;
  }

  #sharing(keys: PaperId[]): KeyedWork[] {
    const ids = new Set(keys.flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
    return [...ids].map((id) => this.#works.get(id) as KeyedWork);
  }

  #drop(id: PaperId): void {
    for (const key of this.#works.get(id)?.keys ?? []) this.#byKey.get(key)?.delete(id);
    this.#works.delete(id);
  }
}
