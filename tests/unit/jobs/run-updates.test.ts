import { describe, expect, it, vi } from 'vitest';
import type { StepOutcome } from '../../../lib/digest/update/updater.ts';
import { runUpdates } from '../../../lib/jobs/run-updates.ts';

function scene(steps: Pick<StepOutcome, 'did' | 'next'>[]) {
  let time = 0;
  const waits: number[] = [];
  const wakes: number[] = [];
  const takeIn = vi.fn(async () => undefined);
  const run = {
    updater: { step: async () => steps.shift() as StepOutcome },
    takeIn,
    wakeAt: async (at: number) => {
      wakes.push(at);
    },
    wait: async (milliseconds: number) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
    now: () => time,
  };
  return { run, waits, wakes, takeIn };
}

describe('runUpdates', () => {
  it('takes in what each step stored, paces itself, and sleeps until the next check', async () => {
    const { run, waits, wakes, takeIn } = scene([
      { did: 'read', next: 1_000 },
      { did: 'read', next: 2_000 },
      { did: 'nothing', next: 3_600_000 },
    ]);
    await runUpdates(run);
    expect(waits).toEqual([1_000, 1_000]);
    expect(takeIn).toHaveBeenCalledTimes(2);
    expect(wakes.at(-1)).toBe(3_600_000);
  });

  it('has a wake-up set before every step, for the worker may die in any of them', async () => {
    const { run, wakes } = scene([
      { did: 'read', next: 0 },
      { did: 'failed', next: 60_000 },
    ]);
    const step = run.updater.step;
    run.updater.step = async () => {
      expect(wakes.at(-1)).toBeGreaterThan(run.now());
      return step();
    };
    await runUpdates(run);
    expect(wakes).toHaveLength(3);
  });
});
