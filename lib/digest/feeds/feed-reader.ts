/**
 * arXiv's feeds as steps of at most one request each: a conditional one a day for each category, in
 * the hours after arXiv has announced. Papers are stored before the state says that their feed was
 * read, so a worker killed in between reads it again, which changes nothing.
 */
import type { PaperId } from '../../paper/paper.ts';
import { addDays, type Day, dayAt, toMoment } from '../../time/days.ts';
import { recordOf } from '../merge.ts';
import type { SourceAnswer } from '../source.ts';
import type { DigestStore } from '../store.ts';
import { nextArxivRequest, retryDelay } from '../update/schedule.ts';
import { initialState } from '../update/state.ts';
import type { UpdateStateStore } from '../update/updater.ts';
import { parseArxivRss } from './arxiv-rss.ts';
import {
  type Feed,
  type FeedState,
  type FeedStateStore,
  freshFeed,
  type Validators,
} from './feed-state.ts';

/** `text` is null where the feed has not changed since it was marked so. */
export type FeedAnswer = Validators & { text: string | null };

export interface ArxivFeedSource {
  feed(category: string, known: Validators): Promise<SourceAnswer<FeedAnswer>>;
}

export interface FeedPorts {
  source: ArxivFeedSource;
  store: Pick<DigestStore, 'put' | 'remove' | 'recordBatches'>;
  feeds: FeedStateStore;
  /** For the gap of three seconds that all requests to arXiv share. */
  updateState: UpdateStateStore;
  /** What the user wants; no categories until they are added. */
  wishes(): Promise<{ categories: string[]; months: number }>;
  /** Of these papers, those that the user has saved: kept however old. */
  saved(ids: PaperId[]): Promise<PaperId[]>;
  now(): number;
  random(): number;
  /** This install's place in three hours, in milliseconds. */
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
/** Days whose additions are remembered, to tell what arXiv would bring. */
export const rememberedDays = 7;

/** When the feed of a day is asked for by this install. */
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

export function createFeedReader(ports: FeedPorts): { step(): Promise<FeedStep> } {
  const { source, store, feeds, updateState, now, random, offset } = ports;

  /** Takes the next place in the queue to arXiv, or answers when there will be one. */
  async function reserve(): Promise<number | null> {
    const at = now();
    let free = at;
    await updateState.update((known) => {
      const state = known ?? initialState(at);
      free = nextArxivRequest(state.lastArxivRequest, at);
      return free > at ? state : { ...state, lastArxivRequest: toMoment(at) };
    });
    return free > at ? free : null;
  }

  const change = (category: string, how: (feed: Feed) => Feed, added: PaperId[] = []) =>
    feeds.update((state) => ({
      ...state,
      feeds: { ...state.feeds, [category]: how(state.feeds[category] ?? freshFeed) },
      added: withAdded(state, dayAt(now()), added),
    }));

  async function read(category: string, day: Day): Promise<FeedStep['did']> {
    const at = now();
    // Put off before it is tried, so that being killed does not repeat it at once.
    const state = await change(category, (feed) => {
      const attempts = feed.attempts + 1;
      const wait = retryDelay(attempts, { kind: 'offline', retryAfterMs: null }, random());
      return { ...feed, attempts, nextTry: toMoment(at + wait) };
    });
    const known = state.feeds[category] ?? freshFeed;
    const answer = await source.feed(category, known);
    const fail = async (kind: Feed['problem'], retryAfterMs: number | null) => {
      await change(category, (feed) => {
        const wait = retryDelay(feed.attempts, { kind: kind ?? '', retryAfterMs }, random());
        return { ...feed, problem: kind, nextTry: toMoment(now() + wait) };
      });
      return 'failed' as const;
    };
    if (!answer.ok) return fail(answer.kind, answer.retryAfterMs);
    const { text, etag, modified } = answer.body;
    const done = { etag, modified, readFor: day, attempts: 0, nextTry: null, problem: null };
    if (text === null) {
      await change(category, () => done);
      return 'read';
    }
    const parsed = parseArxivRss(text, toMoment(at));
    if ('error' in parsed) return fail('unexpected', null);
    const records = parsed.claims.flatMap((claim) => recordOf(claim) ?? []);
    try {
      const { added } = await store.put(records, { kind: 'check', at: toMoment(at) });
      await change(category, () => done, added);
    } catch {
      return fail('storage', null);
    }
    return 'read';
  }

  /** Removes what only arXiv told of, longer ago than it is to be kept. */
  async function prune(months: number): Promise<void> {
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
    const saved = new Set(await ports.saved(old));
    await store.remove(old.filter((id) => !saved.has(id)));
    await feeds.update((state) => ({ ...state, pruned: dayAt(now()) }));
  }

  return {
    /** One unit of work. Rejects only when the state itself cannot be stored. */
    async step() {
      const { categories, months } = await ports.wishes();
      const state = await feeds.read();
      const at = now();
      const hasFeeds = Object.keys(state.feeds).length > 0;
      if (hasFeeds && state.pruned !== dayAt(at)) {
        await prune(months);
        return { did: 'read', next: at };
      }
      if (categories.length === 0) return { did: 'nothing', next: nextDue(at, offset) };
      const day = dueDay(at, offset);
      const open = categories.filter((category) => (state.feeds[category]?.readFor ?? '') < day);
      const times = open.map((category) => nextTry(state.feeds[category], at));
      const first = open[times.findIndex((time) => time <= at)];
      if (first === undefined) {
        return { did: 'nothing', next: Math.min(nextDue(at, offset), ...times) };
      }
      const free = await reserve();
      if (free !== null) return { did: 'nothing', next: free };
      return { did: await read(first, day), next: now() };
    },
  };
}

/** A stored moment further ahead than anything is put off was written by a wrong clock. */
function nextTry(feed: Feed | undefined, now: number): number {
  const time = feed?.nextTry ? Date.parse(feed.nextTry) : 0;
  return time > now + 24 * hourMs ? 0 : time;
}

function withAdded(state: FeedState, today: Day, ids: PaperId[]): FeedState['added'] {
  const oldest = addDays(today, -rememberedDays);
  const kept = Object.entries(state.added).filter(([day]) => day > oldest && day <= today);
  const added = Object.fromEntries(kept);
  if (ids.length > 0) added[today] = [...new Set([...(added[today] ?? []), ...ids])];
  return added;
}
