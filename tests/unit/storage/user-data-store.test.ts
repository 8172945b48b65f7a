import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LocalUserDataStore } from '../../../lib/storage/user-data-store.ts';
import { parseStored } from '../../../lib/user-data/parse-stored.ts';
import type { KindRules, UserDataStore } from '../../../lib/user-data/user-data.ts';

const moment = '2026-01-01T00:00:00.000Z';
const topic = { id: 't1', name: 'Agents', query: 'agents', created: moment, parsed: null };

let store: UserDataStore;

beforeEach(() => {
  store = new LocalUserDataStore();
});

async function stored(key: string): Promise<unknown> {
  return (await fakeBrowser.storage.local.get(key))[key];
}

describe('LocalUserDataStore', () => {
  it('returns defaults before anything was written', async () => {
    expect(await store.get('topics')).toEqual([]);
    expect(await store.get('marks')).toEqual({});
    expect(await store.get('alerts')).toEqual({});
    expect(await store.get('settings')).toEqual({ panel: {}, readByViewing: true });
    expect(await store.get('install')).toBeNull();
  });

  it('stores each kind with its version', async () => {
    await store.update('topics', (topics) => [...topics, topic]);
    expect(await stored('authored.topics')).toEqual({ version: 1, data: [topic] });
    expect(await new LocalUserDataStore().get('topics')).toEqual([topic]);
  });

  it('loses none of several concurrent changes', async () => {
    const ids = Array.from({ length: 20 }, (_, n) => `arxiv:2601.${10000 + n}`);
    await Promise.all(
      ids.map((id) =>
        store.update('marks', (marks) => ({ ...marks, [id]: { read: moment, saved: null } })),
      ),
    );
    expect(Object.keys(await store.get('marks'))).toEqual(ids);
  });

  it('goes on after a change that failed', async () => {
    const failing = store.update('topics', () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await store.update('topics', () => [topic])).toEqual([topic]);
  });

  it('writes nothing when nothing changed', async () => {
    await store.update('topics', (topics) => topics);
    expect(await stored('authored.topics')).toBeUndefined();
  });

  it.each([
    ['topics', [topic, { id: 7 }], [topic]],
    ['topics', 'nonsense', []],
    [
      'marks',
      { 'arxiv:1': { read: moment, saved: null }, 'arxiv:2': 5 },
      { 'arxiv:1': { read: moment, saved: null } },
    ],
    ['settings', { panel: 3, readByViewing: false }, { panel: {}, readByViewing: false }],
    ['alerts', null, {}],
  ] as const)('keeps what is good of damaged %s, and the rest aside', async (kind, data, good) => {
    const damaged = { version: 1, data };
    await fakeBrowser.storage.local.set({ [`authored.${kind}`]: damaged });
    expect(await store.get(kind)).toEqual(good);
    expect(await stored(`authored.${kind}`)).toEqual(damaged);
    await store.update(kind, (known) => known);
    expect(await stored(`authored.${kind}.kept`)).toEqual(damaged);
    expect(await stored(`authored.${kind}`)).toEqual({ version: 1, data: good });
  });

  it('parses a topic’s query again when another version parsed it', async () => {
    const parsed = { version: 99, clauses: [] };
    await fakeBrowser.storage.local.set({
      'authored.topics': { version: 1, data: [{ ...topic, parsed }] },
    });
    expect(await store.get('topics')).toEqual([topic]);
  });

  it('deletes its own items', async () => {
    await fakeBrowser.storage.local.set({ other: 1 });
    await store.update('topics', () => [topic]);
    await store.clear();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ other: 1 });
  });
});

describe('parseStored', () => {
  const rules: KindRules<number[]> = {
    version: 3,
    empty: () => [],
    schema: v.array(v.number()),
    salvage: () => [],
    migrations: {
      1: (data) => [...(data as number[]), 1],
      2: (data) => [...(data as number[]), 2],
    },
  };

  it.each([
    [undefined, [], false],
    [{ version: 3, data: [9] }, [9], false],
    [{ version: 2, data: [9] }, [9, 2], true],
    [{ version: 1, data: [9] }, [9, 1, 2], true],
    [{ version: 0, data: [9] }, [], true],
    [{ version: 1, data: 7 }, [], true],
    [{ version: 4, data: [9] }, [9], true],
    ['nonsense', [], true],
  ])('%j', (stored, data, keep) => {
    expect(parseStored(rules, stored)).toMatchObject({ data, keep });
  });
});
