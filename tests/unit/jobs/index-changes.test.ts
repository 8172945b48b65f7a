import { describe, expect, it, vi } from 'vitest';
import type { IndexChange, Queued } from '../../../lib/digest/store.ts';
import { type IndexSources, indexChanges } from '../../../lib/jobs/index-changes.ts';
import type { Paper } from '../../../lib/paper/paper.ts';

const paper = (id: string): Paper =>
  ({
    id,
    title: id,
    abstract: '',
    summary: null,
    keyTerms: [],
    published: null,
    listedAt: null,
  }) as unknown as Paper;

function queueOf(changes: [string, IndexChange['change']][], stored: string[]) {
  let queue: Queued<IndexChange>[] = changes.map(([id, change], key) => ({ id, change, key }));
  const related = { update: vi.fn(async () => undefined) };
  const search = { change: vi.fn(async () => undefined) };
  const indexes: IndexSources = {
    digest: {
      indexQueue: async (limit) => queue.slice(0, limit),
      ackIndexQueue: async (keys) => {
        queue = queue.filter(({ key }) => !keys.includes(key));
      },
      get: async (ids) => ids.filter((id) => stored.includes(id)).map(paper),
    },
    index: async () => related,
    search,
  };
  return { indexes, related, search, left: () => queue.length };
}

describe('indexChanges', () => {
  it('applies the last change of a paper, and removes what is gone', async () => {
    const { indexes, related, left } = queueOf(
      [
        ['a', 'put'],
        ['b', 'put'],
        ['b', 'removed'],
        ['c', 'removed'],
        ['c', 'put'],
        ['gone', 'put'],
      ],
      ['a', 'c'],
    );
    expect(await indexChanges(indexes)).toBe(6);
    const [change] = related.update.mock.calls[0] as unknown as [
      { put: Paper[]; remove: string[] },
    ];
    expect(change.put.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(change.remove.sort()).toEqual(['b', 'gone']);
    expect(left()).toBe(0);
    expect(await indexChanges(indexes)).toBe(0);
  });

  it('keeps the queue when an index fails, so that the next wake tries again', async () => {
    const { indexes, search, left } = queueOf([['a', 'put']], ['a']);
    search.change.mockRejectedValueOnce(new Error('disk full'));
    await expect(indexChanges(indexes)).rejects.toThrow('disk full');
    expect(left()).toBe(1);
    expect(await indexChanges(indexes)).toBe(1);
  });
});
