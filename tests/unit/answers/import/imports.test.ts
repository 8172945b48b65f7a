import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { Imports } from '../../../../lib/answers/import/imports.ts';
import { recordOf } from '../../../../lib/digest/merge.ts';
import type { DigestStore } from '../../../../lib/digest/store.ts';
import type { DigestRecord } from '../../../../lib/paper/paper.ts';
import { DatabaseConnection } from '../../../../lib/storage/database.ts';
import { IndexedDbDigestStore } from '../../../../lib/storage/digest-store.ts';
import { claim } from '../../digest/claims.ts';

const now = '2026-01-05T00:00:00.000Z';
const lines = Array.from({ length: 10 }, (_, number) => ({
  id: `2601.${String(number + 1).padStart(5, '0')}`,
  title: `Paper number ${number + 1} of a long test`,
}));
const text = lines.map((line) => JSON.stringify(line)).join('\n');

let digest: DigestStore;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  digest = new IndexedDbDigestStore(new DatabaseConnection());
});

/** Imports of two papers per transaction, with something done before each that stores new ones. */
function importsWith(before: (time: number) => Promise<unknown>): Imports {
  let time = 0;
  const putNew = digest.putNew.bind(digest);
  digest.putNew = async (records, options) => {
    await before(time++);
    return putNew(records, options);
  };
  return new Imports(
    {
      digest,
      mergeUserData: async () => ({ topics: 0, marks: 0, ignored: 0 }),
      undoUserData: async () => undefined,
      takeIn: async () => undefined,
      now: () => now,
    },
    2,
  );
}

const ids = async () => {
  const all: string[] = [];
  for await (const papers of digest.batches(100)) all.push(...papers.map(({ id }) => id));
  return all;
};

describe('an import', () => {
  it.each([0, 1, 4])(
    'duplicates nothing that an update stores before its batch %i',
    async (batch) => {
      const checked = recordOf(
        claim({ arxivId: '2601.00010', doi: '10.1000/ten', title: 'Ten', upvotes: 4 }),
      ) as DigestRecord;
      const imports = importsWith(async (time) => {
        if (time === batch) await digest.put([checked], { kind: 'check', at: now });
      });
      imports.append('one', 0, text);
      expect((await imports.preview('one')).addedCount).toBe(10);
      await imports.apply('one');
      expect(await ids()).toEqual(lines.map(({ id }) => `arxiv:${id}`));
      expect((await digest.get(['arxiv:2601.00010']))[0]).toMatchObject({
        upvotes: 4,
        title: 'Ten',
      });
      await imports.undo('one');
      expect(await ids()).toEqual(['arxiv:2601.00010']);
    },
  );

  it('is planned again if papers changed after the preview', async () => {
    const imports = importsWith(async () => undefined);
    imports.append('one', 0, text);
    await imports.preview('one');
    await digest.put([recordOf(claim({ arxivId: '2601.00003' })) as DigestRecord], {
      kind: 'check',
      at: now,
    });
    const { added, changed } = await imports.apply('one');
    expect([added, changed]).toEqual([9, 0]);
    expect(await ids()).toHaveLength(10);
  });
});
