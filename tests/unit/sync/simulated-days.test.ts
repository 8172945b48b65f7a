import { expect, it } from 'vitest';
import type { NewPaper, Queued } from '../../../lib/digest/store.ts';
import { alertNewPapers, alertPendingPapers } from '../../../lib/jobs/raise-alerts.ts';
import { type SyncSources, scheduleSync, syncOnce } from '../../../lib/jobs/sync/sync-once.ts';
import { unreadSummary } from '../../../lib/jobs/unread-summary.ts';
import type { Paper, PaperId } from '../../../lib/paper/paper.ts';
import { LocalUserDataStore } from '../../../lib/storage/user-data-store.ts';
import type { Moment } from '../../../lib/time/days.ts';
import { makeTopic } from '../../../lib/topics/topic.ts';
import type { UserDataStore } from '../../../lib/user-data/user-data.ts';
import { Life } from '../killable.ts';
import { MemoryArea } from '../memory-storage-area.ts';
import { paper } from '../search/papers.ts';
import { Account, AccountView } from './fake-account.ts';

const days = Number(process.env.KINDRED_DAYS ?? 200);
const start = Date.parse('2026-01-01T00:00:00.000Z');
const minutes = (day: number, minute: number) => start + day * 86_400_000 + minute * 60_000;
const momentOf = (time: number): Moment => new Date(time).toISOString();
const created = momentOf(start - 86_400_000);
const topics = [
  makeTopic({ id: 'plain', name: '', query: 'sparse', created }),
  makeTopic({ id: 'limited', name: '', query: 'experts', created, least: 20 }),
];

/** A seeded generator, so that every run is the same. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const chance = random(7);
const papers = new Map<PaperId, Paper>();

/** A device: what outlives its workers, and its view of the account. */
class Device {
  readonly account: AccountView;
  readonly area = new MemoryArea();
  /** How many papers were new on its badge each time its user looked. */
  shown = 0;
  deaths = 0;
  time = start;
  #queue: Queued<NewPaper>[] = [];
  #alarm: number | null = null;
  #lastKey = 0;
  #looked = momentOf(start);

  constructor(account: Account) {
    this.account = new AccountView(account, this.now);
  }

  readonly now = () => momentOf(this.time);

