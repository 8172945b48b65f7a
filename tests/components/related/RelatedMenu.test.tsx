// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBackground, related } from '../fakes.ts';
import { showPanel } from '../panel/show-panel.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

describe('the menu of related papers', () => {
  it('sets the order by keyboard, and returns the focus to its button', async () => {
    const background = fakeBackground();
    showPanel(background);
    const more = await button('More');
    more.focus();
    fireEvent.keyDown(more, { key: 'ArrowDown' });
    const first = await screen.findByRole('menuitemradio', { name: 'Most similar' });
    await waitFor(() => expect(document.activeElement).toBe(first));
    expect(first.getAttribute('aria-checked')).toBe('true');
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    const newest = screen.getByRole('menuitemradio', { name: 'Newest' });
    expect(document.activeElement).toBe(newest);
    fireEvent.click(newest);
    await waitFor(() =>
      expect(background.related).toHaveBeenLastCalledWith(
        expect.objectContaining({ sort: 'newest', onlyNewer: false }),
      ),
    );
    expect(document.activeElement).toBe(more);
  });

  it('sets filters, and removes them all where nothing passes', async () => {
    const background = fakeBackground({
      related: async ({ only }) => ({
        ...related,
        outcome: only?.sources ? { state: 'nothing-close' } : related.outcome,
      }),
    });
    showPanel(background);
    const choose = async (name: string) => {
      fireEvent.click(await button('More'));
      fireEvent.click(await screen.findByRole('menuitemcheckbox', { name }));
    };
    const asked = () => vi.mocked(background.related).mock.lastCall?.[0];
    await choose('Only from the last year');
    await choose('Only with 10 or more upvotes');
    await choose('Rank other sources equally');
    await waitFor(() =>
      expect(asked()).toMatchObject({
        only: { from: '2025-11-23', upvotes: 10 },
        mixSources: true,
      }),
    );
    await choose('Only in Daily Papers');
    await screen.findByText('No related papers match your filters.');
    expect(asked()?.only?.sources).toEqual(['daily-papers', 'starter']);
    fireEvent.click(await button('Show all related papers'));
    await waitFor(() => expect(asked()).toMatchObject({ only: {}, mixSources: true }));
  });

  it('closes on Escape and leaves the panel open', async () => {
    const onOpenChange = vi.fn();
    showPanel(fakeBackground(), { onOpenChange });
    fireEvent.click(await button('More'));
    fireEvent.keyDown(await screen.findByRole('menuitemradio', { name: 'Newest' }), {
      key: 'Escape',
    });
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(onOpenChange).not.toHaveBeenCalled();
  });
});
