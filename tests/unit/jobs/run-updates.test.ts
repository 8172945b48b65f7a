import { describe, expect, it, vi } from 'vitest';
import type { StepOutcome } from '../../../lib/digest/update/updater.ts';
import { runUpdates } from '../../../lib/jobs/run-updates.ts';

function scene(steps: Pick<StepOutcome, 'did' | 'next'>[]) {
  let time = 0;
  const waits: number[] = [];
  const wakes: number[] = [];
  const run = {
    updater: { step: async () => steps.shift() as StepOutcome },
    feeds: { step: async () => ({ did: 'nothing' as const, next: Number.POSITIVE_INFINITY }) },
    setAlarm: async (at: number | null) => {
      if (at !== null) wakes.push(at);
    },
    wait: async (milliseconds: number) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
    now: () => new Date(time).toISOString(),
  };
  const process = vi.fn(async () => undefined);
  const afterStep = async ({ did }: { did: string }) => {
    if (did === 'read') await process();
  };
  return { run, waits, wakes, process, afterStep };
}

describe('runUpdates', () => {
  it('processes what each step stored, paces itself, and sleeps until the next check', async () => {
    const { run, waits, wakes, process, afterStep } = scene([
      { did: 'read', next: 1_000 },
      { did: 'read', next: 2_000 },
      { did: 'nothing', next: 3_600_000 },
    ]);
    await runUpdates(run, afterStep);
    expect(waits).toEqual([1_000, 1_000]);
    expect(process).toHaveBeenCalledTimes(2);
    expect(wakes.at(-1)).toBe(3_600_000);
  });

  it('has an alarm set before every step, because the background may be killed in any of them', async () => {
    const { run, wakes, afterStep } = scene([
      { did: 'read', next: 0 },
      { did: 'failed', next: 60_000 },
    ]);
    const step = run.updater.step;
    run.updater.step = async () => {
      expect(wakes.at(-1)).toBeGreaterThan(Date.parse(run.now()));
      return step();
    };
    await runUpdates(run, afterStep);
    expect(wakes).toHaveLength(3);
  });
});
