import { expect, it } from 'vitest';
import { badgeNews } from '../../../lib/answer/unread.ts';
import type { AuthoredStore } from '../../../lib/authored/authored.ts';
import { authoredStore } from '../../../lib/browser/authored-store.ts';
import type { Arrival, Queued } from '../../../lib/digest/store.ts';
import type { Moment, Paper, PaperId } from '../../../lib/paper/paper.ts';
import { makeTopic } from '../../../lib/topics/topic.ts';
import {
  type CopySources,
  exchangeCopies,
  expectExchange,
} from '../../../lib/upkeep/exchange-copies.ts';
import { alertArrivals, alertRecounts } from '../../../lib/upkeep/raise-alerts.ts';
import { MemoryArea } from '../memory-area.ts';
import { Life } from '../mortal.ts';
import { paper } from '../search/papers.ts';
import { Account, AccountView } from './account.ts';

const days = Number(process.env.KINDRED_DAYS ?? 200);
const start = Date.parse('2026-01-01T00:00:00.000Z');
const minutes = (day: number, minute: number) => start + day * 86_400_000 + minute * 60_000;
const momentOf = (time: number): Moment => new Date(time).toISOString();
const created = momentOf(start - 86_400_000);
const topics = [
  makeTopic({ id: 'plain', name: '', query: 'sparse', created }),
  makeTopic({ id: 'limited', name: '', query: 'experts', created, least: 20 }),
];

/** A generator of its own, so that every run is the same. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const chance = random(7);
const papers = new Map<PaperId, Paper>();

/** A computer: what outlives its workers, and its view of the account. */
class Computer {
  readonly account: AccountView;
  readonly area = new MemoryArea();
  /** How many works were new on its badge since its reader looked before. */
  shown = 0;
  deaths = 0;
  time = start;
  #queue: Queued<Arrival>[] = [];
  #alarm: number | null = null;
  #places = 0;
  #looked = momentOf(start);

  constructor(account: Account) {
    this.account = new AccountView(account, this.now);
  }

  readonly now = () => momentOf(this.time);

  readonly #digest = {
    arrivals: async () => this.#queue.slice(),
    seen: async (places: number[]) => {
      this.#queue = this.#queue.filter(({ place }) => !places.includes(place));
    },
    get: async (ids: PaperId[]) => ids.flatMap((id) => papers.get(id) ?? []),
    currentIds: async (ids: PaperId[]) => ids,
  };

  /** One life of a worker. One in ten ends in the middle, and an alarm wakes the next. */
  async #live(work: (copies: LivingSources) => Promise<void>): Promise<void> {
    for (;;) {
      const dies = chance() < 0.1;
      const nth = dies ? 1 + Math.floor(chance() * 30) : Number.POSITIVE_INFINITY;
      const life = new Life(nth, chance() < 0.5);
      const copies = {
        authored: authoredStore(life.wrap(this.area)),
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

  async prepare(computer: string): Promise<void> {
    await authoredStore(this.area).update('topics', () => topics);
    await authoredStore(this.area).update('copying', (copying) => ({
      ...copying,
      on: created,
      computer,
    }));
  }

  /** What a start of the worker does, again where it is replayed. */
  async check(ids: PaperId[]): Promise<void> {
    for (const id of ids) {
      this.#queue.push({ id, kind: 'check', at: this.now(), place: ++this.#places });
    }
    await this.#live(async (copies) => {
      await exchangeCopies(copies);
      const sources = { digest: this.#digest, authored: copies.authored, now: this.now };
      while ((await alertArrivals(sources)) > 0);
      await alertRecounts(sources);
      await expectExchange(copies);
    });
  }

  /** Some minutes, in which alarms go off and the browser brings what the account has. */
  async rest(): Promise<void> {
    for (let minute = 0; minute < 3; minute++) {
      this.time += 60_000;
      const isDue = this.#alarm !== null && this.#alarm <= this.time;
      if (isDue) this.#alarm = null;
      if (this.account.meet() || isDue) {
        await this.#live(async (copies) => void (await exchangeCopies(copies)));
      }
    }
    this.account.meet();
  }

  /** Its reader looks at the badge. */
  async look(): Promise<void> {
    const sources = { authored: authoredStore(this.area), digest: this.#digest };
    this.shown += (await badgeNews(sources, this.now(), this.#looked)).total;
    this.#looked = this.now();
  }

  alerted = async () => Object.keys(await authoredStore(this.area).get('alerts'));
}

type LivingSources = CopySources & { authored: AuthoredStore };

it(`announces nothing twice and misses nothing in ${days} days on two devices`, async () => {
  const due = new Set<PaperId>();
  const account = new Account();
  const computers = [new Computer(account), new Computer(account)];
  for (const [number, computer] of computers.entries()) await computer.prepare(`c${number}`);

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
    // Counts grow; a paper may pass a topic's limit days after it was listed.
    for (const [id, one] of papers) {
      const age = day - Number(one.arxivId?.split('.')[0]);
      if (age > 16) papers.delete(id);
      if (chance() >= 0.05 || one.title !== 'Experts' || age >= 10) continue;
      papers.set(id, { ...one, upvotes: (one.upvotes ?? 0) + 3 });
      if ((one.upvotes ?? 0) + 3 >= 20) due.add(id);
    }
    // A new version, a second day or a replayed queue brings papers again.
    const again = [...papers.keys()].filter(() => chance() < 0.1);
    for (const [number, computer] of computers.entries()) {
      // The second is often off, for days on end; the first now and then.
      const isOff = number === 1 ? day % 20 < 6 || chance() < 0.3 : chance() < 0.1;
      if (isOff && day < days - 1) continue;
      computer.time = minutes(day, 360 + number * 180);
      // A browser that has just begun may check before its account has come.
      if (chance() < 0.5) computer.account.meet();
      const missed = [...papers.values()].filter(({ listedAt }) => listedAt !== null);
      await computer.check(isOff ? today : [...missed.map(({ id }) => id), ...again]);
      await computer.rest();
      await computer.look();
    }
  }

  const told = new Set((await Promise.all(computers.map((one) => one.alerted()))).flat());
  expect([...due].filter((id) => !told.has(id))).toEqual([]);
  expect(computers.reduce((sum, { shown }) => sum + shown, 0)).toBe(due.size);
  expect(due.size).toBeGreaterThan(days * 0.35);
  for (const { account: view, deaths } of computers) {
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
