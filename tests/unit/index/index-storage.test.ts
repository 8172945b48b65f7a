import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { openRelatedIndex } from '../../../lib/index/related-index.ts';
import { DatabaseConnection } from '../../../lib/storage/database.ts';
import { indexStorage } from '../../../lib/storage/index-storage.ts';
import { asQuery, paper } from './papers.ts';

let database: DatabaseConnection;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  database = new DatabaseConnection();
});

describe('the index in IndexedDB', () => {
  it('answers after reopening and after merging', async () => {
    const index = await openRelatedIndex(indexStorage(database));
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      await index.update({ put: [paper(id, `Diffusion of images ${id}`)], remove: [] });
    }
    await index.update({ put: [], remove: ['b'] });
    const query = asQuery(paper('q', 'Diffusion images'));
    const expected = await index.related(query);
    expect(expected.map(({ id }) => id)).toEqual(['a', 'c', 'd', 'e']);
    expect(await (await openRelatedIndex(indexStorage(database))).related(query)).toEqual(expected);
    while (await index.mergeStep());
    expect(await (await openRelatedIndex(indexStorage(database))).related(query)).toEqual(expected);
  });

  it('stores nothing of a write that fails', async () => {
    const storage = indexStorage(database);
    await storage.write([['kept', new Uint8Array([1])]], []);
    const bad = (() => 1) as unknown as Uint8Array;
    await expect(
      storage.write(
        [
          ['new', new Uint8Array([2])],
          ['bad', bad],
        ],
        ['kept'],
      ),
    ).rejects.toThrow();
    expect(await storage.read(['kept', 'new', 'bad'])).toEqual([
      new Uint8Array([1]),
      undefined,
      undefined,
    ]);
    await storage.clear();
    expect(await storage.read(['kept'])).toEqual([undefined]);
  });
});
