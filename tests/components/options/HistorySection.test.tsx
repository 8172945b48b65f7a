// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { status } from '../fakes.ts';
import { button } from '../queries.ts';
import { showOptions } from './show-options.tsx';

afterEach(cleanup);

describe('history', () => {
  it('offers everything, and shows its progress with buttons to pause and stop', async () => {
    let now = status;
    const loading = {
      state: 'running',
      reached: '2024-05-01',
      goal: '2023-05-04',
      daysDone: 900,
      daysTotal: 1300,
    } as const;
    const loadEverything = vi.fn(async ({ wanted }: { wanted: boolean }) => {
      now = wanted ? { ...status, everything: true, loading } : status;
      return now;
    });
    const pauseLoading = vi.fn(async ({ paused }: { paused: boolean }) => {
      now = { ...now, loading: { ...loading, state: paused ? 'paused' : 'running' } };
      return now;
    });
    showOptions({ status: async () => now, loadEverything, pauseLoading });
    await screen.findByText('Daily Papers since 2 Jun 2025 are on this device.');
    fireEvent.click(await button('Load everything since 4 May 2023'));
    await screen.findByText('Loading Daily Papers: back to May 2024');
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('900');
    fireEvent.click(await button('Pause'));
    fireEvent.click(await button('Resume'));
    expect(pauseLoading.mock.calls).toEqual([[{ paused: true }], [{ paused: false }]]);
    fireEvent.click(await button('Stop at one year'));
    await button('Load everything since 4 May 2023');
    expect(loadEverything.mock.calls).toEqual([[{ wanted: true }], [{ wanted: false }]]);
  });

  it('says when everything is loaded', async () => {
    showOptions({
      status: async () => ({ ...status, everything: true, completeSince: '2023-05-04' }),
    });
    await screen.findByText(/^All Daily Papers since 4 May 2023/);
    expect(screen.queryByRole('button', { name: /^Load everything/ })).toBeNull();
  });
});
