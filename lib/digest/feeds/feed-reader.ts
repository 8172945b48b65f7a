/**
 * arXiv's feeds, in steps of at most one request each: one conditional request a day per category,
 * in the hours after arXiv has announced. Papers are stored before the state says that their feed
 * was read, so a worker killed in between reads it again, which changes nothing.
 */
import type { PaperId } from '../../paper/paper.ts';
import { addDays, type Day, dayAt, toMoment } from '../../time/days.ts';
import { recordOf } from '../merge.ts';
import type { SourceAnswer } from '../source.ts';
import type { DigestStore } from '../store.ts';
import { nextArxivRequest, retryDelay } from '../update/schedule.ts';
import { initialState, type UpdateStateStore } from '../update/state.ts';
import { parseArxivRss } from './arxiv-rss.ts';
import {
  type Feed,
  type FeedState,
  type FeedStateStore,
  initialFeed,
  type Validators,
} from './feed-state.ts';

/** `text` is null where the feed has not changed since the validators were issued. */
export type FeedAnswer = Validators & { text: string | null };

export interface ArxivFeedSource {
  feed(category: string, known: Validators): Promise<SourceAnswer<FeedAnswer>>;
}

export interface FeedPorts {
  source: ArxivFeedSource;
  store: Pick<DigestStore, 'put' | 'remove' | 'recordBatches'>;
  feeds: FeedStateStore;
  /** Holds the time of the last request to arXiv: all of Kindred's are three seconds apart. */
  updateState: UpdateStateStore;
  /** The user's categories, none until the user adds some, and the months to keep papers for. */
  settings(): Promise<{ categories: string[]; months: number }>;
  /** Of these papers, those that the user has saved: they are never removed. */
  saved(ids: PaperId[]): Promise<PaperId[]>;
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 to 1. */
  random(): number;
  /** This install's offset in three hours, in milliseconds. */
  offset: number;
}

export interface FeedStep {
  did: 'nothing' | 'read' | 'failed';
  /** When the next step may run, in milliseconds since 1970. */
  next: number;
}

const hourMs = 3_600_000;
/** Feeds are made at midnight in New York, 4 or 5 o'clock UTC. */
const firstHour = 6;
/** Additions of this many days are stored, from which previews estimate what arXiv brings a week. */
const addedDays = 7;

/** When this install fetches the feed of a day. */
function dueAt(day: Day, offset: number): number {
  return Date.parse(day) + firstHour * hourMs + offset;
}

