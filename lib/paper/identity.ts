/**
 * The identity of papers across hosts, versions and sources. A paper has several keys (ids, titles);
 * papers that share a key are merged unless other keys contradict.
 */
import { plainText } from '../text/plain-text.ts';
import { arxivIdOfDoi, parseArxivId } from './arxiv-id.ts';
import { parseDoi } from './doi.ts';
import type { PaperId } from './paper.ts';

/** The facts of a claim or of a page's paper that identify it. */
export interface IdentityFacts {
  arxivId: string | null;
  doi: string | null;
  title: string | null;
  authors: string[];
  /** `YYYY-MM-DD`; only the year is used. */
  published: string | null;
}

/** Equal titles of fewer words are no evidence of one paper. */
const minTitleWords = 5;
const maxTitleLength = 500;

/** A title for comparison: plain words in lower case, without diacritics and punctuation. */
export function normalizeTitle(title: string): string {
  return plainText(title)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, maxTitleLength)
    .trimEnd();
}

/** The last name of `Last, First` or `First Last` for comparison, without `Jr.` and `III`. */
function surnameOf(author: string): string {
  const family = /^([^,]+),\s*(?!(?:jr|sr|i{1,3}|iv)\b)/i.exec(author)?.[1] ?? author;
  const words = normalizeTitle(family)
    .split(' ')
    .filter((word) => !/^(?:jr|sr|i{2,3}|iv)$/.test(word));
  return words.at(-1) ?? '';
}

/**
 * All keys of a paper, strongest first: `arxiv:`, `doi:`, its title with the first author's surname,
 * its title with the year. A title of fewer than five words, or with neither surname nor year, is a
 * key only when there is no other. Empty when there is neither id nor title.
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
  if (title.split(' ').length >= minTitleWords) {
    if (surname !== '') keys.push(`title:${title}|${surname}`);
    if (year !== '') keys.push(`title:${title}|${year}`);
  }
  if (keys.length === 0 && title !== '') keys.push(`title:${title}|${surname || year}`);
  return keys;
}

/** The strongest key, which is the paper id; null when there is neither id nor title. */
export function identify(work: IdentityFacts): PaperId | null {
  return keysOf(work)[0] ?? null;
}

function rank(key: PaperId): number {
  if (key.startsWith('arxiv:')) return 0;
  if (key.startsWith('doi:')) return 1;
  return /\|\d{4}$/.test(key) ? 3 : 2;
}

/** Compares keys by strength: arXiv, DOI, title with surname, title with year; then alphabetically. */
export function compareKeys(a: PaperId, b: PaperId): number {
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** A paper reduced to its keys. */
export interface KeyedWork {
  id: PaperId;
  keys: PaperId[];
}

/**
 * Whether two papers, given by their keys, are one. A shared arXiv id is proof. Otherwise papers of
 * different arXiv ids differ; a shared DOI, or a shared title and surname, then is enough; a shared
 * title and year is not when both have a surname.
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
 * Merges a paper with those known papers that are the same. `joined` are the ids of these, `absorbed`
 * those of them that are replaced by the merged paper's id.
 */
export function planMerge(
  keys: PaperId[],
  known: KeyedWork[],
): { work: KeyedWork; joined: PaperId[]; absorbed: PaperId[] } {
  const all = new Set(keys);
  const candidates = [...known].sort((a, b) => compareKeys(a.id, b.id));
  const joined: PaperId[] = [];
  for (let at = 0; at < candidates.length; ) {
    const candidate = candidates[at] as KeyedWork;
    if (!isSameWork([...all], candidate.keys)) {
      at++;
      continue;
    }
    for (const key of candidate.keys) all.add(key);
    joined.push(candidate.id);
    candidates.splice(at, 1);
    at = 0;
  }
  const sorted = [...all].sort(compareKeys);
  const id = sorted[0] ?? '';
  return { work: { id, keys: sorted }, joined, absorbed: joined.filter((other) => other !== id) };
}

/** Papers by all their keys, in memory: finds the paper id for keys. */
export class AliasTable {
  #works = new Map<PaperId, KeyedWork>();
  #byKey = new Map<PaperId, Set<PaperId>>();

  /** Adds a paper by its keys (at least one); returns its id and the ids that it replaces. */
  add(keys: PaperId[]): { id: PaperId; absorbed: PaperId[] } {
    const { work, joined, absorbed } = planMerge(keys, this.#withAnyOf(keys));
    for (const id of joined) this.#remove(id);
    this.#works.set(work.id, work);
    for (const key of work.keys) {
      const ids = this.#byKey.get(key) ?? new Set();
      this.#byKey.set(key, ids.add(work.id));
    }
    return { id: work.id, absorbed };
  }

  /** The id of the paper that these keys identify, or null. */
  find(keys: PaperId[]): PaperId | null {
    const { joined } = planMerge(keys, this.#withAnyOf(keys));
    return joined.sort(compareKeys)[0] ?? null;
  }

  #withAnyOf(keys: PaperId[]): KeyedWork[] {
    const ids = new Set(keys.flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
    return [...ids].map((id) => this.#works.get(id) as KeyedWork);
  }

  #remove(id: PaperId): void {
    for (const key of this.#works.get(id)?.keys ?? []) this.#byKey.get(key)?.delete(id);
    this.#works.delete(id);
  }
}
