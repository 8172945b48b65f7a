import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  dismissSyncOffer,
  type SyncAnswerSources,
  startSync,
  stopSync,
  syncStatus,
} from '../../../lib/answers/sync/sync-status.ts';
import {
  editTopic,
  followTopic,
  restoreTopic,
  unfollowTopic,
} from '../../../lib/answers/topics/topics.ts';
import { setMark } from '../../../lib/answers/user-data/marks.ts';
import { scheduleSync, syncOnce } from '../../../lib/jobs/sync/sync-once.ts';
import { LocalUserDataStore } from '../../../lib/storage/user-data-store.ts';
import { parseStoredTopic } from '../../../lib/topics/stored-topics.ts';
import { type Topic, toTopic } from '../../../lib/topics/topic.ts';
import type { UserDataStore } from '../../../lib/user-data/user-data.ts';
import { Life } from '../killable.ts';
import { MemoryArea } from '../memory-storage-area.ts';
import { Account, AccountView } from './fake-account.ts';

let time: number;
const now = () => new Date(time).toISOString();
const ids = ['arxiv:1', 'arxiv:2', 'arxiv:3'];

/** One device with its account and its alarm. */
class Device {
  readonly area = new MemoryArea();
  readonly userData: UserDataStore = new LocalUserDataStore(this.area);
  readonly account: AccountView;
  alarm: number | null = null;
  #made = 0;
  readonly name: string;

  constructor(name: string, account: Account) {
    this.name = name;
    this.account = new AccountView(account, now);
  }

  sources(life: Life | null = null): SyncAnswerSources {
    const copies = {
      userData: life ? new LocalUserDataStore(life.wrap(this.area)) : this.userData,
      account: life ? life.wrap(this.account) : this.account,
      paperIds: async () => ids,
      wakeAt: async (at: number | null) => {
        this.alarm = at;
      },
      wakeBy: async (at: number) => {
        this.alarm = Math.min(at, this.alarm ?? at);
      },
      now,
    };
    return { ...copies, exchange: async () => void (await syncOnce(copies)) };
  }

  exchange = () => syncOnce(this.sources());

  async follow(query: string, more: Partial<Topic> = {}): Promise<Topic> {
    const id = `${this.name}${++this.#made}`;
    const topics = { userData: this.userData, now, newId: () => id };
    const made = await followTopic({ name: query, query, ...more }, topics as never);
    await scheduleSync(this.sources());
    return made;
  }

  topics = async (): Promise<Topic[]> =>
    (await this.userData.get('topics')).map((topic) => toTopic(parseStoredTopic(topic)));
  queries = async () => (await this.topics()).map(({ query }) => query).sort();
  read = async () => {
    const marks = await this.userData.get('marks');
    return Object.keys(marks).filter((id) => marks[id]?.read);
  };
}

let account: Account;
let here: Device;
let there: Device;

beforeEach(() => {
  time = Date.parse('2026-03-01T10:00:00.000Z');
  account = new Account();
  here = new Device('a', account);
  there = new Device('b', account);
});

/** Lets minutes pass in which both devices sync, until nothing changes. */
async function meet(): Promise<void> {
  for (let round = 0; round < 4; round++) {
    for (const device of [here, there]) {
      time += 61_000;
      device.account.meet();
      await device.exchange();
      device.account.meet();
    }
  }
}

async function bothOn(): Promise<void> {
  await startSync(here.sources());
  await startSync(there.sources());
  await meet();
}

