import { describe, expect, it } from 'vitest';
import { storedSizes } from '../../../../lib/answers/user-data/stored-sizes.ts';
import type { DigestRecord } from '../../../../lib/paper/paper.ts';
import type { UserDataStore } from '../../../../lib/user-data/user-data.ts';
import { claim } from '../../digest/claims.ts';

describe('storedSizes', () => {
  it('counts a paper for each of its sources, and once in total', async () => {
    const listed = claim({ abstract: 'é' });
    const fed = claim({ source: 'arxiv' });
    const records: DigestRecord[] = [
      { id: 'arxiv:2401.00001', claims: { 'daily-papers': listed, arxiv: fed } },
      { id: 'arxiv:2401.00002', claims: { 'daily-papers': listed } },
    ];
    const sizes = await storedSizes({
      digest: {
        async *recordBatches() {
          for (const record of records) yield [record];
        },
      },
      userData: { get: async () => [] } as unknown as UserDataStore,
      indexBytes: async () => 7,
    });
    const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
    expect(sizes).toEqual({
      papers: 2,
      sources: [
        { source: 'daily-papers', papers: 2, bytes: 2 * bytes(listed) },
        { source: 'arxiv', papers: 1, bytes: bytes(fed) },
      ],
      indexBytes: 7,
      userDataBytes: bytes(Array(7).fill([])),
    });
  });
});
