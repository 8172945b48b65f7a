/**
 * Writes a digest into the built extension's database as Kindred itself would store it, and reads its
 * index from there.
 */
import { emptyClaim, recordOf, resolve } from '../../lib/digest/merge.ts';
import { MemoryStorage } from '../../lib/index/memory-storage.ts';
import { openRelatedIndex } from '../../lib/index/related-index.ts';
import { indexedPaperOf } from '../../lib/jobs/index-changes.ts';
import { parseArxivId } from '../../lib/paper/arxiv-id.ts';
import { keysOf } from '../../lib/paper/identity.ts';
import type { Claim, DigestRecord } from '../../lib/paper/paper.ts';
import { SearchEngine } from '../../lib/search/search-engine.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { buildRelatedIndex } from './build-related-index.ts';
import type { BenchPaper } from './papers.ts';

const seenAt = '2026-01-01T00:00:00.000Z';

function recordFor({ id, title, abstract, keyTerms, published }: BenchPaper): DigestRecord | null {
  const arxivId = id.replace(/^arxiv:/, '');
  const claim: Claim = {
    ...emptyClaim,
    source: 'daily-papers',
    seenAt,
    arxivId: parseArxivId(arxivId),
    title,
    abstract,
    keyTerms,
    published,
  };
  return recordOf(claim);
}

const inText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Runs in a page of the extension: puts values into a store, deletes those that are null; `clear` empties it first. */
function write(
  _: unknown,
  { store, clear, entries }: { store: string; clear: boolean; entries: [string | null, unknown][] },
): Promise<void> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open('kindred');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const change = database.transaction(store, 'readwrite');
      const records = change.objectStore(store);
      if (clear) records.clear();
      for (const [key, value] of entries) {
        if (key === null) records.put(value);
        else if (value === null) records.delete(key);
        else if (typeof value === 'string') {
          const bytes = Uint8Array.from(atob(value), (one) => one.charCodeAt(0));
          records.put(bytes, key);
        } else records.put(value, key);
      }
      change.oncomplete = () => {
        database.close();
        done();
      };
      change.onerror = () => failed(change.error);
    };
  });
}

const rowFor = (record: DigestRecord) => ({
  id: record.id,
  listedAt: null,
  keys: [
    ...new Set([record.id, ...Object.values(record.claims).flatMap((claim) => keysOf(claim))]),
  ],
  record,
});

/** Replaces papers, index and titles of the database; returns the index. */
export async function fill(
  browser: ExtensionBrowser,
  papers: BenchPaper[],
): Promise<MemoryStorage> {
  const records = papers.flatMap((paper) => recordFor(paper) ?? []);
  const rows = records.map(rowFor);
  for (const store of ['toIndex', 'arrivals', 'aliases']) {
    await browser.inExtension(write, { store, clear: true, entries: [] });
  }
  for (let i = 0; i < rows.length; i += 1_000) {
    const entries = rows.slice(i, i + 1_000).map((row): [null, unknown] => [null, row]);
    await browser.inExtension(write, { store: 'papers', clear: i === 0, entries });
  }
  const storage = new MemoryStorage();
  const resolved = records.map(resolve);
  const index = await buildRelatedIndex(resolved.map(indexedPaperOf), storage);
  const stored = [...storage.records].map(([key, bytes]): [string, string] => [key, inText(bytes)]);
  for (let i = 0; i < stored.length; i += 50) {
    const entries = stored.slice(i, i + 50);
    await browser.inExtension(write, { store: 'index', clear: i === 0, entries });
  }
  const search = new SearchEngine({ digest: { get: async () => [] }, words: index });
  search.load(null, resolved);
  const entries: [string, unknown][] = [
    ['search-snapshot', inText(search.snapshot())],
    ['search-tail', []],
    ['paper-counts', { papers: rows.length, listed: 0, newestListing: null }],
    ['outline', null],
  ];
  await browser.inExtension(write, { store: 'meta', clear: false, entries });
  return storage;
}

/** Adds papers that are queued for the index but not indexed yet, as an update leaves them. */
export async function leaveToIndex(browser: ExtensionBrowser, papers: BenchPaper[]): Promise<void> {
  const records = papers.flatMap((paper) => recordFor(paper) ?? []);
  const entries = records.map((record): [null, unknown] => [null, rowFor(record)]);
  await browser.inExtension(write, { store: 'papers', clear: false, entries });
  const queue = records.map(({ id }): [null, unknown] => [null, { id, change: 'put' }]);
  await browser.inExtension(write, { store: 'toIndex', clear: false, entries: queue });
}

/** Runs in a page of the extension: milliseconds to read these records of the index, or all with null. */
export function readTimed(
  _: unknown,
  keys: string[] | null,
): Promise<{ ms: number; bytes: number }> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open('kindred');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const start = performance.now();
      const reading = database.transaction('index', 'readonly');
      const records = reading.objectStore('index');
      let bytes = 0;
      const count = (value: unknown) => {
        if (value instanceof Uint8Array) bytes += value.length;
      };
      if (keys === null) {
        const all = records.getAll();
        all.onsuccess = () => all.result.forEach(count);
      } else {
        for (const key of keys) {
          const one = records.get(key);
          one.onsuccess = () => count(one.result);
        }
      }
      reading.oncomplete = () => {
        const ms = performance.now() - start;
        database.close();
        done({ ms, bytes });
      };
      reading.onerror = () => failed(reading.error);
    };
  });
}

/** Keys of the index records that the first query of a worker's life reads. */
export async function keysFor(storage: MemoryStorage, query: BenchPaper): Promise<string[]> {
  const keys: string[] = [];
  const read = (wanted: readonly string[]) => {
    keys.push(...wanted);
    return storage.read([...wanted]);
  };
  const { title, abstract } = query;
  const index = await openRelatedIndex({
    read,
    write: async () => undefined,
    clear: async () => undefined,
  });
  await index.related({
    title,
    abstract,
    exclude: [query.id],
    limit: 20,
    ignoredTerms: [],
    asShown: true,
  });
  return keys;
}
