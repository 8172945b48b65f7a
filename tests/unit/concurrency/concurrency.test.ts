import { expect, it, vi } from 'vitest';
import { Lazy } from '../../../lib/concurrency/lazy.ts';
import { SerialQueue } from '../../../lib/concurrency/serial-queue.ts';
import { SingleFlight } from '../../../lib/concurrency/single-flight.ts';

it('runs queued tasks in order, also after a failure', async () => {
  const queue = new SerialQueue();
  const order: string[] = [];
  const first = queue.run(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    order.push('first');
    throw new Error('failed');
  });
  void queue.run(async () => void order.push('second'));
  await expect(first).rejects.toThrow('failed');
  await queue.idle();
  expect(order).toEqual(['first', 'second']);
});

it('shares a task that is running, and runs the next one afterwards', async () => {
  const flight = new SingleFlight<number>();
  const task = vi.fn(async () => task.mock.calls.length);
  expect(await Promise.all([flight.run(task), flight.run(task)])).toEqual([1, 1]);
  expect(await flight.run(task)).toBe(2);
});

it('caches a value until it is forgotten, and no failure', async () => {
  const open = vi.fn(async () => 'value').mockRejectedValueOnce(new Error('failed'));
  const lazy = new Lazy(open);
  await expect(lazy.get()).rejects.toThrow('failed');
  expect([await lazy.get(), await lazy.get()]).toEqual(['value', 'value']);
  expect(open).toHaveBeenCalledTimes(2);
  lazy.forget();
  await lazy.get();
  expect(open).toHaveBeenCalledTimes(3);
});
