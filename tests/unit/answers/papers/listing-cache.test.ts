import { expect, it, vi } from 'vitest';
import { ListingCache } from '../../../../lib/answers/papers/listing-cache.ts';
import { paper } from '../../search/papers.ts';

const range = { since: '2026-01-01', limit: 100 };

it('caches a listing of one range for a minute, until a paper changes', async () => {
  let [changes, time] = [1, 0];
  const byListing = vi.fn(async () => [paper('2601.00001', 'One', '')]);
  const digest = { byListing, changes: async () => changes, find: vi.fn(), get: vi.fn() };
  const cache = new ListingCache(digest, () => new Date(time).toISOString());
  const timesRead = async (of = range) => {
    expect(await cache.byListing(of)).toHaveLength(1);
    return byListing.mock.calls.length;
  };
  expect(await timesRead()).toBe(1);
  time = 59_000;
  expect(await timesRead()).toBe(1);
  changes = 2;
  expect(await timesRead()).toBe(2);
  expect(await timesRead({ ...range, since: '2026-02-01' })).toBe(3);
  time += 60_000;
  expect(await timesRead({ ...range, since: '2026-02-01' })).toBe(4);
  time = 0;
  expect(await timesRead({ ...range, since: '2026-02-01' })).toBe(5);
});

it('does not cache a failure', async () => {
  const byListing = vi.fn(async () => Promise.reject(new Error('No.')));
  const digest = { byListing, changes: async () => 1, find: vi.fn(), get: vi.fn() };
  const cache = new ListingCache(digest, () => '2026-01-01T00:00:00.000Z');
  await expect(cache.byListing(range)).rejects.toThrow('No.');
  await expect(cache.byListing(range)).rejects.toThrow('No.');
  expect(byListing).toHaveBeenCalledTimes(2);
});
