/**
 * Papers seen on pages in this browser session, in `storage.session`, which is in memory only: a PDF
 * is recognized by the abstract page or listing that led to it. Callers leave out private windows.
 */
import { browser } from 'wxt/browser';
import { SerialQueue } from '../concurrency/serial-queue.ts';
import { keysOf } from '../paper/identity.ts';
import type { PagePaper, PaperId } from '../paper/paper.ts';
import type { StorageArea } from './user-data-store.ts';

const orderKey = 'met';
const keyOf = (id: PaperId) => `met.${id}`;
/** With a usual abstract of 1.5 kB these take 3 MB of the session area's 10 MB. */
const maxPapers = 2_000;
const maxAbstractLength = 5_000;
const maxAuthors = 10;

type PaperIds = Pick<PagePaper, 'arxivId' | 'doi'>;

/** The keys of a paper by its ids only: a title is not enough to recognize a PDF. */
function idKeys(paper: PaperIds): PaperId[] {
  return keysOf({ ...paper, title: null, authors: [], published: null });
}

/** Two readings of one paper: the newer one, completed by the older one. */
function merge(older: PagePaper | undefined, newer: PagePaper): PagePaper {
  const abstract = newer.abstract?.slice(0, maxAbstractLength).toWellFormed() ?? null;
  const authors = newer.authors.slice(0, maxAuthors);
  if (!older) return { ...newer, abstract, authors };
  return {
    ...newer,
    arxivId: newer.arxivId ?? older.arxivId,
    doi: newer.doi ?? older.doi,
    title: newer.title ?? older.title,
    abstract: abstract ?? older.abstract,
    authors: authors.length > 0 ? authors : older.authors,
    published: newer.published ?? older.published,
  };
}

export class SessionStore {
  readonly #area: StorageArea;
  readonly #maxPapers: number;
  readonly #queue = new SerialQueue();

  constructor(area: StorageArea = browser.storage.session, limit: number = maxPapers) {
    this.#area = area;
    this.#maxPapers = limit;
  }

  /** Stores papers that have an arXiv id or DOI, and drops the oldest above the limit. */
  remember(papers: PagePaper[]): Promise<void> {
    return this.#queue.run(() => this.#remember(papers));
  }

  /** The paper with this arXiv id or DOI as pages described it, or null. */
  async find(paper: PaperIds): Promise<PagePaper | null> {
    const keys = idKeys(paper).map(keyOf);
    if (keys.length === 0) return null;
    const found = await this.#area.get(keys);
    return (keys.map((key) => found[key]).find(Boolean) as PagePaper | undefined) ?? null;
  }

  clear(): Promise<void> {
    return this.#queue.run(async () => {
      await this.#area.remove([orderKey, ...(await this.#order()).map(keyOf)]);
    });
  }

  async #remember(papers: PagePaper[]): Promise<void> {
    const seen = new Map<PaperId, PagePaper>();
    for (const paper of papers) {
      for (const id of idKeys(paper)) seen.set(id, paper);
    }
    if (seen.size === 0) return;
    const before = await this.#order();
    const known = await this.#area.get([...seen.keys()].map(keyOf));
    const ids = [...before.filter((id) => !seen.has(id)), ...seen.keys()];
    const dropped = ids.slice(0, Math.max(0, ids.length - this.#maxPapers));
    const items: Record<string, unknown> = { [orderKey]: ids.slice(dropped.length) };
    for (const [id, paper] of seen) {
      if (dropped.includes(id)) continue;
      items[keyOf(id)] = merge(known[keyOf(id)] as PagePaper | undefined, paper);
    }
    if (dropped.length > 0) await this.#area.remove(dropped.map(keyOf));
    await this.#area.set(items);
  }

  /** Ids in the order in which they were seen. */
  async #order(): Promise<PaperId[]> {
    const stored = (await this.#area.get(orderKey))[orderKey];
    return Array.isArray(stored) ? stored : [];
  }
}
