import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type DigestListSources,
  digestLines,
  digestList,
} from '../../../../lib/answers/reader/digest-list.ts';
import { digestTrends } from '../../../../lib/answers/reader/digest-trends.ts';
import { groupsOf, limitGroups, weekOf } from '../../../../lib/answers/reader/list-groups.ts';
import type { TopicPapersSources } from '../../../../lib/answers/reader/topic-papers.ts';
import { buildOutline, dayOfNumber } from '../../../../lib/digest/outline.ts';
import type { DigestStatus } from '../../../../lib/digest/status.ts';
import { MemoryStorage } from '../../../../lib/index/memory-storage.ts';
import { openRelatedIndex } from '../../../../lib/index/related-index.ts';
import type { Request } from '../../../../lib/messages/contract.ts';
import type { Paper } from '../../../../lib/paper/paper.ts';
import { LocalUserDataStore } from '../../../../lib/storage/user-data-store.ts';
import { makeTopic, type Topic } from '../../../../lib/topics/topic.ts';
import type { UserDataStore } from '../../../../lib/user-data/user-data.ts';
import { MemoryArea } from '../../memory-storage-area.ts';
import { paper, searchOver } from '../../search/papers.ts';

const listed = (id: string, title: string, listedAt: string | null, more: Partial<Paper> = {}) =>
  paper(id, title, '', { listedAt, ...more });

const papers = [
  listed('2611.00001', 'Sparse Experts', '2026-11-20', { upvotes: 3 }),
  listed('2611.00002', 'Dense Experts', '2026-11-20', { upvotes: 40 }),
  listed('2611.00003', 'World Models', '2026-11-17', { upvotes: 7 }),
  listed('2611.00004', 'World Models Again', '2026-11-13', { sources: ['daily-papers', 'arxiv'] }),
  listed('2510.00005', 'Protein Folding', '2025-10-01', { upvotes: 12 }),
  listed('2510.00006', 'Only on arXiv', null, { sources: ['arxiv'], published: '2025-10-02' }),
  listed('2510.00007', 'Undated Experts', null, { sources: ['file'] }),
];
const all: Request<'digestList'> = {
  by: 'day',
  query: '',
  least: 0,
  unread: false,
  saved: false,
  year: null,
};

let userData: UserDataStore;
let sources: DigestListSources & TopicPapersSources & { pause(): Promise<void> };

beforeEach(async () => {
  userData = new LocalUserDataStore(new MemoryArea());
  const index = await openRelatedIndex(new MemoryStorage());
  await index.update({ put: papers, remove: [] });
  const search = searchOver(papers);
  sources = {
    userData,
    digest: {
      outline: async () => buildOutline(papers),
      get: async (ids) => ids.flatMap((id) => papers.filter((one) => one.id === id)),
      byListing: async ({ since = '' }) =>
        papers.filter(({ listedAt }) => listedAt !== null && listedAt >= since),
      counts: async () => ({ papers: 7, listed: 5, newestListing: '2026-11-20', indexBacklog: 0 }),
    },
    matching: (query) => search.matching(query),
    index: async () => index,
    status: async () => ({ papers: 7 }) as DigestStatus,
    pause: async () => undefined,
  };
});

const shown = async (request: Partial<Request<'digestList'>>) => {
  const { groups } = await digestList({ ...all, ...request }, sources);
  return groups.map(({ key, ids }) => [key, ids.map((id) => id.slice(-1)).join('')]);
};
const follow = (topic: Partial<Topic>) =>
  userData.update('topics', (topics) => [
    ...topics,
    makeTopic({ id: 't', name: '', query: '', created: '2026-03-01T10:00:00.000Z', ...topic }),
  ]);

describe('the groups', () => {
  it.each([
    [
      'day',
      [
        ['2026-11-20', '21'],
        ['2026-11-17', '3'],
        ['2026-11-13', '4'],
        ['2025-10-02', '6'],
        ['2025-10-01', '5'],
        ['', '7'],
      ],
    ],
    [
      'week',
      [
        ['2026-11-16', '231'],
        ['2026-11-09', '4'],
        ['2025-09-29', '56'],
        ['', '7'],
      ],
    ],
    [
      'month',
      [
        ['2026-11', '2314'],
        ['2025-10', '56'],
        ['', '7'],
      ],
    ],
    [
      'source',
      [
        ['daily-papers', '21345'],
        ['arxiv', '46'],
        ['file', '7'],
      ],
    ],
  ] as const)('by %s are newest first, the most upvoted first', async (by, groups) => {
    expect(await shown({ by })).toEqual(groups);
  });

  it('by topic hold what each topic has, newest first', async () => {
    await follow({ id: 'a', query: 'experts' });
    await follow({ id: 'b', query: '"world models"', name: 'Worlds' });
    await follow({ id: 'c', query: 'experts', least: 10 });
    await follow({ id: 'd', query: 'experts', ignored: [{ kind: 'word', what: 'dense' }] });
    expect(await shown({ by: 'topic' })).toEqual([
      ['a', '217'],
      ['b', '34'],
      ['c', '2'],
      ['d', '17'],
    ]);
    const { follows, groups: none } = await digestList(
      { ...all, by: 'topic', year: '2025' },
      sources,
    );
    expect([follows, none]).toEqual([true, []]);
    const { groups } = await digestList({ ...all, by: 'topic', least: 5 }, sources);
    expect(groups.map(({ name, ids }) => [name, ids.length])).toContainEqual(['Worlds', 1]);
  });

  it('by topic cover the whole digest, and papers of arXiv only for topics that follow it', async () => {
    expect((await digestList({ ...all, by: 'topic' }, sources)).follows).toBe(false);
    await follow({ id: 'a', query: 'folding' });
    await follow({ id: 'b', query: '"only on"' });
    await follow({ id: 'c', query: '"only on"', arxiv: true });
    expect(await shown({ by: 'topic' })).toEqual([
      ['a', '5'],
      ['c', '6'],
    ]);
  });

  it.each([
    ['2026-11-16', '2026-11-16'],
    ['2026-11-22', '2026-11-16'],
    ['2026-01-01', '2025-12-29'],
  ])('have the week of %s begin on Monday %s', (day, monday) => expect(weekOf(day)).toBe(monday));

  it('hold every paper once, whatever days there are', () => {
    const day = fc.option(fc.integer({ min: 0, max: 800 }), { freq: 5 });
    const some = fc.array(fc.record({ day, upvotes: fc.option(fc.nat(9)) }), { maxLength: 60 });
    fc.assert(
      fc.property(some, fc.constantFrom('day', 'week', 'month'), (facts, by) => {
        const given = facts.map(({ day: at, upvotes }, number) =>
          paper(`2601.${10_000 + number}`, 'A', '', {
            upvotes,
            listedAt:
              at === null ? null : new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10),
          }),
        );
        const outline = buildOutline(given);
        const groups = groupsOf(outline, [...outline.ids.keys()], by as 'day');
        const keys = groups.map(({ key }) => key);
        expect(keys).toEqual([...keys].sort().reverse());
        expect(new Set(keys).size).toBe(keys.length);
        expect(groups.flatMap(({ ids }) => ids).sort()).toEqual([...outline.ids].sort());
      }),
    );
  });

  it('are cut where a list is longer than can be shown', () => {
    const groups = [
      { key: 'a', name: null, ids: ['1', '2'] },
      { key: 'b', name: null, ids: ['3', '4'] },
      { key: 'c', name: null, ids: ['5'] },
    ];
    expect(limitGroups(groups, 3)).toEqual([[groups[0], { ...groups[1], ids: ['3'] }], 2]);
    expect(limitGroups(groups, 9)).toEqual([groups, 0]);
  });
});

