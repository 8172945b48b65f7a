import { describe, expect, it } from 'vitest';
import { fetchArxivEntry } from '../../../lib/digest/arxiv-lookup.ts';
import type { SourceAnswer } from '../../../lib/digest/source.ts';
import { Updater } from '../../../lib/digest/update/updater.ts';
import { addDays } from '../../../lib/time/days.ts';
import { hour, installed, item, minute, World } from './update-world.ts';

const today = '2026-03-11';
const back = (days: number) => addDays(today, -days);

describe('the first load', () => {
  it('reads a year newest first, at most one request a second', async () => {
    const world = new World();
    world.publish(back(0), '2603.00001');
    world.publish(back(90), '2512.00001');
    world.publish(back(365), '2503.00001');
    await world.run(installed + 20 * minute);
    const days = world.requests.map(({ day }) => day);
    expect(days).toEqual(Array.from({ length: 366 }, (_, index) => back(index)));
    const gaps = world.requests
      .slice(1)
      .map(({ at }, index) => at - (world.requests[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBe(1_000);
    expect(world.requests[90]?.at).toBe(installed + 90_000);
    expect(await world.digest()).toHaveLength(3);
    expect(await new Updater(world.ports()).status()).toMatchObject({
      papers: 3,
      listedPapers: 3,
      completeSince: back(365),
      newestListing: today,
      lastCheck: '2026-03-11T10:00:00.000Z',
      nextCheck: '2026-03-11T12:00:00.000Z',
      everything: false,
      loading: null,
      problem: null,
    });
  });

  it('goes back to the first Daily Papers on request, across a restart, and no further', async () => {
    const world = new World();
    world.time = Date.parse('2024-06-11T10:00:00.000Z');
    const yearBefore = '2023-06-12';
    world.publish('2023-05-04', '2305.00001');
    await world.run(world.time + 10 * minute);
    const updater = new Updater(world.ports());
    expect((await updater.status()).loading).toBeNull();
    await updater.loadEverything(true);
    expect(await updater.status()).toMatchObject({
      everything: true,
      loading: { state: 'running', goal: '2023-05-04', daysDone: 366, reached: yearBefore },
    });
    await world.run(world.time + minute / 3);
    await new Updater(world.ports()).pause(true);
    const paused = (await updater.status()).loading;
    expect(paused).toMatchObject({ state: 'paused' });
    expect(paused?.daysDone).toBe(387);
    await new Updater(world.ports()).pause(false);
    await world.run(world.time + hour);
    expect(await updater.status()).toMatchObject({
      everything: true,
      loading: null,
      completeSince: '2023-05-04',
    });
    expect((await world.digest()).map(({ arxivId }) => arxivId)).toEqual(['2305.00001']);
    const days = world.requests.map(({ day }) => day).sort();
    expect(days[0]).toBe('2023-05-04');
  });

  it('is a year again when the user no longer wants everything; stored papers stay', async () => {
    const world = new World();
    world.publish(back(380), '2502.00001');
    await world.run(installed + 10 * minute);
    const updater = new Updater(world.ports());
    await updater.loadEverything(true);
    await world.run(world.time + minute);
    await updater.loadEverything(false);
    const asked = world.requests.length;
    await world.run(world.time + minute);
    expect(world.requests.length).toBe(asked);
    expect(await updater.status()).toMatchObject({ everything: false, loading: null, papers: 1 });
  });

  it('keeps its goal after a wrong clock', async () => {
    const world = new World();
    world.time = installed + 400 * 24 * hour;
    const updater = new Updater(world.ports());
    await updater.loadEverything(true);
    await updater.step();
    world.time = installed;
    await updater.step();
    expect(await updater.status()).toMatchObject({
      everything: true,
      loading: { goal: '2023-05-04' },
    });
  });

  it('reports its progress, pauses and resumes; checks go on', async () => {
    const world = new World();
    const updater = new Updater(world.ports());
    expect((await updater.status()).loading).toEqual({
      state: 'running',
      reached: null,
      goal: back(365),
      daysDone: 0,
      daysTotal: 366,
    });
    await world.run(installed + 9_500);
    await updater.pause(true);
    expect(await updater.status()).toMatchObject({
      loading: { state: 'paused', reached: back(9), daysDone: 10 },
      completeSince: back(9),
    });
    await world.run(installed + 2 * hour + minute);
    expect(world.requests.slice(10).map(({ day }) => day)).toEqual([back(0), back(1), back(2)]);
    await updater.pause(false);
    await world.run(world.time + 5_000);
    expect(world.requests.slice(13, 15).map(({ day }) => day)).toEqual([back(10), back(11)]);
  });

  it('fetches more pages only after a full one, until an empty one', async () => {
    const world = new World();
    world.pageSize = 50;
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => `2603.${String(n + 1).padStart(5, '0')}`);
    world.publish(today, ...many(64));
    await world.shorten(1);
    await world.run(installed + minute);
    expect(world.requests.map(({ day, page }) => [day, page])).toEqual([
      [back(0), 0],
      [back(0), 1],
      [back(0), 2],
      [back(1), 0],
    ]);
    expect(await world.digest()).toHaveLength(64);
  });

  it('keeps the readable items of an answer', async () => {
    const world = new World();
    world.papers.set(today, [{ paper: null }, item('2603.00001', today)]);
    await world.shorten(1);
    await world.run(installed + minute);
    expect(await world.digest()).toHaveLength(1);
    expect((await new Updater(world.ports()).status()).problem).toBeNull();
  });
});

describe('checks', () => {
  it('run every three hours at this install’s own offset', async () => {
    const world = new World();
    world.offset = 40 * minute;
    await world.shorten(1);
    await world.run(installed + 10 * hour);
    const checks = world.requests
      .filter(({ day }) => day === today)
      .map(({ at }) => at - installed);
    expect(checks.map((at) => at / minute)).toEqual([0, 160, 340, 520]);
  });

  it('announce papers; the first load and a day that is read again do not', async () => {
    const world = new World();
    world.publish(today, '2603.00001');
    await world.shorten(3);
    await world.run(installed + hour);
    world.publish(today, '2603.00002');
    world.publish(back(2), '2603.00003');
    await world.run(installed + 4 * hour);
    const arrivals = await world.ports().store.newPapers(10);
    expect(arrivals.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'arxiv:2603.00001 first-load',
      'arxiv:2603.00002 check',
      'arxiv:2603.00003 check',
    ]);
  });

  it('refresh the upvotes of the last fourteen days in turn', async () => {
    const world = new World();
    await world.shorten(30);
    await world.run(installed + 14 * hour);
    const before = world.requests.length;
    for (let day = 0; day < 14; day++)
      world.papers.set(back(day), [item(`2603.000${10 + day}`, back(day), 50)]);
    await world.run(installed + 50 * hour);
    const reread = new Set(world.requests.slice(before).map(({ day }) => day));
    for (let day = 0; day < 12; day++) expect(reread).toContain(back(day));
    expect(world.requests.length - before).toBeLessThan(12 * 4);
  });

  it('catch up on the days that the device slept through, and no others', async () => {
    const world = new World();
    await world.shorten(5);
    await world.run(installed + hour);
    const before = world.requests.length;
    world.time = installed + 9 * 24 * hour;
    world.publish(addDays(today, 4), '2603.00044');
    await world.run(world.time + minute);
    const days = world.requests.slice(before).map(({ day }) => day);
    const expected = Array.from({ length: 11 }, (_, index) => addDays(today, 9 - index));
    expect(days.slice(0, 11)).toEqual(expected);
    expect(days).toHaveLength(12);
    expect((await new Updater(world.ports()).status()).completeSince).toBe(back(5));
  });

  it('run on request, and at once after a failure', async () => {
    const world = new World();
    await world.shorten(1);
    await world.run(installed + minute);
    const updater = new Updater(world.ports());
    await updater.askForCheck();
    await world.run(world.time + minute);
    expect(world.requests.filter(({ day }) => day === today)).toHaveLength(2);
    await world.run(world.time + minute);
    expect(world.requests.filter(({ day }) => day === today)).toHaveLength(2);
    world.fault = () => failure('offline');
    await updater.askForCheck();
    await world.run(world.time + 30_000);
    world.fault = () => null;
    await updater.askForCheck();
    await world.run(world.time + 5_000);
    expect((await updater.status()).problem).toBeNull();
  });
});

function failure(
  kind: 'offline' | 'refused' | 'busy' | 'not-json' | 'unexpected' | 'no-access',
  httpStatus: number | null = null,
  retryAfterMs: number | null = null,
): SourceAnswer<never> {
  return { ok: false, kind, httpStatus, retryAfterMs };
}

describe('faults', () => {
  const answers: [string, SourceAnswer<unknown>, object, number][] = [
    ['offline', failure('offline'), { kind: 'offline', httpStatus: null }, minute],
    ['HTML for JSON', failure('not-json', 200), { kind: 'not-json', httpStatus: 200 }, minute],
    ['500', failure('busy', 500), { kind: 'busy', httpStatus: 500 }, 5 * minute],
    ['429 with a time', failure('busy', 429, 23_000), { kind: 'busy', httpStatus: 429 }, 23_000],
    ['429 without', failure('busy', 429), { kind: 'busy', httpStatus: 429 }, 5 * minute],
    ['redirect', failure('refused'), { kind: 'refused', httpStatus: null }, minute],
    ['access taken back', failure('no-access'), { kind: 'no-access' }, minute],
    [
      'wrong types',
      { ok: true, body: { error: 'x' }, allowance: null },
      { kind: 'unexpected' },
      minute,
    ],
    [
      'no readable item',
      { ok: true, body: [1, 2], allowance: null },
      { kind: 'unexpected' },
      minute,
    ],
  ];

  it.each(answers)(
    '%s: the digest stays, the status has the problem, and a retry follows',
    async (...row) => {
      const [, answer, problem, waitMs] = row;
      const world = new World();
      world.publish(today, '2603.00001');
      await world.shorten(4);
      await world.run(installed + hour);
      const before = await world.digest();
      world.fault = () => answer;
      await world.run(installed + 2 * hour);
      const failed = installed + 2 * hour;
      const updater = new Updater(world.ports());
      expect(await world.digest()).toEqual(before);
      expect((await updater.status()).problem).toMatchObject({
        ...problem,
        since: new Date(failed).toISOString(),
        nextTry: new Date(failed + waitMs).toISOString(),
      });
      await world.run(failed + waitMs - 1);
      const tried = world.requests.length;
      world.fault = () => null;
      await world.run(failed + waitMs + 10_000);
      expect(world.requests[tried]?.at).toBe(failed + waitMs);
      const status = await updater.status();
      expect(status.problem).toBeNull();
      expect(status.lastCheck).toBe(new Date(failed + waitMs).toISOString());
    },
  );

  it('waits longer after each failure, up to the interval of checks', async () => {
    const world = new World();
    world.fault = () => failure('offline');
    await world.run(installed + 24 * hour);
    const gaps = world.requests
      .slice(1)
      .map(({ at }, index) => at - (world.requests[index]?.at ?? 0));
    expect(gaps.slice(0, 4)).toEqual([1, 2, 4, 8].map((n) => n * minute));
    expect(Math.max(...gaps)).toBe(3 * hour);
    expect((await new Updater(world.ports()).status()).problem?.since).toBe(
      '2026-03-11T10:00:00.000Z',
    );
  });

  it('skips a day with an unreadable answer, and tries it again later', async () => {
    const world = new World();
    await world.shorten(5);
    world.fault = (day) => (day === back(3) ? failure('not-json', 200) : null);
    await world.run(installed + hour);
    expect(world.requests.filter(({ day }) => day === back(3))).toHaveLength(3);
    expect((await new Updater(world.ports()).status()).completeSince).toBe(back(2));
    world.fault = () => null;
    await world.run(installed + 3 * hour);
    expect((await new Updater(world.ports()).status()).completeSince).toBe(back(5));
  });

  it('does not count as a check without today', async () => {
    const world = new World();
    await world.shorten(3);
    world.fault = (day) => (day === today ? failure('unexpected', 200) : null);
    await world.run(installed + 10 * hour);
    const status = await new Updater(world.ports()).status();
    expect(status).toMatchObject({ lastCheck: null, problem: { kind: 'unexpected' } });
    expect(new Set(world.requests.map(({ day }) => day))).toEqual(new Set([today]));
    expect(world.requests.length).toBeGreaterThan(5);
  });

  it('restarts a check when the day changes', async () => {
    const world = new World();
    await world.shorten(3);
    await world.run(installed + hour);
    world.fault = (day) => (day === back(1) ? failure('offline') : null);
    await world.run(installed + 2 * hour + 1_000);
    world.fault = () => null;
    world.time = installed + 48 * hour;
    const before = world.requests.length;
    await world.run(world.time + minute);
    const days = world.requests.slice(before).map(({ day }) => day);
    expect(days.slice(0, 4)).toEqual([back(-2), back(-1), back(0), back(1)]);
    const { lastCheck, completeSince } = await new Updater(world.ports()).status();
    expect(lastCheck).toBe('2026-03-13T10:00:00.000Z');
    expect(completeSince).toBe(back(3));
  });

  it('stops before the service’s request limit is used up', async () => {
    const world = new World();
    world.fault = () => ({ ok: true, body: [], allowance: { remaining: 19, resetMs: 100_000 } });
    await world.run(installed + 99_000);
    expect(world.requests).toHaveLength(1);
  });

  it('reports that the store cannot be written', async () => {
    const world = new World();
    world.publish(today, '2603.00001');
    const ports = world.ports();
    const put = async () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    await world.run(installed + 1_000, { ...ports, store: { ...ports.store, put } });
    const { problem, lastCheck } = await new Updater(ports).status();
    expect(problem).toMatchObject({ kind: 'storage' });
    expect(lastCheck).toBeNull();
  });

  it('reports from memory that the state itself cannot be written', async () => {
    const world = new World();
    const ports = world.ports();
    const updater = new Updater({
      ...ports,
      state: { read: ports.state.read, update: async () => Promise.reject(new Error('full')) },
    });
    await updater.step();
    const { problem } = await updater.status();
    expect(problem).toMatchObject({ kind: 'storage', since: new Date(installed).toISOString() });
    expect(Date.parse(problem?.nextTry ?? '')).toBeGreaterThan(installed);
  });

  it('never rejects, whatever fails', async () => {
    const world = new World();
    const broken = async () => {
      throw new Error('gone');
    };
    const state = { read: broken, update: broken };
    const outcome = await new Updater({ ...world.ports(), state }).step();
    expect(outcome).toMatchObject({ did: 'failed', next: installed + minute });
  });

  it.each([
    ['ahead', 365],
    ['behind', -365],
  ])('recovers from a clock a year %s', async (_, days) => {
    const world = new World();
    world.publish(today, '2603.00001');
    world.time = installed + days * 24 * hour;
    await world.run(world.time + 10 * minute);
    world.time = installed;
    await world.run(installed + 20 * minute);
    const status = await new Updater(world.ports()).status();
    expect(status).toMatchObject({
      papers: 1,
      problem: null,
      nextCheck: '2026-03-11T12:00:00.000Z',
    });
    expect(status.completeSince && status.completeSince <= back(300)).toBe(true);
  });
});

describe('abstracts', () => {
  it('are fetched once, after the first check, and stored', async () => {
    const world = new World();
    await world.addStarter('2401.00001', '2401.00002');
    await world.shorten(3);
    await world.run(installed + 10 * hour);
    expect(world.arxivRequests).toEqual([
      { at: expect.any(Number), ids: ['2401.00001', '2401.00002'] },
    ]);
    expect((await world.digest()).map(({ abstract }) => abstract)).toEqual([
      'Abstract of 2401.00001.',
      'Abstract of 2401.00002.',
    ]);
  });

  it('are fetched again after a failure, without delaying the load', async () => {
    const world = new World();
    await world.addStarter('2401.00001');
    await world.shorten(3);
    world.arxivFault = () => failure('busy', 503);
    await world.run(installed + 30_000);
    expect(world.arxivRequests).toHaveLength(1);
    expect(world.requests).toHaveLength(4);
    world.arxivFault = () => null;
    await world.run(installed + 10 * minute);
    expect(world.arxivRequests).toHaveLength(2);
    expect((await world.digest())[0]?.abstract).toBe('Abstract of 2401.00001.');
  });

  it('of one paper are fetched on a click, three seconds apart', async () => {
    const world = new World();
    const { arxiv, state } = world.ports();
    const wait = async (ms: number) => {
      world.time += ms;
    };
    const ask = (id: string) => fetchArxivEntry(id, { arxiv, state, now: () => world.time, wait });
    expect(await ask('2401.00001')).toMatchObject({
      ok: true,
      claim: { abstract: 'Abstract of 2401.00001.' },
    });
    await ask('2401.00002');
    expect(world.arxivRequests.map(({ at }) => at - installed)).toEqual([0, 3_000]);
    world.arxivFault = () => failure('offline');
    expect(await ask('2401.00003')).toMatchObject({ ok: false, kind: 'offline' });
    world.arxivFault = () => ({ ok: true, body: '<feed/>', allowance: null });
    expect(await ask('2401.00004')).toEqual({ ok: true, claim: null });
  });
});
