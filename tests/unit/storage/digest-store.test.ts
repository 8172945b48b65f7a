import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { recordOf } from '../../../lib/digest/merge.ts';
import { buildOutline, type Outline } from '../../../lib/digest/outline.ts';
import type { DigestStore } from '../../../lib/digest/store.ts';
import { keysOf } from '../../../lib/paper/identity.ts';
import type { Claim, DigestRecord, Paper } from '../../../lib/paper/paper.ts';
import { DatabaseConnection } from '../../../lib/storage/database.ts';
import { IndexedDbDigestStore } from '../../../lib/storage/digest-store.ts';
import { anyClaim, claim } from '../digest/claims.ts';

const at = '2026-01-05T00:00:00.000Z';
const check = { kind: 'check', at } as const;

let store: DigestStore;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  store = new IndexedDbDigestStore(new DatabaseConnection());
});

function record(given: Partial<Claim>): DigestRecord {
  const made = recordOf(claim(given));
  if (made === null) throw new Error('A claim that names no work.');
  return made;
}

function paper(number: number, given: Partial<Claim> = {}): DigestRecord {
  const arxivId = `2601.${String(number).padStart(5, '0')}`;
  return record({ arxivId, title: `Paper number ${number} of a long test`, ...given });
}

async function everything(of: DigestStore): Promise<DigestRecord[]> {
  const all: DigestRecord[] = [];
  for await (const batch of of.recordBatches(3)) all.push(...batch);
  return all;
}

describe('put', () => {
  it('returns what was added and what changed', async () => {
    expect(await store.put([paper(1), paper(2)], check)).toEqual({
      added: ['arxiv:2601.00001', 'arxiv:2601.00002'],
      changed: [],
      merged: [],
    });
    const seenAt = '2026-01-02T00:00:00.000Z';
    const again = [paper(1, { seenAt }), paper(2, { seenAt, upvotes: 7 })];
    expect(await store.put(again, check)).toEqual({
      added: [],
      changed: ['arxiv:2601.00002'],
      merged: [],
    });
    expect((await store.get(['arxiv:2601.00002']))[0]?.upvotes).toBe(7);
  });

  it('queues changes and new papers until they are acknowledged', async () => {
    await store.put([paper(1)], check);
    await store.put([paper(1, { upvotes: 2, seenAt: at })], check);
    await store.put([paper(1, { upvotes: 2, seenAt: at })], check);
    const queued = await store.indexQueue(10);
    expect(queued.map(({ id, change }) => [id, change])).toEqual([
      ['arxiv:2601.00001', 'put'],
      ['arxiv:2601.00001', 'put'],
    ]);
    await store.ackIndexQueue(queued.slice(0, 1).map(({ key }) => key));
    expect(await store.indexQueue(10)).toHaveLength(1);
    const arrivals = await store.newPapers(10);
    expect(arrivals).toEqual([
      { id: 'arxiv:2601.00001', kind: 'check', at, key: arrivals[0]?.key },
    ]);
    await store.ackNewPapers(arrivals.map(({ key }) => key));
    expect(await store.newPapers(10)).toEqual([]);
  });

  it('merges papers that turn out to be one, and returns whose marks move', async () => {
    await store.put([record({ arxivId: null, doi: '10.1145/9', abstract: 'Known.' })], check);
    const outcome = await store.put([paper(3, { doi: '10.1145/9', source: 'arxiv' })], check);
    expect(outcome).toEqual({
      added: [],
      changed: ['arxiv:2601.00003'],
      merged: [{ from: 'doi:10.1145/9', to: 'arxiv:2601.00003' }],
    });
    expect(await store.currentIds(['doi:10.1145/9', 'arxiv:2601.99999'])).toEqual([
      'arxiv:2601.00003',
      'arxiv:2601.99999',
    ]);
    expect(await store.get(['doi:10.1145/9'])).toMatchObject([
      { id: 'arxiv:2601.00003', abstract: 'Known.' },
    ]);
    expect((await store.counts()).papers).toBe(1);
    expect((await store.indexQueue(10)).map(({ id, change }) => `${change} ${id}`)).toEqual([
      'put doi:10.1145/9',
      'removed doi:10.1145/9',
      'put arxiv:2601.00003',
    ]);
  });

  it('ends in the same digest in any order, twice, or in pieces', async () => {
    const works = fc.array(
      fc
        .tuple(anyClaim, fc.integer({ min: 1, max: 3 }))
        .map(([one, number]) =>
          paper(number, { ...one, arxivId: `2601.0000${number}`, doi: null }),
        ),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(works, fc.nat(), async (records, cut) => {
        globalThis.indexedDB = new IDBFactory();
        const inOrder = new IndexedDbDigestStore(new DatabaseConnection('in-order'));
        await inOrder.put(records, check);
        const otherwise = new IndexedDbDigestStore(new DatabaseConnection('otherwise'));
        const turned = [...records].reverse();
        await otherwise.put(turned.slice(0, cut % turned.length), check);
        for (const one of turned) await otherwise.put([one], check);
        expect(await everything(otherwise)).toEqual(await everything(inOrder));
      }),
      { numRuns: 40 },
    );
  });

  it('stores a call as a whole or not at all', async () => {
    const broken = { ...paper(2), claims: { file: { ...claim(), toJSON: () => null } } };
    await expect(store.put([paper(1), broken as DigestRecord], check)).rejects.toThrow();
    expect(await everything(store)).toEqual([]);
    expect(await store.indexQueue(10)).toEqual([]);
    expect(await store.newPapers(10)).toEqual([]);
  });
});

