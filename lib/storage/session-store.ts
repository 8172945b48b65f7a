/**
 * Papers met on pages in this browser session, in memory alone (`storage.session`), so that a PDF
 * can be known by the abstract page or listing it was reached from. Callers leave out private
 * windows.
 */
import { browser } from 'wxt/browser';
import { keysOf } from '../paper/identity.ts';
import type { PagePaper, PaperId } from '../paper/paper.ts';
import type { StorageArea } from './user-data-store.ts';

const orderKey = 'met';
const keyOf = (id: PaperId) => `met.${id}`;
/** With a usual abstract of 1.5 kB, 3 MB of the 10 MB that browsers give. */
const mostPapers = 2_000;
const longestAbstract = 5_000;
const mostAuthors = 10;

export interface SessionStore {
  /** Keeps papers that have an arXiv id or DOI; the oldest make room. */
  remember(papers: PagePaper[]): Promise<void>;
  /** What was met of the work with this arXiv id or DOI, or null. */
  find(work: Pick<PagePaper, 'arxivId' | 'doi'>): Promise<PagePaper | null>;
  clear(): Promise<void>;
}

function idsOf(work: Pick<PagePaper, 'arxivId' | 'doi'>): PaperId[] {
  return keysOf({ ...work, title: null, authors: [], published: null });
}

/** What both say of one paper; the newer holds where it knows. */
function joined(older: PagePaper | undefined, newer: PagePaper): PagePaper {
  const abstract = newer.abstract?.slice(0, longestAbstract).toWellFormed() ?? null;
  const authors = newer.authors.slice(0, mostAuthors);
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

export function sessionStore(
  area: StorageArea = browser.storage.session,
  most: number = mostPapers,
): SessionStore {
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  }

  async function order(): Promise<PaperId[]> {
    const stored = (await area.get(orderKey))[orderKey];
    return Array.isArray(stored) ? stored : [];
  }

  async function remember(papers: PagePaper[]): Promise<void> {
    const met = new Map<PaperId, PagePaper>();
    for (const paper of papers) {
      for (const id of idsOf(paper)) met.set(id, paper);
    }
    if (met.size === 0) return;
    const before = await order();
    const known = await area.get([...met.keys()].map(keyOf));
    const ids = [...before.filter((id) => !met.has(id)), ...met.keys()];
    const dropped = ids.slice(0, Math.max(0, ids.length - most));
    const kept = ids.slice(dropped.length);
    const items: Record<string, unknown> = { [orderKey]: kept };
    for (const [id, paper] of met) {
      if (dropped.includes(id)) continue;
      items[keyOf(id)] = joined(known[keyOf(id)] as PagePaper | undefined, paper);
    }
    if (dropped.length > 0) await area.remove(dropped.map(keyOf));
    await area.set(items);
  }

  return {
    remember: (papers) => inTurn(() => remember(papers)),
    async find(work) {
      const keys = idsOf(work).map(keyOf);
      if (keys.length === 0) return null;
      const found = await area.get(keys);
      return (keys.map((key) => found[key]).find(Boolean) as PagePaper | undefined) ?? null;
    },
    clear: () =>
      inTurn(async () => {
        await area.remove([orderKey, ...(await order()).map(keyOf)]);
      }),
  };
}
