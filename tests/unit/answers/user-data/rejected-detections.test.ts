import { describe, expect, it } from 'vitest';
import {
  isRejected,
  rejectDetection,
} from '../../../../lib/answers/user-data/rejected-detections.ts';
import type { PagePaper } from '../../../../lib/paper/paper.ts';

const now = '2026-01-06T10:00:00.000Z';
const paper: PagePaper = {
  arxivId: null,
  doi: '10.5555/tides.7',
  title: 'Tides of Attention in Very Long Documents',
  abstract: null,
  authors: ['Ada Okafor'],
  published: null,
  site: 'unlisted',
  view: 'other',
};

function store() {
  let refused: Record<string, string> = {};
  return {
    get: async () => refused,
    update: async (
      _: string,
      change: (known: Record<string, string>) => Record<string, string>,
    ) => {
      refused = change(refused);
      return refused;
    },
    all: () => Object.keys(refused),
  };
}

describe('not this paper', () => {
  it('is stored for the paper on that site, by any of its keys, and can be undone', async () => {
    const kept = store();
    expect(await isRejected(paper, kept as never)).toBe(false);
    await rejectDetection(paper, true, kept as never, now);
    expect(await isRejected(paper, kept as never)).toBe(true);
    expect(await isRejected({ ...paper, doi: null }, kept as never)).toBe(true);
    expect(await isRejected({ ...paper, site: 'arxiv' }, kept as never)).toBe(false);
    expect(await isRejected({ ...paper, doi: '10.5555/other', title: null }, kept as never)).toBe(
      false,
    );
    await rejectDetection(paper, false, kept as never, now);
    expect(kept.all()).toEqual([]);
  });

  it('is nothing for a paper of which nothing is known', async () => {
    const kept = store();
    const nothing = { ...paper, doi: null, title: null };
    await rejectDetection(nothing, true, kept as never, now);
    expect(kept.all()).toEqual([]);
    expect(await isRejected(nothing, kept as never)).toBe(false);
  });

  it('is forgotten, the oldest first, when there is too much of it', async () => {
    const kept = store();
    for (let n = 0; n < 1_005; n++) {
      await rejectDetection(
        { ...paper, doi: `10.5555/${n}`, title: null },
        true,
        kept as never,
        now,
      );
    }
    expect(kept.all().length).toBe(1_000);
    expect(kept.all()[0]).toBe('unlisted doi:10.5555/5');
  });
});