  readonly #digest = {
    newPapers: async () => this.#queue.slice(),
    ackNewPapers: async (keys: number[]) => {
      this.#queue = this.#queue.filter(({ key }) => !keys.includes(key));
    },
    get: async (ids: PaperId[]) => ids.flatMap((id) => papers.get(id) ?? []),
    currentIds: async (ids: PaperId[]) => ids,
  };

  /** One life of a worker. One in ten is killed, and an alarm wakes the next. */
  async #live(work: (copies: LivingSources) => Promise<void>): Promise<void> {
    for (;;) {
      const dies = chance() < 0.1;
      const nth = dies ? 1 + Math.floor(chance() * 30) : Number.POSITIVE_INFINITY;
      const life = new Life(nth, chance() < 0.5);
      const copies = {
        userData: new LocalUserDataStore(life.wrap(this.area)),
        account: life.wrap(this.account),
        paperIds: async () => [...papers.keys()],
        wakeAt: async (time: number | null) => {
          this.#alarm = time;
        },
        wakeBy: async (time: number) => {
          this.#alarm = Math.min(time, this.#alarm ?? time);
        },
        now: this.now,
      };
      if ((await life.race(work(copies))) !== 'died') return;
      this.deaths += 1;
      this.time += 60_000;
    }
  }

  async prepare(name: string): Promise<void> {
    await new LocalUserDataStore(this.area).update('topics', () => topics);
    await new LocalUserDataStore(this.area).update('copying', (copying) => ({
      ...copying,
      on: created,
      computer: name,
    }));
  }

  /** What a start of the worker does, also when it is replayed. */
  async check(ids: PaperId[]): Promise<void> {
    for (const id of ids) {
      this.#queue.push({ id, kind: 'check', at: this.now(), key: ++this.#lastKey });
    }
    await this.#live(async (copies) => {
      await syncOnce(copies);
      const sources = { digest: this.#digest, userData: copies.userData, now: this.now };
      while ((await alertNewPapers(sources)) > 0);
      await alertPendingPapers(sources);
      await scheduleSync(copies);
    });
  }

  /** Lets minutes pass, in which alarms fire and the browser syncs the account. */
  async rest(): Promise<void> {
    for (let minute = 0; minute < 3; minute++) {
      this.time += 60_000;
      const isDue = this.#alarm !== null && this.#alarm <= this.time;
      if (isDue) this.#alarm = null;
      if (this.account.meet() || isDue) {
        await this.#live(async (copies) => void (await syncOnce(copies)));
      }
    }
    this.account.meet();
  }

  /** The user looks at the badge. */
  async look(): Promise<void> {
    const sources = { userData: new LocalUserDataStore(this.area), digest: this.#digest };
    this.shown += (await unreadSummary(sources, this.now(), this.#looked)).total;
    this.#looked = this.now();
  }

  alerted = async () => Object.keys(await new LocalUserDataStore(this.area).get('alerts'));
}

type LivingSources = SyncSources & { userData: UserDataStore };

it(`announces nothing twice and misses nothing in ${days} days on two devices`, async () => {
  const due = new Set<PaperId>();
  const account = new Account();
  const devices = [new Device(account), new Device(account)];
  for (const [number, device] of devices.entries()) await device.prepare(`c${number}`);

  for (let day = 0; day < days; day++) {
    const today: PaperId[] = [];
    for (let number = 0; number < 1; number++) {
      const title = chance() < 0.4 ? 'Sparse' : chance() < 0.5 ? 'Experts' : 'Dense';
      const upvotes = Math.floor(chance() * 30);
      const listedAt = momentOf(minutes(day, 0)).slice(0, 10);
      const one = paper(`${day}.${number}`, title, '', { listedAt, upvotes });
      papers.set(one.id, one);
      today.push(one.id);
      if (title === 'Sparse' || (title === 'Experts' && upvotes >= 20)) due.add(one.id);
    }
    // Upvotes grow; a paper may pass a topic's limit days after it was listed.
    for (const [id, one] of papers) {
      const age = day - Number(one.arxivId?.split('.')[0]);
      if (age > 16) papers.delete(id);
      if (chance() >= 0.05 || one.title !== 'Experts' || age >= 10) continue;
      papers.set(id, { ...one, upvotes: (one.upvotes ?? 0) + 3 });
      if ((one.upvotes ?? 0) + 3 >= 20) due.add(id);
    }
    // New versions, second listings and replayed queues bring papers again.
    const again = [...papers.keys()].filter(() => chance() < 0.1);
    for (const [number, device] of devices.entries()) {
      // The second device is often off for days; the first now and then.
      const isOff = number === 1 ? day % 20 < 6 || chance() < 0.3 : chance() < 0.1;
      if (isOff && day < days - 1) continue;
      device.time = minutes(day, 360 + number * 180);
      // A browser that has just started may check before its account has synced.
      if (chance() < 0.5) device.account.meet();
      const missed = [...papers.values()].filter(({ listedAt }) => listedAt !== null);
      await device.check(isOff ? today : [...missed.map(({ id }) => id), ...again]);
      await device.rest();
      await device.look();
    }
  }

  const alerted = new Set((await Promise.all(devices.map((one) => one.alerted()))).flat());
  expect([...due].filter((id) => !alerted.has(id))).toEqual([]);
  expect(devices.reduce((sum, { shown }) => sum + shown, 0)).toBe(due.size);
  expect(due.size).toBeGreaterThan(days * 0.35);
  for (const { account: view, deaths } of devices) {
    expect(deaths).toBeGreaterThan(days / 40);
    view.writes.forEach(({ at, bytes, items, largest }, place) => {
      const before = view.writes[place - 1]?.at ?? '';
      expect(Date.parse(at) - (Date.parse(before) || 0)).toBeGreaterThanOrEqual(60_000);
      expect(bytes).toBeLessThanOrEqual(60_000);
      expect(items).toBeLessThanOrEqual(512);
      expect(largest).toBeLessThanOrEqual(8_192);
    });
  }
}, 120_000);