describe('the filters', () => {
  it('go by words, upvotes, year and marks', async () => {
    await userData.update('marks', () => ({
      'arxiv:2611.00001': { read: '2026-11-21T00:00:00.000Z', saved: null },
      'arxiv:2611.00003': { read: null, saved: '2026-11-21T00:00:00.000Z' },
    }));
    const numbers = async (request: Partial<Request<'digestList'>>) =>
      (await shown(request)).map(([, ids]) => ids).join('');
    expect(await numbers({ query: 'experts' })).toBe('217');
    expect(await numbers({ query: 'experts -dense' })).toBe('17');
    expect(await numbers({ query: 'upvotes:>6 world' })).toBe('3');
    expect(await numbers({ query: '2510.00005' })).toBe('5');
    expect(await numbers({ least: 12 })).toBe('25');
    expect(await numbers({ least: 1 })).toBe('2135');
    expect(await numbers({ year: '2025' })).toBe('65');
    expect(await numbers({ unread: true })).toBe('234657');
    expect(await numbers({ saved: true })).toBe('3');
    expect(await numbers({ query: 'experts', least: 5, unread: true })).toBe('2');
  });

  it('report the part of a query that was not understood, and leave out similar words', async () => {
    const { problems, groups } = await digestList({ ...all, query: 'after:never exprts' }, sources);
    expect(problems).toEqual([{ code: 'bad-date', text: 'after:never' }]);
    expect(groups).toEqual([]);
  });
});

describe('the list', () => {
  it('brings its first papers with it, and the years there are', async () => {
    const { first, years, truncated } = await digestList({ ...all, by: 'month' }, sources);
    expect(first.map(({ paper: { title } }) => title).slice(0, 2)).toEqual([
      'Dense Experts',
      'World Models',
    ]);
    expect(years).toEqual(['2026', '2025']);
    expect(truncated).toBe(0);
  });

  it('says of a paper that it is unread news, until it is read', async () => {
    await follow({ id: 't', query: 'experts', name: 'Experts' });
    const id = 'arxiv:2611.00001';
    await userData.update('alerts', () => ({
      [id]: { topics: ['t', 'gone'], at: '2026-11-20T10:00:00.000Z' },
    }));
    expect((await digestLines([id, 'arxiv:0000.00000'], sources)).map(({ news }) => news)).toEqual([
      ['Experts'],
    ]);
    await userData.update('marks', () => ({
      [id]: { read: '2026-11-21T00:00:00.000Z', saved: null },
    }));
    expect((await digestLines([id], sources))[0]).toMatchObject({
      news: [],
      marks: { read: true },
    });
  });
});

describe('trends', () => {
  it('count papers a week, of all and of each topic', async () => {
    await follow({ id: 't', query: 'experts', name: 'Experts' });
    const trends = await digestTrends(sources);
    expect(trends?.listed.slice(-2)).toEqual([1, 3]);
    expect(trends?.topics).toEqual([{ id: 't', name: 'Experts', weeks: expect.any(Array) }]);
    expect(trends?.topics[0]?.weeks.slice(-2)).toEqual([0, 2]);
    expect(trends?.rising).toBeNull();
  });

  it('are none while nothing is listed', async () => {
    sources.digest.counts = async () => ({
      papers: 1,
      listed: 0,
      newestListing: null,
      indexBacklog: 0,
    });
    expect(await digestTrends(sources)).toBeNull();
  });
});

describe('a day as a number', () => {
  it.each([['2026-11-20'], ['2000-01-01'], [null]])('of %s reads back', (day) => {
    const { days } = buildOutline([paper('2601.00001', 'A', '', { listedAt: day })]);
    expect(dayOfNumber(days[0] ?? -1)).toBe(day);
  });
});
