import { describe, expect, it } from 'vitest';
import type { SourceAnswer } from '../../../lib/digest/source.ts';
import { Updater } from '../../../lib/digest/update/updater.ts';
import { addDays, dayAt } from '../../../lib/time/days.ts';
import { seededRandom } from '../../random.ts';
import { Life } from '../killable.ts';
import { hour, installed, minute, World } from './update-world.ts';

const days = Number(process.env.KINDRED_DAYS ?? 60);
const seed = Number(process.env.KINDRED_SEED ?? 8_081);

const faults: SourceAnswer<unknown>[] = [
  { ok: false, kind: 'offline', httpStatus: null, retryAfterMs: null },
  { ok: false, kind: 'busy', httpStatus: 429, retryAfterMs: 90_000 },
  { ok: false, kind: 'busy', httpStatus: 500, retryAfterMs: null },
  { ok: false, kind: 'not-json', httpStatus: 200, retryAfterMs: null },
  { ok: false, kind: 'refused', httpStatus: 403, retryAfterMs: null },
  { ok: true, body: { error: 'odd' }, allowance: null },
];

/** A worker that may be killed in any call, and is woken by its alarm. */
async function live(world: World, until: number, nth: number, effect: boolean): Promise<void> {
  const life = new Life(nth, effect);
  const { source, arxiv, store, state, ...rest } = world.ports();
  const ports = {
    ...rest,
    source: life.wrap(source),
    arxiv: life.wrap(arxiv),
    store: life.wrap(store),
    state: life.wrap(state),
  };
  if ((await life.race(world.run(until, ports))) !== 'died') return;
  world.time += minute / 2;
  await world.run(until);
}

describe(`${days} days of updates, with faults, kills and long sleep (seed ${seed})`, () => {
  it('lose nothing and announce each new paper once', async () => {
    const random = seededRandom(seed);
    const world = new World();
    world.offset = Math.floor(random() * 3 * hour);
    await world.shorten(10);
    await world.run(installed + hour);
    const start = dayAt(world.time);
    const published: string[] = [];
    let announced: string[] = [];
    const publish = (at: number) => {
      const ids = Array.from({ length: Math.floor(random() * 6) }, () => {
        const serial = published.length + 1;
        const id = `${String(2701 + Math.floor(serial / 90_000))}.${String(serial).padStart(5, '0')}`;
        published.push(id);
        return id;
      });
      world.publish(dayAt(at), ...ids);
    };
    const takeIn = async () => {
      const { store } = world.ports();
      const arrivals = await store.newPapers(10_000);
      announced = [
        ...announced,
        ...arrivals.filter(({ kind }) => kind === 'check').map(({ id }) => id),
      ];
      await store.ackNewPapers(arrivals.map(({ key }) => key));
    };

    for (let at = world.time; at < installed + days * 24 * hour; ) {
      publish(at);
      const fault = random() < 0.25 ? faults[Math.floor(random() * faults.length)] : undefined;
      world.fault = () => fault ?? null;
      const asleep = random() < 0.05;
      const next = at + Math.floor((asleep ? random() * 20 * 24 : 1 + random() * 8) * hour);
      if (asleep) {
        // Papers of the days that the device slept through.
        for (let day = at + 24 * hour; day < next; day += 24 * hour) publish(day);
        world.time = next;
      } else if (random() < 0.4) {
        await live(world, next, 1 + Math.floor(random() * 40), random() < 0.5);
      } else {
        await world.run(next);
      }
      await takeIn();
      at = world.time;
    }

    world.fault = () => null;
    await world.run(world.time + 8 * hour);
    await takeIn();
    const stored = (await world.digest()).flatMap(({ arxivId }) => arxivId ?? []);
    expect(stored.sort()).toEqual(published.sort());
    expect(announced.map((id) => id.replace('arxiv:', '')).sort()).toEqual(stored);
    const status = await new Updater(world.ports()).status();
    expect(status.problem).toBeNull();
    expect(status.completeSince && status.completeSince <= addDays(start, -9)).toBe(true);
    const times = world.requests.map(({ at }) => at);
    const gaps = times.slice(1).map((at, place) => at - (times[place] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
  }, 600_000);
});
