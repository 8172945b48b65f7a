// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { DigestMap } from '../../../../lib/answers/reader/reader-answers.ts';
import { deferred, failing, lumen, status } from '../../fakes.ts';
import { around3, centerOf, map, node, setUpMap, showMap } from './show-map.tsx';

setUpMap();

describe('without a map', () => {
  it('offers a search for the paper in the middle', async () => {
    showMap({}, '#page=map');
    expect(screen.getByText(/thirty papers nearest to one/)).toBeTruthy();
    fireEvent.input(screen.getByRole('searchbox', { name: 'Search Daily Papers on this device' }), {
      target: { value: 'lumen' },
    });
    const found = await screen.findByRole('button', { name: lumen.title });
    const box = screen.getByRole('searchbox', { name: 'Search Daily Papers on this device' });
    const busy = () => found.closest('.map-found')?.getAttribute('aria-busy');
    expect(busy()).toBe('false');
    fireEvent.input(box, { target: { value: 'lumens' } });
    expect(busy()).toBe('true');
    fireEvent.input(box, { target: { value: 'lumen' } });
    expect(busy()).toBe('false');
    fireEvent.click(found);
    await waitFor(() => expect(location.hash).toBe('#page=map&of=arxiv%3A2511.08892'));
    await node(1);
  });

  it.each<[string, DigestMap['outcome'], RegExp]>([
    [
      'nothing is close',
      { state: 'nothing-close', center: centerOf(around3) },
      /Nothing close among/,
    ],
    [
      'there is no text',
      { state: 'no-text', center: centerOf(around3, null) },
      /neither title nor/,
    ],
    ['the paper is unknown', { state: 'unknown' }, /doesn’t know this paper/],
  ])('says that %s, and offers another', async (_, said, words) => {
    showMap({ digestMap: async () => ({ outcome: said, status }) });
    expect(await screen.findByText(words)).toBeTruthy();
    expect(
      screen.getByRole('searchbox', { name: 'Search Daily Papers on this device' }),
    ).toBeTruthy();
  });

  it('shows a skeleton after a moment, says what failed and retries', async () => {
    const first = deferred<DigestMap>();
    let turn = 0;
    showMap({ digestMap: async () => (turn++ === 0 ? first.promise : map) });
    expect(screen.queryByText('Finding the nearest papers')).toBeNull();
    expect(await screen.findByText('Finding the nearest papers')).toBeTruthy();
    cleanup();
    turn = 0;
    showMap({ digestMap: async () => (turn++ === 0 ? failing('The disk is full.')() : map) });
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await node(3);
  });

  it('says that papers are still being loaded, and refetches', async () => {
    const loading = {
      ...{ state: 'running' as const, reached: null, goal: '2025-11-01' },
      ...{ daysDone: 1, daysTotal: 10 },
    };
    const { background } = showMap({
      digestMap: async () => ({ ...map, status: { ...status, loading } }),
    });
    await node(3);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(background.digestMap).toHaveBeenCalledTimes(2));
  });
});