describe('queries', () => {
  it('returns the newest listings first, from a day on', async () => {
    const days = ['2026-01-03', null, '2026-01-05', '2026-01-04'];
    await store.put(
      days.map((listedAt, number) => paper(number + 1, { listedAt })),
      check,
    );
    const listed = async (range: { since?: string; limit: number }) =>
      (await store.byListing(range)).map((one) => one.listedAt);
    expect(await listed({ limit: 10 })).toEqual(['2026-01-05', '2026-01-04', '2026-01-03']);
    expect(await listed({ limit: 1 })).toEqual(['2026-01-05']);
    expect(await listed({ since: '2026-01-04', limit: 10 })).toEqual(['2026-01-05', '2026-01-04']);
    expect(await store.counts()).toMatchObject({
      papers: 4,
      listed: 3,
      newestListing: '2026-01-05',
    });
  });

  it('finds a page’s paper by any key, and no other paper by its title', async () => {
    const title = 'A title that two different works bear';
    await store.put([paper(1, { title, authors: ['Ada Example'] })], check);
    const page = { arxivId: null, doi: null, title, authors: ['Example, Ada'], published: null };
    expect((await store.find(keysOf(page)))?.id).toBe('arxiv:2601.00001');
    expect(await store.find(keysOf({ ...page, arxivId: '2601.77777' }))).toBeNull();
    expect(await store.find(keysOf({ ...page, title: 'Unheard of' }))).toBeNull();
  });

  it('returns papers without abstract', async () => {
    await store.put([paper(1, { abstract: 'Here.' }), paper(2)], check);
    expect(await store.withoutAbstract(10)).toEqual(['arxiv:2601.00002']);
  });

  it('returns everything in batches', async () => {
    await store.put(
      Array.from({ length: 10 }, (_, number) => paper(number + 1)),
      check,
    );
    const sizes = [];
    for await (const batch of store.batches(4)) sizes.push(batch.length);
    expect(sizes).toEqual([4, 4, 2]);
    await store.reindexAll();
    expect(await store.indexQueue(100)).toHaveLength(10);
  });
});

