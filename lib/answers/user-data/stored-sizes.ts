import { sourceOrder } from '../../digest/merge.ts';
import type { DigestStore } from '../../digest/store.ts';
import type { Source } from '../../paper/paper.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';

interface SizeSources {
  digest: Pick<DigestStore, 'recordBatches'>;
  userData: Pick<UserDataStore, 'get'>;
  /** Bytes of both indexes. */
  indexBytes(): Promise<number>;
}

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

/** What is stored, by source. Reads everything. */
export async function storedSizes(sources: SizeSources): Promise<StoredSizes> {
  const sizes = new Map(sourceOrder.map((source) => [source, { papers: 0, bytes: 0 }]));
  let papers = 0;
  for await (const records of sources.digest.recordBatches(500)) {
    papers += records.length;
    for (const { claims } of records) {
      for (const [source, sum] of sizes) {
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
    sources: [...sizes].flatMap(([source, sum]) => (sum.papers > 0 ? { source, ...sum } : [])),
    indexBytes: await sources.indexBytes(),
    userDataBytes: bytesOf(kinds),
  };
}

/** What is stored on this device, in bytes of JSON or of index records. */
export interface StoredSizes {
  /** A paper of several sources counts for each. */
  sources: { source: Source; papers: number; bytes: number }[];
  papers: number;
  indexBytes: number;
  /** Topics, marks and settings. */
  userDataBytes: number;
}
