import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { Imports } from '../../../lib/answers/import/imports.ts';
import { mergeUserData, undoUserData } from '../../../lib/answers/import/merge-user-data.ts';
import { followTopic } from '../../../lib/answers/topics/topics.ts';
import { openPorts, type Ports } from '../../../lib/background/ports.ts';
import { recordOf } from '../../../lib/digest/merge.ts';
import { MemoryStorage } from '../../../lib/index/memory-storage.ts';
import { openRelatedIndex, type RelatedIndex } from '../../../lib/index/related-index.ts';
import { indexedPaperOf } from '../../../lib/jobs/index-changes.ts';
import { BackgroundJobs } from '../../../lib/jobs/jobs.ts';
import type { DigestRecord, Paper } from '../../../lib/paper/paper.ts';
import { DatabaseConnection } from '../../../lib/storage/database.ts';
import type { StorageArea } from '../../../lib/storage/user-data-store.ts';
import { claim } from '../digest/claims.ts';
import { asQuery } from '../index/papers.ts';
import { Life } from '../killable.ts';
import { MemoryArea } from '../memory-storage-area.ts';

const today = new Date().toISOString().slice(0, 10);
/** After the topics were created, however slow the machine. */
const later = new Date(Date.now() + 3_600_000).toISOString();
const fields = ['diffusion of images', 'agents with tools', 'protein folding', 'speech and song'];

const idOf = (number: number) => `2611.${String(number + 100).padStart(5, '0')}`;

function checked(number: number): DigestRecord {
  const field = fields[number % fields.length] ?? '';
  const record = recordOf(
    claim({
      seenAt: `${today}T00:00:00.000Z`,
      arxivId: idOf(number),
      title: `Study ${number} of ${field} at scale`,
      abstract: `We study ${field} by ${number} careful experiments on a new benchmark.`,
      listedAt: today,
    }),
  );
  if (record === null) throw new Error('A claim that names no work.');
  return record;
}

