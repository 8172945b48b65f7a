import { sourceOrder } from '../../digest/merge.ts';
import type { DigestStore } from '../../digest/store.ts';
import type { Source } from '../../paper/paper.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';

export interface SizeSources {
  digest: Pick<DigestStore, 'recordBatches'>;
  authored: Pick<UserDataStore, 'get'>;
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
  const { authored } = sources;
  const kinds = await Promise.all([
    authored.get('topics'),
    authored.get('marks'),
    authored.get('alerts'),
    authored.get('shelf'),
    authored.get('ignored'),
    authored.get('refused'),
    authored.get('settings'),
  ]);
  return {
    papers,
    sources: [...told].flatMap(([source, sum]) => (sum.papers > 0 ? { source, ...sum } : [])),
    indexBytes: await sources.indexBytes(),
    authoredBytes: bytesOf(kinds),
  };
}

/** What is kept on this computer, in bytes of its text or records. */
export interface StoredSizes {
  /** By who told of the papers; a paper that several told of counts with each. */
  sources: { source: Source; papers: number; bytes: number }[];
  papers: number;
  indexBytes: number;
  /** Topics, marks and settings. */
  authoredBytes: number;
}
