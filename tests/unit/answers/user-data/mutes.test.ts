import { beforeEach, describe, expect, it } from 'vitest';
import {
  exportUserData,
  mergeUserData,
  undoUserData,
} from '../../../../lib/answers/import/merge-user-data.ts';
import {
  listMutes,
  muteInPanels,
  muteInTopic,
  mutesBeside,
} from '../../../../lib/answers/user-data/mutes.ts';
import type { MuteRule } from '../../../../lib/mutes/mute-rule.ts';
import { LocalUserDataStore } from '../../../../lib/storage/user-data-store.ts';
import { makeTopic } from '../../../../lib/topics/topic.ts';
import type { UserDataStore } from '../../../../lib/user-data/user-data.ts';
import { MemoryArea } from '../../memory-storage-area.ts';

const now = '2026-03-12T10:00:00.000Z';
const word: MuteRule = { kind: 'word', what: 'tokenizer' };
const author: MuteRule = { kind: 'author', what: 'Ada Okafor' };
const beside = { ids: ['arxiv:2603.00001', 'doi:10.1000/abc'], title: 'Sparse Experts' };
const query = makeTopic({ id: 'q', name: 'Experts', query: 'experts', created: now });
const like = {
  ...makeTopic({
    id: 'l',
    name: 'Like one',
    query: '',
    created: now,
    like: { examples: ['arxiv:2603.00001'], not: [], struck: [] },
  }),
  model: { averageLength: 100, weights: [] },
};

let userData: UserDataStore;
beforeEach(async () => {
  userData = new LocalUserDataStore(new MemoryArea());
  await userData.update('topics', () => [query, like]);
});

describe('ignoring in panels', () => {
  it('apply to one paper by any of its ids, or to all, and can be removed', async () => {
    await muteInPanels({ thing: word, beside, ignored: true }, userData, now);
    await muteInPanels({ thing: author, ignored: true }, userData, now);
    const none = { here: [], everywhere: [author] };
    expect(await mutesBeside(['doi:10.1000/abc'], userData)).toEqual(none);
    expect(await mutesBeside(['arxiv:2603.00001'], userData)).toEqual({
      here: [word],
      everywhere: [author],
    });
    const other = { ids: ['doi:10.1000/abc', 'arxiv:2603.00001'], title: '' };
    await muteInPanels({ thing: word, beside: other, ignored: false }, userData, now);
    expect(await mutesBeside(beside.ids, userData)).toEqual(none);
  });

  it('never touches a topic', async () => {
    const before = await userData.get('topics');
    for (const thing of [word, author, { kind: 'paper' as const, what: 'arxiv:1' }]) {
      await muteInPanels({ thing, ignored: true }, userData, now);
      await muteInPanels({ thing, beside, ignored: true }, userData, now);
    }
    expect(await userData.get('topics')).toEqual(before);
  });

  it('says so where there is too much of it, and forgets nothing', async () => {
    const many = Array.from({ length: 2_000 }, (_, at) => ({
      thing: { kind: 'word' as const, what: `word${at}` },
      at: now,
    }));
    await userData.update('ignored', () => many);
    await expect(muteInPanels({ thing: word, ignored: true }, userData, now)).rejects.toThrow(
      '2000 things',
    );
    expect(await userData.get('ignored')).toHaveLength(2_000);
  });
});

describe('ignoring in a topic', () => {
  it('is kept with the topic, and in no panel', async () => {
    await muteInTopic({ topic: 'q', thing: author, ignored: true }, userData);
    const [kept, other] = await userData.get('topics');
    expect(kept?.ignored).toEqual([author]);
    expect(other).toEqual(like);
    expect(await userData.get('ignored')).toEqual([]);
    await muteInTopic({ topic: 'q', thing: author, ignored: false }, userData);
    expect((await userData.get('topics'))[0]?.ignored ?? []).toEqual([]);
  });

  it('strikes a word out of papers like these, which are then to be learned again', async () => {
    await muteInTopic({ topic: 'l', thing: word, ignored: true }, userData);
    const [, after] = await userData.get('topics');
    expect(after?.like?.struck).toEqual(['tokenizer']);
    expect(after?.model).toBeUndefined();
    await muteInTopic(
      { topic: 'l', thing: { kind: 'word', what: 'Tokenizers' }, ignored: false },
      userData,
    );
    expect((await userData.get('topics'))[1]?.like?.struck).toEqual([]);
  });

  it('says where the topic is gone', async () => {
    await expect(muteInTopic({ topic: 'x', thing: word, ignored: true }, userData)).rejects.toThrow(
      'gone',
    );
  });
});

it('lists every mute with its place', async () => {
  await muteInPanels({ thing: word, beside, ignored: true }, userData, now);
  await muteInPanels({ thing: author, ignored: true }, userData, now);
  await muteInTopic({ topic: 'q', thing: author, ignored: true }, userData);
  await muteInTopic({ topic: 'l', thing: word, ignored: true }, userData);
  expect(await listMutes(userData)).toEqual([
    { thing: author, scope: { in: 'panels' } },
    { thing: word, scope: { in: 'paper', id: beside.ids[0], title: beside.title } },
    { thing: author, scope: { in: 'topic', id: 'q', name: 'Experts' } },
    { thing: word, scope: { in: 'topic', id: 'l', name: 'Like one' } },
  ]);
});

it('imports example topics without merging them: they have no query to compare', async () => {
  const data = await exportUserData(userData);
  const other = new LocalUserDataStore(new MemoryArea());
  await other.update('topics', () => [{ ...like, id: 'other' }]);
  expect((await mergeUserData(data, 'one', other, now)).topics).toBe(2);
  expect((await other.get('topics')).map(({ id }) => id)).toEqual(['other', 'q', 'l']);
});

it('goes out to a file with the shelf and what was refused, comes in once, and is undone', async () => {
  const refused = { 'unlisted title:tides of attention|okafor': now };
  const shelved = { title: 'Tides', authors: [], arxivId: null, doi: '10.1/t', published: null };
  await muteInPanels({ thing: word, beside, ignored: true }, userData, now);
  await muteInTopic({ topic: 'q', thing: author, ignored: true }, userData);
  await userData.update('refused', () => refused);
  await userData.update('shelf', () => ({ 'doi:10.1/t': shelved }));
  const data = await exportUserData(userData);

  const other = new LocalUserDataStore(new MemoryArea());
  const first = { topics: 2, marks: 0, ignored: 2 };
  expect(await mergeUserData(data, 'one', other, now)).toEqual(first);
  expect(await mergeUserData(data, 'two', other, now)).toEqual({ topics: 0, marks: 0, ignored: 0 });
  expect(await exportUserData(other)).toEqual(data);
  expect(await other.get('refused')).toEqual(refused);
  expect(await other.get('shelf')).toEqual({ 'doi:10.1/t': shelved });

  const third = new LocalUserDataStore(new MemoryArea());
  const empty = await exportUserData(third);
  await mergeUserData(data, 'one', third, now);
  await undoUserData('one', third);
  expect(await exportUserData(third)).toEqual(empty);
});
