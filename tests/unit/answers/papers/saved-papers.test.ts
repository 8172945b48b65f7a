import { beforeEach, describe, expect, it } from 'vitest';
import {
  exportSavedPapers,
  pageMarks,
  savedPapers,
  savePaper,
} from '../../../../lib/answers/papers/saved-papers.ts';
import { setMark } from '../../../../lib/answers/user-data/marks.ts';
import { keysOf } from '../../../../lib/paper/identity.ts';
import type { PagePaper, Paper } from '../../../../lib/paper/paper.ts';
import { LocalUserDataStore } from '../../../../lib/storage/user-data-store.ts';
import type { UserDataStore } from '../../../../lib/user-data/user-data.ts';
import { paper } from '../../search/papers.ts';

const page = (known: Partial<PagePaper>): PagePaper => ({
  arxivId: null,
  doi: null,
  title: null,
  abstract: null,
  authors: [],
  published: null,
  site: 'arxiv',
  view: 'abstract',
  ...known,
});
const listed = paper('2603.00001', 'Sparse Experts');
const unlisted = page({ doi: '10.1000/abc', title: 'A Paper of a Journal', authors: ['Ada Wu'] });

let papers: Paper[];
let userData: UserDataStore;
let clock = 0;
const digest = {
  get: async (ids: string[]) => papers.filter(({ id }) => ids.includes(id)),
  find: async (keys: string[]) =>
    papers.find((one) => keysOf(one).some((key) => keys.includes(key))) ?? null,
};
const sources = () => ({
  userData,
  digest,
  now: () => `2026-03-12T10:00:${String(clock++).padStart(2, '0')}.000Z`,
});
const titles = async () => (await savedPapers(sources())).map((one) => one.paper.title);

beforeEach(() => {
  papers = [listed];
  userData = new LocalUserDataStore();
  clock = 0;
});

describe('saved papers', () => {
  it('has listed papers and others, the latest saved first', async () => {
    await savePaper(page({ arxivId: '2603.00001' }), true, sources());
    await savePaper(unlisted, true, sources());
    expect(await titles()).toEqual(['A Paper of a Journal', 'Sparse Experts']);
    expect(await pageMarks(unlisted, sources())).toEqual({ read: false, saved: true });
  });

  it('has the unread before the read', async () => {
    await savePaper(unlisted, true, sources());
    await savePaper(page({ arxivId: '2603.00001' }), true, sources());
    const read = '2026-03-12T11:00:00.000Z';
    await userData.update('marks', (marks) => ({
      ...marks,
      [listed.id]: { read, saved: marks[listed.id]?.saved ?? null },
    }));
    expect(await titles()).toEqual(['A Paper of a Journal', 'Sparse Experts']);
  });

  it('has a paper once, and as the digest has it, when it is listed after it was saved', async () => {
    await savePaper(unlisted, true, sources());
    papers = [
      listed,
      { ...listed, id: 'arxiv:2603.00009', doi: '10.1000/abc', title: 'As Listed' },
    ];
    expect(await titles()).toEqual(['As Listed']);
    await savePaper(unlisted, false, sources());
    expect(await titles()).toEqual([]);
    expect(await userData.get('shelf')).toEqual({});
  });

  it('deletes the stored copy of a paper that is no longer saved', async () => {
    await savePaper(unlisted, true, sources());
    await savePaper(unlisted, false, sources());
    expect(await userData.get('marks')).toEqual({});
    expect(await userData.get('shelf')).toEqual({});
  });

  it('rejects a page that does not identify its paper', async () => {
    await expect(savePaper(page({}), true, sources())).rejects.toThrow('no title');
  });

  it('is written by groups', async () => {
    await savePaper(unlisted, true, sources());
    await savePaper(page({ arxivId: '2603.00001' }), true, sources());
    await setMark(userData, 'read', [listed.id], true, '2026-03-12T11:00:00.000Z');
    const titlesOf = async (group: 'saved' | 'unread' | 'read') => {
      const file = await exportSavedPapers({ format: 'json', group }, sources());
      expect(file.filename.includes(`-${group}-`)).toBe(group !== 'saved');
      return (JSON.parse(file.text) as { title: string }[]).map(({ title }) => title);
    };
    expect(await titlesOf('unread')).toEqual(['A Paper of a Journal']);
    expect(await titlesOf('read')).toEqual(['Sparse Experts']);
    expect(await titlesOf('saved')).toEqual(['A Paper of a Journal', 'Sparse Experts']);
  });

  it.each([
    ['bibtex', '.bib', '@article{wupaper,'],
    ['ris', '.ris', 'TI  - A Paper of a Journal\r\nAU  - Wu, Ada\r\nDO  - 10.1000/abc\r\n'],
    ['json', '.json', '"title": "A Paper of a Journal"'],
  ] as const)('is written as %s', async (format, ending, part) => {
    await savePaper(unlisted, true, sources());
    const { filename, text } = await exportSavedPapers({ format }, sources());
    expect(filename.endsWith(ending)).toBe(true);
    expect(text).toContain(part);
  });
});