/** arXiv announces nothing on Saturdays and Sundays, and its feeds of those days are empty. */
function isFeedDay(day: Day): boolean {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The newest day whose feed is due. */
export function dueDay(now: number, offset: number): Day {
  let day = dayAt(now);
  while (!isFeedDay(day) || dueAt(day, offset) > now) day = addDays(day, -1);
  return day;
}

function nextDue(now: number, offset: number): number {
  let day = dayAt(now);
  while (!isFeedDay(day) || dueAt(day, offset) <= now) day = addDays(day, 1);
  return dueAt(day, offset);
}

export class FeedReader {
  readonly #ports: FeedPorts;

  constructor(ports: FeedPorts) {
    this.#ports = ports;
  }

  /** One unit of work. Rejects only when the state itself cannot be stored. */
  async step(): Promise<FeedStep> {
    const { feeds, settings, now, offset } = this.#ports;
    const { categories, months } = await settings();
    const state = await feeds.read();
    const at = now();
    const hasFeeds = Object.keys(state.feeds).length > 0;
    if (hasFeeds && state.pruned !== dayAt(at)) {
      await this.#prune(months);
      return { did: 'read', next: at };
    }
    if (categories.length === 0) return { did: 'nothing', next: nextDue(at, offset) };
    const day = dueDay(at, offset);
    const unread = categories.filter((category) => (state.feeds[category]?.readFor ?? '') < day);
    const times = unread.map((category) => nextTry(state.feeds[category], at));
    const first = unread[times.findIndex((time) => time <= at)];
    if (first === undefined) {
      return { did: 'nothing', next: Math.min(nextDue(at, offset), ...times) };
    }
    const free = await this.#reserveRequest();
    if (free !== null) return { did: 'nothing', next: free };
    return { did: await this.#read(first, day), next: now() };
  }

  /** Reserves a request to arXiv now and returns null, or returns when one will be free. */
  async #reserveRequest(): Promise<number | null> {
    const { updateState, now } = this.#ports;
    const at = now();
    let free = at;
    await updateState.update((known) => {
      const state = known ?? initialState(at);
      free = nextArxivRequest(state.lastArxivRequest, at);
      return free > at ? state : { ...state, lastArxivRequest: toMoment(at) };
    });
    return free > at ? free : null;
  }

  #change(
    category: string,
    change: (feed: Feed) => Feed,
    added: PaperId[] = [],
  ): Promise<FeedState> {
    const { feeds, now } = this.#ports;
    return feeds.update((state) => ({
      ...state,
      feeds: { ...state.feeds, [category]: change(state.feeds[category] ?? initialFeed) },
      added: withAdded(state, dayAt(now()), added),
    }));
  }

  /** Fetches the feed of a category and stores its papers. */
  async #read(category: string, day: Day): Promise<FeedStep['did']> {
    const { source, store, now, random } = this.#ports;
    const at = now();
    // Postponed before the request, so that a worker killed in it does not repeat it at once.
    const state = await this.#change(category, (feed) => {
      const attempts = feed.attempts + 1;
      const wait = retryDelay(attempts, { kind: 'offline', retryAfterMs: null }, random());
      return { ...feed, attempts, nextTry: toMoment(at + wait) };
    });
    const answer = await source.feed(category, state.feeds[category] ?? initialFeed);
    if (!answer.ok) return this.#fail(category, answer.kind, answer.retryAfterMs);
    const { text, etag, modified } = answer.body;
    const done = { etag, modified, readFor: day, attempts: 0, nextTry: null, problem: null };
    if (text === null) {
      await this.#change(category, () => done);
      return 'read';
    }
    const parsed = parseArxivRss(text, toMoment(at));
    if ('error' in parsed) return this.#fail(category, 'unexpected', null);
    const records = parsed.claims.flatMap((claim) => recordOf(claim) ?? []);
    try {
      const { added } = await store.put(records, { kind: 'check', at: toMoment(at) });
      await this.#change(category, () => done, added);
    } catch {
      return this.#fail(category, 'storage', null);
    }
    return 'read';
  }

  async #fail(
    category: string,
    kind: NonNullable<Feed['problem']>,
    retryAfterMs: number | null,
  ): Promise<'failed'> {
    const { now, random } = this.#ports;
    await this.#change(category, (feed) => {
      const wait = retryDelay(feed.attempts, { kind, retryAfterMs }, random());
      return { ...feed, problem: kind, nextTry: toMoment(now() + wait) };
    });
    return 'failed';
  }

  /** Removes papers that only arXiv's feeds brought, longer ago than the user keeps them. */
  async #prune(months: number): Promise<void> {
    const { store, saved, feeds, now } = this.#ports;
    const before = new Date(now());
    before.setUTCMonth(before.getUTCMonth() - months);
    const old: PaperId[] = [];
    for await (const records of store.recordBatches(1_000)) {
      for (const { id, claims } of records) {
        const { arxiv, ...others } = claims;
        const isOld = arxiv !== undefined && arxiv.seenAt < before.toISOString();
        if (isOld && Object.keys(others).length === 0) old.push(id);
      }
    }
    const kept = new Set(await saved(old));
    await store.remove(old.filter((id) => !kept.has(id)));
    await feeds.update((state) => ({ ...state, pruned: dayAt(now()) }));
  }
}

/** When a feed may be tried, in milliseconds; a time beyond any retry delay is a wrong clock's. */
function nextTry(feed: Feed | undefined, now: number): number {
  const time = feed?.nextTry ? Date.parse(feed.nextTry) : 0;
  return time > now + 24 * hourMs ? 0 : time;
}

function withAdded(state: FeedState, today: Day, ids: PaperId[]): FeedState['added'] {
  const oldest = addDays(today, -addedDays);
  const kept = Object.entries(state.added).filter(([day]) => day > oldest && day <= today);
  const added = Object.fromEntries(kept);
  if (ids.length > 0) added[today] = [...new Set([...(added[today] ?? []), ...ids])];
  return added;
}
