import { beforeEach, describe, expect, it } from 'vitest';
import { examplePreview } from '../../../lib/answers/topics/example-preview.ts';
import { MemoryStorage } from '../../../lib/index/memory-storage.ts';
import { openRelatedIndex, type RelatedIndex } from '../../../lib/index/related-index.ts';
import { trainExampleTopics } from '../../../lib/jobs/train-example-topics.ts';
import { LocalUserDataStore } from '../../../lib/storage/user-data-store.ts';
import { matchCandidates } from '../../../lib/topics/alerts.ts';
import { explainTopic } from '../../../lib/topics/explain-topic.ts';
import { parseStoredTopic } from '../../../lib/topics/stored-topics.ts';
import { makeTopic } from '../../../lib/topics/topic.ts';
import type { UserDataStore } from '../../../lib/user-data/user-data.ts';
import { paper } from '../search/papers.ts';

const now = '2026-03-12T10:00:00.000Z';
const listed = { listedAt: '2026-03-10' };
const papers = [
  paper('2603.00001', 'Sparse Mixture of Experts', 'Routing tokens to experts.', listed),
  paper('2603.00002', 'Experts that Route Themselves', 'Sparse routing of tokens.', listed),
  paper('2603.00003', 'Protein Folding', 'Structures of proteins.', listed),
];
const like = { examples: ['arxiv:2603.00001'], not: [], struck: [] };
const created = '2026-03-01T12:00:00.000Z';
const topic = makeTopic({ id: 't', name: 'experts', query: '', created, like, least: 25 });

const digest = {
  get: async (ids: string[]) => papers.filter(({ id }) => ids.includes(id)),
  byListing: async () => papers,
};
let userData: UserDataStore;
let index: RelatedIndex;

beforeEach(async () => {
  userData = new LocalUserDataStore();
  index = await openRelatedIndex(new MemoryStorage());
  await index.update({ put: papers, remove: [] });
});

describe('an example topic', () => {
  const trained = async () => {
    await userData.update('topics', () => [topic]);
    await trainExampleTopics({ digest, userData, index: async () => index });
    return (await userData.get('topics')).map(parseStoredTopic);
  };
  const arrivals = papers.map((one) => ({
    paper: one,
    kind: 'check' as const,
    at: '2026-03-10T09:00:00.000Z',
  }));

  it('matches papers similar to its examples, and not the examples', async () => {
    const topics = await trained();
    const { alerts } = matchCandidates({ topics, arrivals, alerted: [], now });
    expect(alerts.map(({ work }) => work)).toEqual(['arxiv:2603.00002']);
  });

  it('matches nothing before it is trained', () => {
    const request = { topics: [topic], arrivals, alerted: [], now };
    expect(matchCandidates(request).alerts).toEqual([]);
  });

  it('explains how similar a paper is, and by which words', async () => {
    const [one] = await trained();
    const [, second, folding] = papers;
    const check = (which = second) => one && which && explainTopic(one, which)[0];
    expect(check()).toMatchObject({ kind: 'like', least: 25, holds: true });
    expect(check(folding)).toMatchObject({ has: 0, words: [], holds: false });
  });

  it('is not trained where it has a model or no example is stored', async () => {
    await userData.update('topics', () => [
      { ...topic, like: { ...like, examples: ['doi:10.1/x'] } },
    ]);
    await trainExampleTopics({ digest, userData, index: async () => index });
    expect((await userData.get('topics'))[0]?.model).toBeUndefined();
    const before = await trained();
    await trainExampleTopics({
      digest,
      userData,
      index: () => Promise.reject(new Error('not to be asked')),
    });
    expect((await userData.get('topics')).map(parseStoredTopic)).toEqual(before);
  });

  it('can be previewed before it is followed', async () => {
    const sources = { userData, digest, index: async () => index, now: () => now };
    const preview = await examplePreview({ like }, sources);
    expect(preview.matches.map((one) => one.paper.id)).toEqual(['arxiv:2603.00002']);
    expect(preview.examples.map((one) => one.paper.id)).toEqual(like.examples);
    expect(preview.strongest.length).toBeGreaterThan(0);
    await expect(
      examplePreview({ like: { ...like, examples: ['arxiv:9'] } }, sources),
    ).rejects.toThrow('None of the examples');
  });
});
