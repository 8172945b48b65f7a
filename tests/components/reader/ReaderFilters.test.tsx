// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { lumen } from '../fakes.ts';
import { list, rows, setUpReader, showReader } from './show-reader.tsx';

setUpReader();

describe('filters', () => {
  it('fetch the list again, and are stored in the address', async () => {
    const months = { ...list, groups: [{ key: '2026-11', name: null, ids: [lumen.id] }] };
    const { background } = showReader({
      digestList: async ({ by }) => (by === 'day' ? list : months),
    });
    await rows();
    fireEvent.click(screen.getByRole('radio', { name: 'Month' }));
    await waitFor(() => expect(location.hash).toBe('#by=month'));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Unread' }));
    fireEvent.change(screen.getByRole('combobox', { name: 'Upvotes' }), {
      target: { value: '20' },
    });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'scale' } });
    await waitFor(() =>
      expect(background.digestList).toHaveBeenLastCalledWith({
        by: 'month',
        query: 'scale',
        least: 20,
        unread: true,
        saved: false,
        year: null,
      }),
    );
    expect(location.hash).toBe('#by=month&q=scale&least=20&unread=');
  });

  it('mark the list as busy from the first letter until the next list is there', async () => {
    const none = { ...list, groups: [] };
    showReader({ digestList: async ({ query }) => (query === '' ? list : none) });
    await rows();
    const state = () => {
      const shown = document.querySelector('[data-answers]');
      return [shown?.getAttribute('data-answers'), shown?.getAttribute('aria-busy')];
    };
    expect(state()).toEqual(['', 'false']);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'scale' } });
    expect(state()).toEqual(['', 'true']);
    await waitFor(() => expect(state()).toEqual(['scale', 'false']));
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '' } });
    expect(state()).toEqual(['scale', 'true']);
    await waitFor(() => expect(state()).toEqual(['', 'false']));
  });

  it('are read from the address', async () => {
    history.replaceState(null, '', '/reader.html#by=week&q=scale&saved');
    const { background } = showReader();
    await rows();
    expect(background.digestList).toHaveBeenCalledWith({
      by: 'week',
      query: 'scale',
      least: 0,
      unread: false,
      saved: true,
      year: null,
    });
    expect(screen.getByRole('searchbox')).toHaveProperty('value', 'scale');
  });
});