describe('undo', () => {
  const undo = { kind: 'import', at, undo: 'first' } as const;

  it('undoes an import: new, changed and merged papers', async () => {
    await store.put([paper(1), record({ arxivId: null, doi: '10.1145/9' })], check);
    const before = await everything(store);
    await store.put(
      [
        paper(1, { source: 'file', abstract: 'From a file.' }),
        paper(2, { source: 'file' }),
        paper(3, { source: 'file', doi: '10.1145/9' }),
      ],
      undo,
    );
    expect(await everything(store)).not.toEqual(before);
    await store.undo('first');
    expect(await everything(store)).toEqual(before);
    expect(await store.currentIds(['doi:10.1145/9'])).toEqual(['doi:10.1145/9']);
    const last = new Map((await store.indexQueue(100)).map(({ id, change }) => [id, change]));
    expect(Object.fromEntries(last)).toEqual({
      'arxiv:2601.00001': 'put',
      'doi:10.1145/9': 'put',
      'arxiv:2601.00002': 'removed',
      'arxiv:2601.00003': 'removed',
    });
  });

  it('keeps what another source has said since', async () => {
    await store.put([paper(2, { source: 'file', abstract: 'From a file.' })], undo);
    await store.put([paper(2, { upvotes: 5 })], check);
    await store.undo('first');
    expect(await store.get(['arxiv:2601.00002'])).toMatchObject([
      { upvotes: 5, abstract: '', sources: ['daily-papers'] },
    ]);
  });

  it('deletes what is dropped', async () => {
    await store.put([paper(1)], undo);
    await store.put([paper(2)], { ...undo, undo: 'second' });
    await store.dropUndo('second');
    await store.undo('first');
    await store.undo('second');
    expect((await everything(store)).map(({ id }) => id)).toEqual(['arxiv:2601.00001']);
  });
});

describe('putNew', () => {
  const works = fc.uniqueArray(fc.nat({ max: 40 }), { minLength: 1, maxLength: 12 });

  it('stores the same as put, queues and undo included', async () => {
    await fc.assert(
      fc.asyncProperty(works, works, async (before, numbers) => {
        const fresh = numbers.filter((number) => !before.includes(number));
        const how = { kind: 'import', at, undo: 'one' } as const;
        const [plain, quick] = ['plain', 'quick'].map((name) => {
          globalThis.indexedDB = new IDBFactory();
          return new IndexedDbDigestStore(new DatabaseConnection(name));
        }) as unknown as [DigestStore, DigestStore];
        for (const one of [plain, quick])
          await one.put(
            before.map((n) => paper(n)),
            check,
          );
        await plain.put(
          fresh.map((n) => paper(n)),
          how,
        );
        const since = await quick.changes();
        expect(
          await quick.putNew(
            fresh.map((n) => paper(n)),
            { ...how, since },
          ),
        ).toBe(since + 1);
        for (const step of ['stored', 'undone']) {
          const [wanted, got] = [plain, quick].map(async (one) => ({
            papers: await everything(one),
            queue: await one.indexQueue(100),
            arrivals: await one.newPapers(100),
            counts: await one.counts(),
          }));
          expect(await got, step).toEqual(await wanted);
          for (const one of [plain, quick]) await one.undo('one');
        }
      }),
      { numRuns: 20 },
    );
  });

  it('stores nothing where papers have changed in the meantime', async () => {
    await store.put([paper(1)], check);
    const since = await store.changes();
    await store.put([paper(2)], check);
    expect(await store.putNew([paper(2)], { ...check, since })).toBeNull();
    expect(await everything(store)).toHaveLength(2);
    expect(await store.changes()).toBe(since + 1);
  });

  it('is looked for where it says of two works that they are one', async () => {
    const title = 'One and the Same Long Work of Two Claims';
    const same = [
      record({ arxivId: null, title, authors: ['Ann Lee'] }),
      record({ arxivId: '2601.00007', title, authors: ['Ann Lee'] }),
    ];
    await store.putNew(same, { ...check, since: await store.changes() });
    expect((await everything(store)).map(({ id }) => id)).toEqual(['arxiv:2601.00007']);
  });
});

