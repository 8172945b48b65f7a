// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBackground, lumen, related } from '../fakes.ts';
import { showPanel } from '../panel/show-panel.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

describe('the panel', () => {
  it('collapses to a tab on Escape and back, the focus following', async () => {
    const onOpenChange = vi.fn();
    showPanel(fakeBackground(), { onOpenChange });
    fireEvent.keyDown(await screen.findByRole('link', { name: lumen.title }), { key: 'Escape' });
    const tab = await button('Related · 2');
    await waitFor(() => expect(document.activeElement).toBe(tab));
    fireEvent.click(tab);
    await waitFor(async () => expect(document.activeElement).toBe(await button('Collapse')));
    expect(onOpenChange.mock.calls.map(([open]) => open)).toEqual([false, true]);
  });

  it('keeps its keys from the page', async () => {
    const page = vi.fn();
    document.addEventListener('keydown', page);
    showPanel(fakeBackground());
    fireEvent.keyDown(await screen.findByRole('link', { name: lumen.title }), { key: 'j' });
    document.removeEventListener('keydown', page);
    expect(page).not.toHaveBeenCalled();
  });

  it('is not shown where the user said that the page is about another paper', async () => {
    const answer = { ...related, outcome: { state: 'refused' as const } };
    showPanel(fakeBackground({ related: async () => answer }), { placement: 'edge' });
    await waitFor(() => expect(document.querySelector('.card,.tab')).toBeNull());
  });

  it.each(['light', 'dark'] as const)('has nothing for axe to find, %s, opened', async (theme) => {
    showPanel(fakeBackground(), { theme });
    fireEvent.click(await button(`Details: ${lumen.title}`));
    fireEvent.click(await button('More'));
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
