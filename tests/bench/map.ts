/**
 * The map around papers of a digest, in Node: how long a query takes, first of a worker's life and
 * afterwards, how much of the index it reads, how long the page takes to lay it out, and how many
 * edges and groups there are. `--large` adds 122,250 papers.
 */
import { layoutMap } from '../../components/reader/map/map-layout.ts';
import { digestMap } from '../../lib/answers/reader/digest-map.ts';
import type { DigestStatus } from '../../lib/digest/status.ts';
import { MemoryStorage } from '../../lib/index/memory-storage.ts';
import { openRelatedIndex } from '../../lib/index/related-index.ts';
import { LocalUserDataStore } from '../../lib/storage/user-data-store.ts';
import { MemoryArea } from '../unit/memory-storage-area.ts';
import { paper } from '../unit/search/papers.ts';
import { buildRelatedIndex } from './build-related-index.ts';
import { type BenchPaper, papersOf, sample } from './papers.ts';
import { median, p95 } from './percentile.ts';
import { machine, report, table } from './report.ts';

const rounds = 100;
const firsts = 10;
const shown = (times: number[]) => [median(times), p95(times)].map((ms) => ms.toFixed(1));

async function timed<T>(all: number[], work: () => Promise<T> | T): Promise<T> {
  const start = performance.now();
  const done = await work();
  all.push(performance.now() - start);
  return done;
}

async function measure(all: BenchPaper[]): Promise<void> {
  const storage = new MemoryStorage();
  await buildRelatedIndex(all, storage);
  const byId = new Map(
    all.map(({ id, title, abstract, keyTerms, published }) => [
      id,
      paper(id.replace(/^arxiv:/, ''), title, abstract, { id, keyTerms, published }),
    ]),
  );
  const get = async (ids: string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  let bytes = 0;
  const counted = {
    ...{ write: async () => undefined, clear: async () => undefined },
    async read(keys: string[]) {
      const read = await storage.read(keys);
      for (const one of read) bytes += one?.length ?? 0;
      return read;
    },
  };
  const sourcesOf = (index: Awaited<ReturnType<typeof openRelatedIndex>>) => ({
    ...{ index: async () => index, userData: new LocalUserDataStore(new MemoryArea()) },
    digest: { get, find: async (ids: string[]) => byId.get(ids[0] ?? '') ?? null },
    findInSession: async () => null,
    status: async () => ({}) as DigestStatus,
  });
  const times = { first: [] as number[], warm: [] as number[], layout: [] as number[] };
  for (const { id } of sample(all, firsts)) {
    const sources = sourcesOf(await openRelatedIndex(counted));
    await timed(times.first, () => digestMap({ of: id }, sources));
  }
  const sources = sourcesOf(await openRelatedIndex(storage));
  const counts = { papers: [] as number[], edges: [] as number[], groups: [] as number[] };
  for (const { id } of sample(all, rounds)) {
    const { outcome } = await timed(times.warm, () => digestMap({ of: id }, sources));
    if (outcome.state !== 'map') continue;
    counts.papers.push(outcome.papers.length);
    counts.edges.push(outcome.edges.length);
    counts.groups.push(outcome.groups.length);
    const boxes = [null, ...outcome.papers].map((_, place) => ({
      width: 110 + ((place * 37) % 82),
      height: place % 4 ? 44 : 27,
    }));
    const shape = { boxes, edges: outcome.edges, width: 876, minHeight: 560 };
    await timed(times.layout, () => layoutMap(shape));
  }
  report(
    `${all.length} papers; ${counts.papers.length} of ${rounds} have a map: median ${median(counts.papers)} papers around the center, ${median(counts.edges)} edges, ${median(counts.groups)} groups. A first query reads ${(bytes / firsts / 1e6).toFixed(1)} of ${(storage.size / 1e6).toFixed(1)} MB.`,
  );
  report(
    table([
      ['', 'median ms', 'p95 ms'],
      ["first query of a worker's life", ...shown(times.first)],
      ['later queries', ...shown(times.warm)],
      ['layout', ...shown(times.layout)],
    ]),
  );
}

report(machine());
await measure(await papersOf('hf-daily.jsonl.gz', 12_131));
if (process.argv.includes('--large')) await measure(await papersOf('arxiv.jsonl.gz', 122_250));
