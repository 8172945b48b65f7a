import { beforeEach, describe, expect, it } from 'vitest';
import { unreadAnswer } from '../../../../lib/answers/topics/unread.ts';
import { MemoryStorage } from '../../../../lib/index/memory-storage.ts';
import { openRelatedIndex, type RelatedIndex } from '../../../../lib/index/related-index.ts';
import { trainExampleTopics } from '../../../../lib/jobs/train-example-topics.ts';
import { unreadSummary } from '../../../../lib/jobs/unread-summary.ts';
import type { Paper } from '../../../../lib/paper/paper.ts';
import { LocalUserDataStore } from '../../../../lib/storage/user-data-store.ts';
import { makeTopic, type Topic } from '../../../../lib/topics/topic.ts';
import type { UserDataStore } from '../../../../lib/user-data/user-data.ts';
import { MemoryArea } from '../../memory-storage-area.ts';
import { paper } from '../../search/papers.ts';

const now = '2026-03-12T10:00:00.000Z';
const created = '2026-03-01T10:00:00.000Z';
const listed = (id: string, title: string, listedAt: string, more: Partial<Paper> = {}) =>
  paper(id, title, `${title}. Routing tokens to experts.`, { listedAt, ...more });

const news = [
  listed('2603.00001', 'Sparse Experts', '2026-03-10', { authors: ['Ada Okafor'] }),
  listed('2603.00002', 'Dense Experts', '2026-03-10'),
];
const earlier = Array.from({ length: 14 }, (_, at) =>
  listed(`2601.${10_000 + at}`, 'Experts Routed', '2026-01-10'),
);
const others = Array.from({ length: 20 }, (_, at) =>
  listed(`2601.${20_000 + at}`, 'Protein Folding', '2026-01-10', { abstract: 'Chains.' }),
);
const papers = [...news, ...earlier, ...others];

let userData: UserDataStore;
let index: RelatedIndex;
const digest = {
  get: async (ids: string[]) => ids.flatMap((id) => papers.filter((one) => one.id === id)),
  byListing: async () => papers,
};
const sources = () => ({ userData, digest, index: async () => index, now: () => now });
const unreadOf = async (place = 0) =>
  (await unreadAnswer(sources())).topics[place]?.unread.map((one) => one.paper.title);

async function follow(topic: Partial<Topic>): Promise<void> {
  const made = makeTopic({ id: 't', name: 'Experts', query: 'experts', created, ...topic });
  await userData.update('topics', (topics) => [...topics, made]);
  await trainExampleTopics({ digest, userData, index: async () => index });
  await userData.update('alerts', () =>
    Object.fromEntries(news.map(({ id }) => [id, { topics: ['t', 'u'], at: now }])),
  );
}

beforeEach(async () => {
  userData = new LocalUserDataStore(new MemoryArea());
  index = await openRelatedIndex(new MemoryStorage());
  await index.update({ put: papers, remove: [] });
});

describe('what is ignored in a topic', () => {
  it.each([
    [{ kind: 'author', what: 'Okafor, Ada' }],
    [{ kind: 'word', what: 'sparse' }],
    [{ kind: 'paper', what: 'arxiv:2603.00001' }],
  ] as const)('leaves its list and the badge, though it was announced: %j', async (thing) => {
    await follow({ ignored: [thing] });
    expect(await unreadOf()).toEqual(['Dense Experts']);
    expect(await unreadSummary(sources(), now)).toEqual({
      total: 1,
      topics: [{ name: 'Experts', count: 1 }],
    });
  });

  it('stays in other topics', async () => {
    await follow({ ignored: [{ kind: 'word', what: 'sparse' }] });
    await follow({ id: 'u', name: 'Others' });
    expect(await unreadOf(1)).toHaveLength(2);
    expect((await unreadSummary(sources(), now)).total).toBe(2);
  });

  it('is none of its earlier papers', async () => {
    await follow({ ignored: [{ kind: 'paper', what: 'arxiv:2601.10000' }] });
    const [{ earlier: shown } = { earlier: [] }] = (await unreadAnswer(sources())).topics;
    expect(shown).toHaveLength(10);
    expect(shown.map((one) => one.paper.id)).not.toContain('arxiv:2601.10000');
  });
});

describe('a topic of papers like these', () => {
  const like = { examples: ['arxiv:2601.10000'], not: [], struck: [] };

  it('has the ten best earlier papers, without its examples', async () => {
    await follow({ query: '', like });
    const [{ earlier: shown } = { earlier: [] }] = (await unreadAnswer(sources())).topics;
    expect(shown).toHaveLength(10);
    for (const one of shown) {
      expect(one.paper.title).toMatch(/^Experts Routed/);
      expect(one.paper.id).not.toBe('arxiv:2601.10000');
    }
  });

  it('has ten beside those that are its news', async () => {
    // Listed on the day on which the topic was created, and announced since.
    await follow({ query: '', like, created: '2026-03-10T08:00:00.000Z' });
    const [one] = (await unreadAnswer(sources())).topics;
    expect(one?.unread).toHaveLength(2);
    expect(one?.earlier).toHaveLength(10);
    const ids = one?.earlier.map(({ paper: { id } }) => id);
    for (const { id } of news) expect(ids).not.toContain(id);
  });

  it('lists no longer what the user said is "not this"', async () => {
    await follow({ query: '', like: { ...like, not: ['arxiv:2603.00002'] } });
    expect(await unreadOf()).toEqual(['Sparse Experts']);
    expect((await unreadSummary(sources(), now)).total).toBe(1);
  });
});
