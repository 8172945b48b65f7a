import { describe, expect, it } from 'vitest';
import type { UpdatePorts } from '../../../lib/digest/update/updater.ts';
import { addDays } from '../../../lib/time/days.ts';
import { Life } from '../killable.ts';
import { hour, installed, World } from './update-world.ts';

const today = '2026-03-11';
const end = installed + 7 * hour;

/** The ports of one life of the worker. */
function mortal(ports: UpdatePorts, life: Life): UpdatePorts {
  return {
    ...ports,
    source: life.wrap(ports.source),
    arxiv: life.wrap(ports.arxiv),
    store: life.wrap(ports.store),
    state: life.wrap(ports.state),
  };
}

async function worldOf(): Promise<World> {
  const world = new World();
  await world.addStarter('2401.00001');
  await world.shorten(6);
  world.pageSize = 50;
  world.publish(today, '2603.00001', '2603.00002');
  const many = Array.from({ length: 55 }, (_, n) => `2603.1${String(n).padStart(4, '0')}`);
  world.publish(addDays(today, -3), ...many);
  return world;
}

/** A first load, then new papers and the checks that fetch them; a new worker after each kill. */
async function live(world: World, nth: number, effect: boolean): Promise<Life> {
  const life = new Life(nth, effect);
  const ports = mortal(world.ports(), life);
  const firstLife = (async () => {
    await world.run(installed + hour, ports);
    publishNews(world);
    await world.run(end, ports);
    return 'lived' as const;
  })();
  if ((await life.race(firstLife)) === 'died') {
    await world.run(Math.max(world.time, installed + hour));
    publishNews(world);
    await world.run(Math.max(world.time, end));
  }
  return life;
}

function publishNews(world: World): void {
  if (world.papers.get(today)?.length === 2) world.publish(today, '2603.00003');
}

async function outcome(world: World) {
  const { store, state } = world.ports();
  const known = await state.read();
  const queued = await store.indexQueue(10_000);
  const arrivals = await store.newPapers(10_000);
  return {
    digest: await world.digest(),
    days: Object.keys(known?.read ?? {}).sort(),
    toIndex: [...new Set(queued.map(({ id }) => id))].sort(),
    // Contains a paper twice where it would be announced twice.
    arrivals: arrivals.map(({ id, kind }) => `${id} ${kind}`).sort(),
  };
}

describe('an update killed in any call', () => {
  it('ends in the same digest, queues and days, nothing lost and nothing twice', async () => {
    const whole = await worldOf();
    const { calls, reads } = await live(whole, Number.POSITIVE_INFINITY, false);
    const expected = await outcome(whole);
    expect(expected.digest).toHaveLength(59);
    expect(expected.arrivals).toHaveLength(59);
    expect(expected.arrivals.filter((one) => one.endsWith(' check'))).toHaveLength(1);
    expect(calls).toBeGreaterThan(50);
    for (let nth = 1; nth <= calls; nth++) {
      for (const effect of reads.has(nth) ? [true] : [true, false]) {
        const world = await worldOf();
        await live(world, nth, effect);
        expect(await outcome(world), `call ${nth}, effect ${effect}`).toEqual(expected);
        const times = world.requests.map(({ at }) => at);
        const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
      }
    }
  }, 120_000);
});
