import { sourceOrder } from '../../digest/merge.ts';
import type { DigestStore } from '../../digest/store.ts';
import type { Source } from '../../paper/paper.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';

export interface SizeSources {
  digest: Pick<DigestStore, 'recordBatches'>;
  userData: Pick<UserDataStore, 'get'>;
  /** Bytes of both indexes. */
  indexBytes(): Promise<number>;
}

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

/** What is kept, by who told of it. Reads everything. */
export async function storedSizes(sources: SizeSources): Promise<StoredSizes> {
  const told = new Map(sourceOrder.map((source) => [source, { papers: 0, bytes: 0 }]));
  let papers = 0;
  for await (const records of sources.digest.recordBatches(500)) {
    papers += records.length;
    for (const { claims } of records) {
      for (const [source, sum] of told) {
        if (claims[source] === undefined) continue;
        sum.papers += 1;
        sum.bytes += bytesOf(claims[source]);
      }
    }
  }
  const { userData } = sources;
  const kinds = await Promise.all([
    userData.get('topics'),
    userData.get('marks'),
    userData.get('alerts'),
    userData.get('shelf'),
    userData.get('ignored'),
    userData.get('refused'),
    userData.get('settings'),
  ]);
  return {
    papers,
    sources: [...told].flatMap(([source, sum]) => (sum.papers > 0 ? { source, ...sum } : [])),
    indexBytes: await sources.indexBytes(),
    userDataBytes: bytesOf(kinds),
  };
}

/** What is kept on this device, in bytes of its text or records. */
export interface StoredSizes {
  /** By who told of the papers; a paper that several told of counts with each. */
  sources: { source: Source; papers: number; bytes: number }[];
  papers: number;
  indexBytes: number;
  /** Topics, marks and settings. */
  userDataBytes: number;
}
