// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBackground } from '../fakes.ts';
import { showPanel } from '../panel/show-panel.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

describe('hiding the panel', () => {
  it('calls back with the kind of page', async () => {
    const onHide = vi.fn();
    showPanel(fakeBackground(), { onHide });
    fireEvent.click(await button('More'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Hide on pages like this' }));
    expect(onHide).toHaveBeenCalledWith('arxiv:abstract');
    expect(screen.queryByRole('heading', { name: 'Related in Daily Papers' })).toBeNull();
  });

  it('leaves an Undo line, which brings it back open and focused', async () => {
    const onOpenChange = vi.fn();
    showPanel(fakeBackground(), { onOpenChange });
    fireEvent.click(await button('More'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Hide on pages like this' }));
    const line = await screen.findByText('Hidden on pages like this.');
    await waitFor(() => expect(document.activeElement?.contains(line)).toBe(true));
    fireEvent.click(await button('Undo'));
    expect(onOpenChange).toHaveBeenCalledWith(true, 'arxiv:abstract');
    const collapse = await button('Collapse');
    await waitFor(() => expect(document.activeElement).toBe(collapse));
  });

  it('removes that line from the edge of the page once it is not used', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    showPanel(fakeBackground(), { placement: 'edge' });
    fireEvent.click(await button('More'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Hide on pages like this' }));
    await screen.findByText('Hidden on pages like this.');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('status'));
    vi.advanceTimersByTime(60_000);
    expect(screen.getByText('Hidden on pages like this.')).toBeTruthy();
    (document.activeElement as HTMLElement).blur();
    vi.advanceTimersByTime(12_000);
    await waitFor(() => expect(screen.queryByText('Hidden on pages like this.')).toBeNull());
    vi.useRealTimers();
  });
});
