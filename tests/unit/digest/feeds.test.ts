import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseArxivRss } from '../../../lib/digest/feeds/arxiv-rss.ts';
import { arxivCategory } from '../../../lib/digest/feeds/categories.ts';
import {
  dueDay,
  type FeedAnswer,
  type FeedPorts,
  FeedReader,
} from '../../../lib/digest/feeds/feed-reader.ts';
import type { Validators } from '../../../lib/digest/feeds/feed-state.ts';
import type { SourceAnswer } from '../../../lib/digest/source.ts';
import { DatabaseConnection } from '../../../lib/storage/database.ts';
import { IndexedDbDigestStore } from '../../../lib/storage/digest-store.ts';
import { feedStateStore, updateStateStore } from '../../../lib/storage/state-stores.ts';
import { Life } from '../killable.ts';
import { hour, minute, World } from './update-world.ts';

const at = '2026-03-11T07:00:00.000Z';
const read = (file: string) =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/arxiv-rss/${file}`, import.meta.url)), 'utf8');
const csCl = read('cs.CL.xml');

describe('parseArxivRss', () => {
  it('parses new and cross-listed papers, and skips new versions', () => {
    const parsed = parseArxivRss(csCl, at);
    if ('error' in parsed) throw new Error(parsed.error);
    expect(parsed.claims).toHaveLength(2);
    expect(parsed.claims[0]).toMatchObject({
      source: 'arxiv',
      arxivId: '2603.07001',
      title: 'Counting Words & Weighing Them: A Study of $n$-grams',
      abstract: 'We count words and weigh them. The weights explain more than the counts.',
      authors: ['Ada Example', 'Bo Sample', 'Chi Trial'],
      published: '2026-03-11',
      listedAt: null,
    });
    expect(parsed.claims[1]).toMatchObject({
      arxivId: '2205.07002',
      doi: '10.1234/older.networks',
      published: null,
    });
    expect(parsed.refused).toEqual([{ index: 3, reason: 'its link is not to an arXiv paper' }]);
  });

  it.each([
    ['<!DOCTYPE html><p>Sign in', 'It is not XML.'],
    ['<feed></feed>', 'It is not an RSS feed.'],
    ['', 'It is not XML.'],
    ['<rss version="2.0"></rss>', 'It is not an RSS feed.'],
  ])('rejects %s', (text, error) => {
    expect(parseArxivRss(text, at)).toEqual({ error });
  });

  const real = fileURLToPath(new URL('../../../../shared/data/api/arxiv-rss', import.meta.url));
  if (!existsSync(real)) console.log('Real feeds are skipped: ../shared is absent.');
  it.skipIf(!existsSync(real))('reads real feeds', () => {
    for (const file of readdirSync(real)) {
      const parsed = parseArxivRss(readFileSync(join(real, file), 'utf8'), at);
      if ('error' in parsed) throw new Error(parsed.error);
      expect(parsed.refused).toEqual([]);
      expect(parsed.claims.map(({ arxivId, authors }) => [arxivId, authors.length])).toEqual([
        ['2609.26811', 1],
        ['2205.06398', 3],
      ]);
      for (const { abstract } of parsed.claims) expect(abstract).toMatch(/^[A-Z][a-z]/);
      expect(parsed.claims[0]?.published).toBe('2026-09-24');
    }
  });
});

describe('arxivCategory', () => {
  it.each([
    ['cs.CL', 'cs.CL'],
    [' CS.cl ', 'cs.CL'],
    ['hep-th', 'hep-th'],
    ['cond-mat.mes-hall', 'cond-mat.mes-hall'],
    ['physics.acc-ph', 'physics.acc-ph'],
    ['astro-ph.co', 'astro-ph.CO'],
    ['cs.CL+cs.LG', null],
    ['cs.CL/../x', null],
    ['nothing', null],
    ['', null],
  ])('reads %s', (text, category) => {
    expect(arxivCategory(text)).toBe(category);
  });
});

function feedOf(...ids: string[]): string {
  const items = ids.map(
    (id) => `<item><title>Announced paper ${id} of a category</title>