it('queues no imported papers for topics', async () => {
  await store.put([paper(1)], { kind: 'import', at });
  expect(await store.newPapers(10)).toEqual([]);
});

describe('the connection', () => {
  it('reopens after the browser has closed it', async () => {
    const database = new DatabaseConnection();
    const again = new IndexedDbDigestStore(database);
    await again.put([paper(1)], check);
    await database.transact(['meta'], 'readonly', async (transaction) => {
      transaction.db.close();
      return transaction.objectStore('meta').count();
    });
    expect((await again.counts()).papers).toBe(1);
  });

  it('closes when another context deletes the database', async () => {
    await store.put([paper(1)], check);
    await new DatabaseConnection().destroy();
    expect((await store.counts()).papers).toBe(0);
  });

  it('leaves the database of a newer version unchanged, and deletes it only on request', async () => {
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('later', 99);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const connection = new DatabaseConnection('later');
    const counts = () => new IndexedDbDigestStore(connection).counts();
    await expect(counts()).rejects.toThrow('Update Kindred');
    expect((await indexedDB.databases()).find(({ name }) => name === 'later')?.version).toBe(99);
    await connection.destroy();
    expect((await counts()).papers).toBe(0);
  });
});

describe('the outline', () => {
  type Step =
    | { does: 'put'; number: number; upvotes: number; listedAt: string | null }
    | { does: 'remove'; number: number }
    | { does: 'undo' }
    | { does: 'look' };

  const number = fc.integer({ min: 1, max: 6 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      does: fc.constant('put' as const),
      number,
      upvotes: fc.nat(3),
      listedAt: fc.option(fc.constantFrom('2026-01-02', '2026-01-03')),
    }),
    fc.record({ does: fc.constant('remove' as const), number }),
    fc.record({ does: fc.constant('undo' as const) }),
    fc.record({ does: fc.constant('look' as const) }),
  );

  async function expectOutline() {
    const papers: Paper[] = [];
    for await (const batch of store.batches(2)) papers.push(...batch);
    const facts = (outline: Outline) =>
      outline.ids
        .map((id, at) => [id, outline.days[at], outline.upvotes[at], outline.sources[at]].join())
        .sort();
    expect(facts(await store.outline())).toEqual(facts(buildOutline(papers)));
  }

  it('matches the papers, whatever was changed and whenever it was read', () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        globalThis.indexedDB = new IDBFactory();
        store = new IndexedDbDigestStore(new DatabaseConnection());
        for (const one of steps) {
          if (one.does === 'put') {
            const { upvotes, listedAt } = one;
            const moment = `2026-01-05T00:00:00.00${upvotes}Z`;
            const given = paper(one.number, { upvotes, listedAt, seenAt: moment });
            await store.put([given], { kind: 'import', at, undo: 'u' });
          }
          if (one.does === 'remove') {
            await store.remove([`arxiv:2601.${String(one.number).padStart(5, '0')}`]);
          }
          if (one.does === 'undo') await store.undo('u');
          if (one.does === 'look') await expectOutline();
        }
        await expectOutline();
      }),
      { numRuns: 60 },
    ));

  it('reads only papers that have changed since it was built', async () => {
    await store.put([paper(1), paper(2), paper(3)], check);
    await store.outline();
    const transactions = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    await store.put([paper(2, { upvotes: 9, seenAt: '2026-01-06T00:00:00.000Z' })], check);
    const { ids, upvotes } = await store.outline();
    expect([...upvotes]).toEqual([-1, -1, 9]);
    expect(ids).toHaveLength(3);
    expect(transactions).not.toHaveBeenCalled();
    transactions.mockRestore();
  });

  it('follows a paper that is merged with another', async () => {
    await store.put(
      [paper(1), record({ arxivId: null, doi: '10.1234/x', title: 'By its DOI' })],
      check,
    );
    await store.outline();
    await store.put([paper(1, { doi: '10.1234/x' })], check);
    await expectOutline();
    expect((await store.outline()).ids).toEqual(['arxiv:2601.00001']);
  });
});
