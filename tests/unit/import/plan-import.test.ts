import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRecords, recordOf, resolve } from '../../../lib/digest/merge.ts';
import { planImport, type StoredWork } from '../../../lib/import/plan-import.ts';
import { keysOf } from '../../../lib/paper/identity.ts';
import type { Claim, DigestRecord } from '../../../lib/paper/paper.ts';
import { anyClaim, claim } from '../digest/claims.ts';

const file = (given: Partial<Claim>) => claim({ source: 'file', ...given });
const workOf = (record: DigestRecord): StoredWork => {
  const keys = Object.values(record.claims).flatMap((one) => keysOf(one));
  return { keys: [...new Set([record.id, ...keys])], record };
};
const held = (given: Partial<Claim>) => workOf(recordOf(claim(given)) as DigestRecord);

describe('planning an import', () => {
  it('distinguishes new, changed and unchanged papers', () => {
    const now = 'Now with an abstract.';
    const plan = planImport(
      [
        file({ arxivId: '2401.00001', abstract: now }),
        file({ arxivId: '2401.00002', upvotes: 3 }),
        file({ arxivId: '2401.00003', title: 'A Third Paper' }),
      ],
      [
        held({ arxivId: '2401.00001' }),
        held({ arxivId: '2401.00002', upvotes: 9 }),
        held({ arxivId: '2401.00009' }),
      ],
    );
    expect(plan.added.map((paper) => paper.id)).toEqual(['arxiv:2401.00003']);
    expect(plan.changed).toMatchObject([{ id: 'arxiv:2401.00001', abstract: now }]);
    // Daily Papers takes precedence over a file.
    expect(plan.unchanged).toBe(1);
    const { added, changed } = plan.puts;
    expect(changed).toEqual([recordOf(file({ arxivId: '2401.00001', abstract: now }))]);
    expect(added).toEqual([recordOf(file({ arxivId: '2401.00003', title: 'A Third Paper' }))]);
  });

  it('counts a paper once, however often and by whatever key the file has it', () => {
    const title = 'Small Tests of Large Claims About Papers';
    const authors = ['Ann Lee'];
    const plan = planImport(
      [
        file({ arxivId: null, title, authors }),
        file({ arxivId: null, doi: '10.1234/a', title, authors, abstract: 'Text.' }),
        file({ arxivId: '2401.00001', title, authors, upvotes: 4 }),
      ],
      [],
    );
    expect(plan.added).toMatchObject([
      { id: 'arxiv:2401.00001', doi: '10.1234/a', abstract: 'Text.', upvotes: 4 },
    ]);
    expect(plan.puts).toMatchObject({ added: [{ id: 'arxiv:2401.00001' }], changed: [] });
  });

  it('merges papers of the digest that the file shows to be one', () => {
    const byDoi = held({ arxivId: null, doi: '10.1234/a', abstract: 'From the journal.' });
    const byId = held({ arxivId: '2401.00001', title: 'Another Title of This Very Work' });
    const both = file({ arxivId: '2401.00001', doi: '10.1234/a', comments: 2 });
    const plan = planImport([both], [byDoi, byId]);
    expect(plan.added).toEqual([]);
    expect(plan.changed).toMatchObject([
      { id: 'arxiv:2401.00001', doi: '10.1234/a', abstract: 'From the journal.', comments: 2 },
    ]);
  });

  it('recognizes a paper by a former title', () => {
    const authors = ['Ann Lee'];
    const before = file({ arxivId: null, title: 'What This Long Work Was Called', authors });
    const now = held({ arxivId: '2401.00001', title: 'What It Is Called Now', authors });
    const work = { ...now, keys: [...now.keys, ...keysOf(before)] };
    expect(planImport([before], [work])).toMatchObject({ added: [], unchanged: 1 });
    expect(planImport([before], [now]).added).toHaveLength(1);
  });

  it('leaves out claims without id and title', () => {
    expect(planImport([file({ arxivId: null, title: '' })], [])).toEqual({
      added: [],
      changed: [],
      unchanged: 0,
      puts: { added: [], changed: [] },
    });
  });

  it('does what it shows, and finds nothing to do when planned again', () => {
    const claims = fc.array(
      anyClaim.chain((one) =>
        fc
          .constantFrom('2401.00001', '2401.00002', '2401.00003')
          .map((arxivId): Claim => ({ ...one, arxivId, doi: null, source: 'file' })),
      ),
      { maxLength: 6 },
    );
    const holding = fc.uniqueArray(
      anyClaim.chain((one) =>
        fc
          .constantFrom('2401.00001', '2401.00002', '2401.00009')
          .map((arxivId) => recordOf({ ...one, arxivId, doi: null }) as DigestRecord),
      ),
      { selector: (record) => record.id },
    );
    fc.assert(
      fc.property(claims, holding, (said, before) => {
        const plan = planImport(said, before.map(workOf));
        const digest = new Map(before.map((record) => [record.id, record]));
        const puts = [...plan.puts.added, ...plan.puts.changed];
        for (const put of puts) {
          const there = digest.get(put.id);
          digest.set(put.id, there ? mergeRecords(there, put) : put);
        }
        const shown = new Map([...plan.added, ...plan.changed].map((paper) => [paper.id, paper]));
        for (const put of puts) {
          expect(resolve(digest.get(put.id) as DigestRecord)).toEqual(shown.get(put.id));
        }
        expect(plan.puts.added.map(({ id }) => id)).toEqual(plan.added.map(({ id }) => id));
        expect(plan.puts.changed.map(({ id }) => id)).toEqual(plan.changed.map(({ id }) => id));
        const again = planImport(said, [...digest.values()].map(workOf));
        expect(again.puts).toEqual({ added: [], changed: [] });
        expect(again.unchanged).toBe(shown.size + plan.unchanged);
      }),
    );
  });
});
