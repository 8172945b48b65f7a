import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PagePaper } from '../../../lib/paper/paper.ts';
import { SessionStore } from '../../../lib/storage/session-store.ts';

const paper = (given: Partial<PagePaper>): PagePaper => ({
  arxivId: null,
  doi: null,
  title: 'A Title',
  abstract: null,
  authors: [],
  published: null,
  site: 'arxiv',
  view: 'abstract',
  ...given,
});
const numbered = (n: number) => paper({ arxivId: `2601.${10000 + n}`, abstract: `Abstract ${n}` });

describe('SessionStore', () => {
  it('finds a paper by any form of its id', async () => {
    const store = new SessionStore();
    await store.remember([paper({ arxivId: '2601.00001', abstract: 'Here.' })]);
    expect((await store.find({ arxivId: '2601.00001v2', doi: null }))?.abstract).toBe('Here.');
    const doi = '10.48550/arXiv.2601.00001';
    expect((await store.find({ arxivId: null, doi }))?.abstract).toBe('Here.');
    expect(await store.find({ arxivId: '2601.00002', doi: null })).toBeNull();
    expect(await store.find({ arxivId: null, doi: null })).toBeNull();
  });

  it('keeps an abstract when a listing without it is seen', async () => {
    const store = new SessionStore();
    const id = { arxivId: '2601.00001', doi: null };
    await store.remember([paper({ ...id, abstract: 'Here.', authors: ['A. A'] })]);
    await store.remember([paper({ ...id, title: 'Newer title' })]);
    expect(await store.find(id)).toMatchObject({
      title: 'Newer title',
      abstract: 'Here.',
      authors: ['A. A'],
    });
  });

  it('drops the papers seen longest ago', async () => {
    const store = new SessionStore(undefined, 3);
    await store.remember([1, 2, 3].map(numbered));
    await store.remember([numbered(1)]);
    await store.remember([numbered(4)]);
    const found = await Promise.all([1, 2, 3, 4].map((n) => store.find(numbered(n))));
    expect(found.map((one) => one?.abstract ?? null)).toEqual([
      'Abstract 1',
      null,
      'Abstract 3',
      'Abstract 4',
    ]);
    expect(Object.keys(await fakeBrowser.storage.session.get(null))).toHaveLength(4);
    await store.remember(Array.from({ length: 10 }, (_, n) => numbered(n)));
    expect(Object.keys(await fakeBrowser.storage.session.get(null))).toHaveLength(4);
  });

  it('limits what it stores of a page', async () => {
    const store = new SessionStore();
    const id = { arxivId: '2601.00001', doi: null };
    const authors = Array.from({ length: 3_000 }, (_, n) => `Author ${n}`);
    await store.remember([paper({ ...id, abstract: 'a'.repeat(20_000), authors })]);
    const found = await store.find(id);
    expect(found?.abstract).toHaveLength(5_000);
    expect(found?.authors).toHaveLength(10);
  });

  it('loses nothing of concurrent calls, and clears', async () => {
    const store = new SessionStore();
    await Promise.all([1, 2, 3, 4, 5].map((n) => store.remember([numbered(n)])));
    const found = await Promise.all([1, 2, 3, 4, 5].map((n) => store.find(numbered(n))));
    expect(found).not.toContain(null);
    await store.clear();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });
});
