/** Today's version and a real 0.1, bundled into the fixture, in one account. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../../lib/paper/paper.ts';
import * as today from '../../stored-state/sync-entry.ts';
import { paper } from '../search/papers.ts';
import { Account, AccountView } from '../sync/fake-account.ts';
import { type SyncedDevice as Device, SyncedDevice, type SyncParts } from './synced-device.ts';

const bundle = new URL('../../fixtures/stored-0.1/sync-parts.mjs', import.meta.url).href;

let old: SyncParts;
let time: number;
let account: Account;

beforeAll(async () => {
  old = await import(/* @vite-ignore */ bundle);
});
beforeEach(() => {
  time = Date.parse('2026-11-20T10:00:00.000Z');
  account = new Account();
});

const now = () => new Date(time).toISOString();
const device = (name: string, parts: SyncParts) =>
  new SyncedDevice(name, parts, new AccountView(account, now), { now });

const listedPaper = (number: number, title: string): Paper =>
  paper(`arxiv:2611.0000${number}`, title, '', { listedAt: '2026-11-20' });
const news = [listedPaper(1, 'Zebrafish in motion'), listedPaper(2, 'Zebrafish asleep')];

/** Minutes in which both sync and the browser carries items over, until nothing moves. */
async function meet(...devices: Device[]): Promise<void> {
  for (let round = 0; round < 5; round++) {
    for (const one of devices) {
      time += 61_000;
      one.account.meet();
      await one.sync();
      one.account.meet();
    }
  }
}

async function expectSame(one: Device, other: Device): Promise<void> {
  expect(await other.topics()).toEqual(await one.topics());
  expect((await one.syncState()).problem).toBeNull();
  expect((await other.syncState()).problem).toBeNull();
}

describe.each([
  ['0.1 starts the sync and today’s version joins', () => [old, today]],
  ['today’s version starts the sync and 0.1 joins', () => [today, old]],
] as const)('%s', (_, versions) => {
  let first: Device;
  let second: Device;
  beforeEach(async () => {
    const [one, two] = versions() as [SyncParts, SyncParts];
    first = device('a', one);
    second = device('b', two);
  });

  it('loses and doubles no topic over rounds of changes on both', async () => {
    const zebrafish = await first.follow('zebrafish');
    const like = { examples: ['arxiv:1', 'arxiv:2'], not: ['arxiv:3'], struck: ['fish'] };
    await first.follow('', { name: 'Like these', like, least: 2 });
    await first.follow('"key-value cache"', { least: 20, quiet: true, arxiv: true });
    // The same topic made on both is one.
    await second.follow('zebrafish');
    const proteins = await second.follow('protein design');
    await first.startSync();
    await second.startSync();
    await meet(first, second);
    expect(await first.topics()).toHaveLength(4);
    await expectSame(first, second);

    for (let round = 0; round < 3; round++) {
      await second.edit(proteins, `Proteins ${round}`, `protein design ${round}`);
      await first.follow(`otters ${round}`);
      await meet(first, second);
      await expectSame(first, second);
    }
    expect(await first.topics()).toHaveLength(7);
    expect(await first.topics()).toContainEqual(
      expect.objectContaining({ name: 'Proteins 2', query: 'protein design 2' }),
    );
    await first.unfollow(proteins);
    await meet(second, first);
    expect(await second.topics()).toHaveLength(6);
    await expectSame(first, second);
    expect(await first.topics()).toContainEqual(expect.objectContaining({ id: zebrafish }));
  });

  it('carries what was read both ways, and what is unread again', async () => {
    await first.follow('zebrafish');
    await first.startSync();
    await second.startSync();
    await meet(first, second);
    await first.find(news);
    await second.find(news);
    const [one, two] = news.map(({ id }) => id) as [string, string];
    await first.read(one);
    await second.read(two);
    await meet(first, second);
    expect(await first.readIds()).toEqual([one, two]);
    expect(await second.readIds()).toEqual([one, two]);
    await second.read(one, false);
    await meet(first, second);
    expect(await first.readIds()).toEqual([two]);
    expect(await second.readIds()).toEqual([two]);
  });

  it('alerts to a paper on only one device, whichever finds it first', async () => {
    await first.follow('zebrafish');
    await first.startSync();
    await second.startSync();
    await meet(first, second);
    await first.find(news.slice(0, 1));
    await meet(first, second);
    await second.find(news);
    await meet(first, second);
    await first.find(news);
    await meet(first, second);
    expect([await first.badge(), await second.badge()]).toEqual([1, 1]);
  });

  it('writes nothing once both know the same', async () => {
    await first.follow('zebrafish');
    await first.startSync();
    await second.startSync();
    await first.find(news);
    await meet(first, second);
    const before = first.account.writes.length + second.account.writes.length;
    await meet(first, second);
    expect(first.account.writes.length + second.account.writes.length).toBe(before);
  });
});

describe('an account that a newer version has written', () => {
  it('is left unchanged by 0.1 and by today’s version', async () => {
    const items = { copy: { version: 2 }, 'topic.x': { at: now(), value: { of: 'tomorrow' } } };
    account.items = structuredClone(items);
    for (const one of [device('a', old), device('b', today)]) {
      await one.follow('zebrafish');
      one.account.meet();
      await one.startSync();
      time += 61_000;
      await one.sync();
      one.account.meet();
      expect(account.items).toEqual(items);
      expect((await one.syncState()).problem).toBe('newer');
      expect(await one.topics()).toHaveLength(1);
    }
  });
});

describe('a field that a newer version adds to a topic', () => {
  it('stays in the account when a device changes something else', async () => {
    const topic = { id: 'x', name: 'Otters', query: 'otters', created: now(), color: 'brown' };
    account.items = { copy: { version: 1 }, 'topic.x': { at: now(), value: topic } };
    const one = device('a', today);
    one.account.meet();
    await one.startSync();
    await one.follow('zebrafish');
    await meet(one);
    expect(Object.keys(account.items).filter((key) => key.startsWith('topic.'))).toHaveLength(2);
    expect(account.items['topic.x']).toMatchObject({ value: topic });
  });
});