describe('sync', () => {
  it('is off until it is turned on', async () => {
    await here.follow('sparse');
    await here.exchange();
    expect(here.account.writes).toEqual([]);
    expect(here.alarm).toBeNull();
    expect(await syncStatus(here.sources())).toMatchObject({ on: false, found: null });
  });

  it('offers what another device has before anything is merged, once, and merges it on request', async () => {
    await startSync(here.sources());
    await here.follow('sparse');
    await here.follow('experts');
    await there.follow('experts');
    await meet();
    expect(await there.queries()).toEqual(['experts']);
    const state = await syncStatus(there.sources());
    expect(state).toMatchObject({ on: false, found: { topics: 1, names: ['sparse'] } });
    expect(state.notNow).toBe(false);
    await dismissSyncOffer(there.sources());
    expect(await syncStatus(there.sources())).toMatchObject({ notNow: true, found: { topics: 1 } });
    time += 1_000;
    await here.follow('protein');
    await meet();
    expect((await syncStatus(there.sources())).notNow).toBe(false);
    expect(await startSync(there.sources())).toMatchObject({ on: true, found: null });
    expect(await there.queries()).toEqual(['experts', 'protein', 'sparse']);
    await meet();
    expect(await here.queries()).toEqual(['experts', 'protein', 'sparse']);
  });

  it('syncs edits, deletions, and papers that are read or unread again', async () => {
    await bothOn();
    const made = await here.follow('sparse');
    await setMark(here.userData, 'read', ['arxiv:1', 'arxiv:9'], true, now());
    await meet();
    expect(await there.queries()).toEqual(['sparse']);
    expect(await there.read()).toEqual(['arxiv:1']);
    await setMark(there.userData, 'read', ['arxiv:1'], false, now());
    await editTopic({ ...made, query: 'dense' }, { userData: there.userData, now } as never);
    await meet();
    // A paper stays read that the other device does not have.
    expect(await here.read()).toEqual(['arxiv:9']);
    expect(await here.queries()).toEqual(['dense']);
    await unfollowTopic(made.id, here.userData);
    await meet();
    expect(await there.topics()).toEqual([]);
    await restoreTopic(made, here.userData);
    await meet();
    expect(await there.queries()).toEqual(['sparse']);
  });

  it('writes at least a minute apart, and changes of the meantime together', async () => {
    await startSync(here.sources());
    for (let second = 0; second < 300; second++) {
      time += 1_000;
      if (second % 7 === 0) await here.follow(`topic ${second}`);
      if (here.alarm !== null && here.alarm <= time) {
        here.alarm = null;
        await here.exchange();
      }
      if (second % 11 === 0) await here.exchange();
    }
    const at = here.account.writes.map((write) => Date.parse(write.at));
    expect(at.length).toBeGreaterThan(3);
    at.forEach((moment, place) => {
      expect(moment - (at[place - 1] ?? 0)).toBeGreaterThanOrEqual(60_000);
    });
  });

  it('survives a kill of the worker in any call', async () => {
    await startSync(there.sources());
    await there.follow('experts');
    await there.exchange();
    time += 61_000;
    await there.exchange();
    there.account.meet();
    for (const effect of [true, false]) {
      for (let nth = 1; ; nth++) {
        const own = new Device(`c${nth}${effect}`, account);
        await startSync(own.sources());
        await own.follow(`sparse ${nth}`);
        time += 61_000;
        own.account.meet();
        const before = (await own.userData.get('copying')).copy;
        // The alarm that woke the worker is gone.
        own.alarm = null;
        const life = new Life(nth, effect);
        const outcome = await life.race(syncOnce(own.sources(life)));
        if (outcome === 'died') {
          // There is an alarm for a retry, unless nothing was begun.
          const copying = await own.userData.get('copying');
          const isBegun =
            (await own.queries()).length > 1 ||
            JSON.stringify(copying.copy) !== JSON.stringify(before);
          expect(own.alarm !== null || !isBegun, `call ${nth}`).toBe(true);
          time += 61_000;
          await own.exchange();
        }
        expect(await own.queries()).toContain('experts');
        own.account.meet();
        expect(JSON.stringify(account.items)).toContain(`sparse ${nth}`);
        if (outcome !== 'died') break;
      }
    }
  });

  it('reports what the browser rejects, keeps everything and tries again', async () => {
    await startSync(here.sources());
    await here.follow('sparse');
    time += 61_000;
    here.account.refuses = 'full';
    await here.exchange();
    expect(await syncStatus(here.sources())).toMatchObject({ on: true, problem: 'full' });
    expect(here.alarm).toBe(time + 30 * 60_000);
    here.account.refuses = null;
    time += 30 * 60_000;
    await here.exchange();
    expect(await syncStatus(here.sources())).toMatchObject({ problem: null });
    expect(here.account.writes.length).toBeGreaterThan(0);
    there.account.refuses = 'unavailable';
    await expect(startSync(there.sources())).rejects.toThrow('nothing left this device');
    expect(await syncStatus(there.sources())).toMatchObject({ on: false, problem: 'unavailable' });
  });

  it('reports what did not fit into the account', async () => {
    await startSync(here.sources());
    for (let at = 0; at < 250; at++) await here.follow(`topic ${at} ${'x'.repeat(200)}`);
    time += 61_000;
    await here.exchange();
    const { left } = await syncStatus(here.sources());
    expect(left.topics).toBeGreaterThan(50);
    expect(here.account.writes.at(-1)?.bytes).toBeLessThanOrEqual(60_000);
  });

  it('is turned off on every device when the account is emptied, and only here otherwise', async () => {
    await bothOn();
    await here.follow('sparse');
    await meet();
    expect(await stopSync({ deleteCopy: false }, there.sources())).toMatchObject({ on: false });
    await here.follow('experts');
    await meet();
    expect(await there.queries()).toEqual(['sparse']);
    await startSync(there.sources());
    await meet();
    time += 1_000;
    await stopSync({ deleteCopy: true }, here.sources());
    // With a clock that is an hour ahead.
    here.account.meet();
    const ended = new Date(time + 3_600_000).toISOString();
    account.items = { copy: { version: 1, ended } };
    await meet();
    expect(Object.keys(account.items)).toEqual(['copy']);
    expect(await syncStatus(there.sources())).toMatchObject({ on: false, problem: 'ended' });
    expect(await there.queries()).toEqual(['experts', 'sparse']);
    await startSync(there.sources());
    await meet();
    expect(await syncStatus(here.sources())).toMatchObject({ on: false, found: null });
    expect(await syncStatus(there.sources())).toMatchObject({ on: true, problem: null });
  });

  it('does not touch what a later version wrote', async () => {
    account.items = { copy: { version: 2 }, 'topic.x': 'unknown' };
    here.account.meet();
    await startSync(here.sources());
    await here.follow('sparse');
    await meet();
    expect(account.items).toEqual({ copy: { version: 2 }, 'topic.x': 'unknown' });
    expect(await syncStatus(here.sources())).toMatchObject({ problem: 'newer' });
  });

  it('converges on two devices that were changed apart, and loses nothing', async () => {
    const act = fc.record({
      on: fc.boolean(),
      do: fc.constantFrom('follow', 'read', 'unread', 'meet', 'exchange'),
      which: fc.integer({ min: 0, max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
        time = Date.parse('2026-03-01T10:00:00.000Z');
        account = new Account();
        [here, there] = [new Device('a', account), new Device('b', account)];
        await bothOn();
        const made: string[] = [];
        for (const { on, do: what, which } of acts) {
          time += 1_000;
          const device = on ? here : there;
          const id = ids[which] ?? '';
          if (what === 'follow') made.push((await device.follow(`q${made.length}`)).query);
          else if (what === 'meet') device.account.meet();
          else if (what === 'exchange') await device.exchange();
          else await setMark(device.userData, 'read', [id], what === 'read', now());
        }
        await meet();
        expect(await here.queries()).toEqual(made.sort());
        expect(await there.queries()).toEqual(made.sort());
        expect((await here.read()).sort()).toEqual((await there.read()).sort());
        const writes = here.account.writes.length + there.account.writes.length;
        await meet();
        expect(here.account.writes.length + there.account.writes.length).toBe(writes);
      }),
      { numRuns: 40 },
    );
  });
});
