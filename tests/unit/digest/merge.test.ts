import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRecords, recordOf, resolve } from '../../../lib/digest/merge.ts';
import type { DigestRecord } from '../../../lib/paper/paper.ts';
import { anyClaim, claim, recordFrom } from './claims.ts';

const merged = (records: DigestRecord[]) => records.reduce(mergeRecords);
const record = fc
  .array(anyClaim, { minLength: 1, maxLength: 5 })
  .map((claims) => merged(claims.map(recordFrom)));

describe('mergeRecords', () => {
  it('is commutative', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        expect(mergeRecords(a, b)).toEqual(mergeRecords(b, a));
      }),
    );
  });

  it('is associative', () => {
    fc.assert(
      fc.property(record, record, record, (a, b, c) => {
        expect(mergeRecords(mergeRecords(a, b), c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
      }),
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const once = mergeRecords(a, b);
        expect(mergeRecords(once, b)).toEqual(once);
        expect(mergeRecords(once, once)).toEqual(once);
      }),
    );
  });

  it('keeps every field of a source, with its latest value', () => {
    const first = claim({ seenAt: '2026-01-01T00:00:00.000Z', abstract: 'Known.', upvotes: 3 });
    const later = claim({ seenAt: '2026-01-02T00:00:00.000Z', upvotes: 9 });
    const paper = resolve(merged([later, first].map(recordFrom)));
    expect(paper).toMatchObject({ abstract: 'Known.', upvotes: 9 });
  });

  it('keeps the earliest listing day', () => {
    const early = claim({ seenAt: '2026-01-01T00:00:00.000Z', listedAt: '2026-01-01' });
    const late = claim({ seenAt: '2026-02-01T00:00:00.000Z', listedAt: '2026-02-01' });
    expect(resolve(merged([late, early].map(recordFrom))).listedAt).toBe('2026-01-01');
  });

  it('takes the stronger of two keys', () => {
    const byDoi: DigestRecord = { id: 'doi:10.1/a', claims: { file: claim({ source: 'file' }) } };
    expect(mergeRecords(byDoi, recordFrom(claim())).id).toBe('arxiv:2401.00001');
  });
});

describe('resolve', () => {
  it('takes each field from the first source that has it', () => {
    const paper = resolve(
      merged(
        [
          claim({ source: 'starter', summary: { text: 'Ours.', by: 'kindred' }, comments: 4 }),
          claim({ source: 'file', abstract: 'From a file.', comments: 5 }),
          claim({ source: 'arxiv', abstract: 'From arXiv.', title: 'Title at arXiv' }),
          claim({ source: 'daily-papers', title: 'Title at HF', upvotes: 0 }),
        ].map(recordFrom),
      ),
    );
    expect(paper).toMatchObject({
      id: 'arxiv:2401.00001',
      title: 'Title at HF',
      abstract: 'From arXiv.',
      summary: { text: 'Ours.', by: 'kindred' },
      comments: 5,
      upvotes: 0,
      sources: ['daily-papers', 'arxiv', 'file', 'starter'],
    });
    expect(paper).not.toHaveProperty('seenAt');
    expect(paper).not.toHaveProperty('carried');
  });

  it('marks a paper as withdrawn whichever source says so', () => {
    const claims = [claim(), claim({ source: 'arxiv', withdrawn: true })];
    expect(resolve(merged(claims.map(recordFrom))).withdrawn).toBe(true);
  });
});

describe('recordOf', () => {
  it('is null for a claim without id and title', () => {
    expect(recordOf(claim({ arxivId: null, title: '' }))).toBeNull();
    expect(recordOf(claim())?.id).toBe('arxiv:2401.00001');
  });
});