<link>https://arxiv.org/abs/${id}</link><description>arXiv:${id}v1 Announce Type: new
Abstract: About ${id}.</description><pubDate>Wed, 11 Mar 2026 00:00:00 -0400</pubDate>
<arxiv:announce_type>new</arxiv:announce_type><dc:creator>Ada Example</dc:creator></item>`,
  );
  return `<rss version="2.0" xmlns:arxiv="a" xmlns:dc="d"><channel>${items.join('')}</channel></rss>`;
}

/** Wednesday, before arXiv has announced. */
const start = Date.parse('2026-03-11T02:00:00.000Z');

class FeedWorld extends World {
  settings = { categories: ['cs.CL', 'cs.LG'], months: 1 };
  feeds = new Map<string, { text: string; etag: string }>();
  asked: { at: number; category: string; etag: string | null }[] = [];
  saved: string[] = [];
  fail: (() => SourceAnswer<FeedAnswer> | null) | null = null;
  override time = start;

  feedPorts(database = new DatabaseConnection()): FeedPorts {
    const store = new IndexedDbDigestStore(database);
    const state = updateStateStore(database);
    return {
      source: {
        feed: async (category: string, { etag, modified }: Validators) => {
          this.asked.push({ at: this.time, category, etag });
          const failure = this.fail?.();
          if (failure) return failure;
          const feed = this.feeds.get(category) ?? { text: feedOf(), etag: '"none"' };
          const same = feed.etag === etag;
          const body = { text: same ? null : feed.text, etag: feed.etag, modified };
          return { ok: true, body, allowance: null };
        },
      },
      store,
      feeds: feedStateStore(database),
      updateState: state,
      settings: async () => this.settings,
      saved: async (ids) => ids.filter((id) => this.saved.includes(id)),
      now: () => this.time,
      random: () => 0,
      offset: hour,
    };
  }

  async runFeeds(until: number, ports = this.feedPorts()): Promise<void> {
    const reader = new FeedReader(ports);
    for (;;) {
      const { next } = await reader.step();
      if (next > until) {
        this.time = Math.max(this.time, until);
        return;
      }
      this.time = Math.max(this.time, next);
    }
  }
}

describe('the feeds', () => {
  it('fetch nothing before the user adds a category', async () => {
    const world = new FeedWorld();
    world.settings = { categories: [], months: 3 };
    await world.runFeeds(start + 72 * hour);
    expect(world.asked).toEqual([]);
  });

  it('are fetched once a working day, after arXiv’s announcement, three seconds apart, if changed', async () => {
    const world = new FeedWorld();
    world.feeds.set('cs.CL', { text: feedOf('2603.07001', '2603.07002'), etag: '"one"' });
    await world.runFeeds(Date.parse('2026-03-17T00:00:00.000Z'));
    const asked = world.asked.filter(({ category }) => category === 'cs.CL');
    expect(asked.map(({ at: time }) => new Date(time).toISOString().slice(0, 13))).toEqual([
      // The feed of the previous day is still due when the category is added.
      '2026-03-11T02',
      '2026-03-11T07',
      '2026-03-12T07',
      '2026-03-13T07',
      '2026-03-16T07',
    ]);
    expect(asked.map(({ etag }) => etag)).toEqual([null, '"one"', '"one"', '"one"', '"one"']);
    const times = world.asked.map(({ at: time }) => time).sort((a, b) => a - b);
    const gaps = times.slice(1).map((time, place) => time - (times[place] ?? 0));
    expect(Math.min(...gaps)).toBe(3_000);
    const papers = await world.digest();
    expect(papers.map(({ arxivId, sources }) => [arxivId, sources])).toEqual([
      ['2603.07001', ['arxiv']],
      ['2603.07002', ['arxiv']],
    ]);
    const { added } = await world.feedPorts().feeds.read();
    expect(added).toEqual({ '2026-03-11': ['arxiv:2603.07001', 'arxiv:2603.07002'] });
  });

  it('wait longer after each failure, and are read afterwards', async () => {
    const world = new FeedWorld();
    world.settings = { categories: ['cs.CL'], months: 3 };
    world.feeds.set('cs.CL', { text: feedOf('2603.07001'), etag: '"one"' });
    world.fail = () => ({ ok: false, kind: 'busy', httpStatus: 503, retryAfterMs: null });
    await world.runFeeds(start + hour);
    expect(world.asked.map(({ at: time }) => (time - start) / minute)).toEqual([0, 5, 15, 35]);
    expect((await world.feedPorts().feeds.read()).feeds['cs.CL']?.problem).toBe('busy');
    world.fail = null;
    await world.runFeeds(start + 3 * hour);
    expect(await world.digest()).toHaveLength(1);
    expect((await world.feedPorts().feeds.read()).feeds['cs.CL']?.problem).toBeNull();
  });

  it('keep papers from arXiv only for the chosen months, and saved papers for longer', async () => {
    const world = new FeedWorld();
    world.settings = { categories: ['cs.CL'], months: 1 };
    world.feeds.set('cs.CL', { text: feedOf('2603.07001', '2603.07002'), etag: '"one"' });
    world.saved = ['arxiv:2603.07002'];
    world.publish('2026-03-11', '2603.09999');
    await world.shorten(1);
    await world.run(start + minute);
    await world.runFeeds(start + 20 * 24 * hour);
    expect(await world.digest()).toHaveLength(3);
    await world.runFeeds(start + 40 * 24 * hour);
    expect((await world.digest()).map(({ arxivId }) => arxivId)).toEqual([
      '2603.07002',
      '2603.09999',
    ]);
  });

  it('make a later listing news for topics on Daily Papers, once', async () => {
    const world = new FeedWorld();
    await world.shorten(1);
    await world.run(start + minute);
    world.feeds.set('cs.CL', { text: feedOf('2603.07001'), etag: '"one"' });
    await world.runFeeds(start + 2 * hour);
    const { store } = world.ports();
    const first = await store.newPapers(10);
    expect(first.map(({ id, kind }) => [id, kind])).toEqual([['arxiv:2603.07001', 'check']]);
    await store.ackNewPapers(first.map(({ key }) => key));
    world.publish('2026-03-11', '2603.07001');
    await world.run(start + 12 * hour);
    const second = await store.newPapers(10);
    expect(second.map(({ id, kind }) => [id, kind])).toEqual([['arxiv:2603.07001', 'check']]);
  });

  it('end in the same digest when killed in any call', async () => {
    const lives = async (nth: number, effect: boolean) => {
      const world = new FeedWorld();
      world.feeds.set('cs.CL', { text: feedOf('2603.07001', '2603.07002'), etag: '"one"' });
      world.feeds.set('cs.LG', { text: feedOf('2603.07002', '2603.07003'), etag: '"two"' });
      const life = new Life(nth, effect);
      const ports = world.feedPorts(life.wrap(new DatabaseConnection()));
      const mortal = { ...ports, source: life.wrap(ports.source) };
      const until = start + 12 * hour;
      if ((await life.race(world.runFeeds(until, mortal))) === 'died') await world.runFeeds(until);
      const arrivals = await world.ports().store.newPapers(100);
      return {
        calls: life.calls,
        papers: (await world.digest()).map(({ id }) => id),
        arrivals: arrivals.map(({ id }) => id).sort(),
      };
    };
    const { calls, ...expected } = await lives(Number.POSITIVE_INFINITY, false);
    expect(expected.papers).toHaveLength(3);
    expect(calls).toBeGreaterThan(20);
    for (let nth = 1; nth <= calls; nth++) {
      for (const effect of [true, false]) {
        const { papers, arrivals } = await lives(nth, effect);
        expect({ papers, arrivals }, `call ${nth}, effect ${effect}`).toEqual(expected);
      }
    }
  });
});

describe('dueDay', () => {
  it.each([
    ['2026-03-11T06:59:00.000Z', '2026-03-10'],
    ['2026-03-11T07:00:00.000Z', '2026-03-11'],
    ['2026-03-14T12:00:00.000Z', '2026-03-13'],
    ['2026-03-16T06:00:00.000Z', '2026-03-13'],
  ])('at %s is %s', (time, day) => {
    expect(dueDay(Date.parse(time), hour)).toBe(day);
  });
});
