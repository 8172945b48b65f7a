import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { SearchEngine } from '../../../lib/search/search-engine.ts';
import { DatabaseConnection } from '../../../lib/storage/database.ts';
import { searchStore } from '../../../lib/storage/search-store.ts';

let database: DatabaseConnection;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  database = new DatabaseConnection();
});

it('is empty at first, then has the snapshot and the ids since', async () => {
  const store = searchStore(database);
  expect(await store.read()).toEqual({ snapshot: null, tail: [] });
  await store.addToTail(['arxiv:1', 'arxiv:2']);
  await store.addToTail(['arxiv:2', 'arxiv:3']);
  expect((await store.read()).tail).toEqual(['arxiv:1', 'arxiv:2', 'arxiv:3']);
  await store.replaceSnapshot(Uint8Array.of(1, 2));
  expect(await store.read()).toEqual({ snapshot: Uint8Array.of(1, 2), tail: [] });
});

it('returns a value of an earlier version as a damaged snapshot, so that the index is rebuilt', async () => {
  await database.transact(['meta'], 'readwrite', (all) =>
    all.objectStore('meta').put('{"version":2}', 'search-snapshot'),
  );
  const { snapshot } = await searchStore(database).read();
  const words = { match: async () => [] };
  const search = new SearchEngine({ digest: { get: async () => [] }, words });
  expect(search.load(snapshot, [])).toBe(false);
});