/** New papers, papers that checks bring too, and one by DOI that a check merges with another. */
const file = [
  ...[1, 2, 11, 12, 13, 14, 15].map((number) => ({
    id: idOf(number),
    title: `Study ${number} of ${fields[number % fields.length]} at scale`,
    abstract: `A file says of study ${number} what it says.`,
    upvotes: number,
  })),
  { id: '10.1234/five', title: 'Study 5 of agents with tools at scale', abstract: 'By its DOI.' },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

const kindredFile = JSON.stringify({
  format: 'kindred',
  version: 1,
  topics: [{ id: 't2', name: 'Songs', query: 'song', created: '2026-01-01T00:00:00.000Z' }],
  marks: [{ id: 'doi:10.1234/five', read: false, saved: true }],
});

const joining = recordOf(
  claim({
    seenAt: `${today}T01:00:00.000Z`,
    arxivId: idOf(5),
    doi: '10.1234/five',
    title: 'Study 5 of agents with tools at scale',
    listedAt: today,
  }),
) as DigestRecord;

interface Worker {
  ports: Ports;
  /** The whole day, or only the morning, which ends with the import of papers. */
  run(morning?: boolean): Promise<'lived'>;
}

/** Everything that is stored during a day, each step as it is repeated after a kill. */
function worker(area: StorageArea, life: Life | null): Worker {
  const database = new DatabaseConnection();
  const ports = life ? openPorts(life.wrap(database), life.wrap(area)) : openPorts(database, area);
  const jobs = new BackgroundJobs(ports);
  const { digest, userData } = ports;
  const now = () => new Date().toISOString();
  const imports = new Imports(
    {
      digest,
      mergeUserData: (data, undo) => mergeUserData(data, undo, userData, now()),
      undoUserData: (undo) => undoUserData(undo, userData),
      takeIn: () => jobs.processQueues(),
      now,
    },
    3,
  );
  const importing = async (name: string, text: string) => {
    imports.append(name, 0, text);
    await imports.apply(name);
  };
  const check = async (records: DigestRecord[]) => {
    await digest.put(records, { kind: 'check', at: later });
    await jobs.processQueues();
  };
  return {
    ports,
    async run(morning = false) {
      await jobs.processQueues();
      if ((await userData.get('topics')).length === 0) {
        const sources = { userData, digest, words: ports.index, now, newId: () => 't1' };
        await followTopic({ name: '', query: 'agents' }, sources);
      }
      for (const from of [0, 3, 6]) await check([0, 1, 2].map((n) => checked(from + n)));
      await importing('file', file);
      if (morning) return 'lived';
      await importing('kindred', kindredFile);
      await check([joining]);
      const index = await ports.index();
      while (await index.mergeStep());
      await ports.search.matching('study');
      return 'lived';
    },
  };
}

async function allPapers({ digest }: Ports): Promise<Paper[]> {
  const papers: Paper[] = [];
  for await (const batch of digest.batches(50)) papers.push(...batch);
  return papers;
}

async function answersOf(index: RelatedIndex, papers: Paper[]) {
  const asked = papers.slice(0, 4).map((paper) => asQuery(indexedPaperOf(paper)));
  return {
    ids: (await index.ids()).sort(),
    related: await Promise.all(asked.map((query) => index.related(query))),
  };
}

/** What a new worker finds, with every answer. */
async function outcome(area: StorageArea) {
  const { ports } = worker(area, null);
  const papers = await allPapers(ports);
  const fresh = await openRelatedIndex(new MemoryStorage());
  await fresh.update({ put: papers.map(indexedPaperOf), remove: [] });
  const kept = await answersOf(await ports.index(), papers);
  expect(kept).toEqual(await answersOf(fresh, papers));
  const options = { offset: 0, limit: 50, sort: 'relevance', complete: true } as const;
  const found = await ports.search.search('study', options);
  return {
    papers: papers.map(({ id, title, abstract, upvotes, sources }) => ({
      ...{ id, title, abstract, upvotes, sources },
    })),
    index: kept.ids,
    found: found.results.map(({ paper }) => paper.id).sort(),
    waiting: (await ports.digest.counts()).indexBacklog,
    arrivals: (await ports.digest.newPapers(100)).length,
    alerts: Object.entries(await ports.userData.get('alerts'))
      .map(([id, { topics }]) => `${id} ${topics}`)
      .sort(),
    topics: (await ports.userData.get('topics')).map(({ id }) => id),
    saved: Object.keys(await ports.userData.get('marks')),
  };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** Runs two lives, of which the first is killed in its nth call. Returns that one. */
async function lives(
  nth: number,
  effect: boolean,
  area: StorageArea,
  morning = false,
): Promise<Life> {
  globalThis.indexedDB = new IDBFactory();
  // A digest that is not empty installs no starter papers, which keeps the test fast.
  await worker(area, null).ports.digest.put([checked(0)], { kind: 'first-load', at: later });
  const life = new Life(nth, effect);
  const lived = await life.race(worker(area, life).run(morning));
  if (lived === 'died') await worker(area, null).run(morning);
  return life;
}

describe('import, index, merge, alerts and marks killed in any call', () => {
  it('end as if nothing had happened: nothing lost, nothing twice, the index as built from scratch', async () => {
    const area = new MemoryArea();
    const { calls, reads } = await lives(Number.POSITIVE_INFINITY, false, area);
    const expected = await outcome(area);
    expect(expected.papers).toHaveLength(14);
    expect(expected).toMatchObject({ waiting: 0, arrivals: 0, topics: ['t1', 't2'] });
    expect(expected.alerts).toContain(`arxiv:${idOf(5)} t1`);
    expect(expected.saved).toEqual([`arxiv:${idOf(5)}`]);
    expect(expected.found).toEqual(expected.index);
    expect(calls).toBeGreaterThan(100);
    for (let nth = 1; nth <= calls; nth++) {
      for (const effect of reads.has(nth) ? [true] : [true, false]) {
        const kept = new MemoryArea();
        await lives(nth, effect, kept);
        expect(await outcome(kept), `call ${nth} of ${calls}, effect ${effect}`).toEqual(expected);
      }
    }
  }, 240_000);

  it('can be undone as a whole, by the one name of an import that was made in two halves', async () => {
    const { calls } = await lives(Number.POSITIVE_INFINITY, false, new MemoryArea(), true);
    for (let nth = Math.floor(calls / 2); nth <= calls; nth += 3) {
      const area = new MemoryArea();
      await lives(nth, true, area, true);
      const { ports } = worker(area, null);
      const before = await allPapers(ports);
      expect(before.filter(({ sources }) => sources.includes('file'))).toHaveLength(8);
      await ports.digest.undo('file');
      const after = await allPapers(ports);
      expect(after.map(({ id, sources }) => `${id} ${sources}`)).toEqual(
        Array.from({ length: 9 }, (_, number) => `${checked(number).id} daily-papers`),
      );
    }
  });
});
