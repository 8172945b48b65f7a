// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deferred, failing, fakeBackground, lumen, marks, pagePaper } from '../fakes.ts';
import { showPanel } from '../panel/show-panel.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

describe('saving the paper of the page', () => {
  it('takes its space before it is known whether it is saved', async () => {
    const { promise, settle } = deferred<typeof marks>();
    showPanel(fakeBackground({ pageMarks: () => promise }));
    const save = await screen.findByText('Save this paper');
    expect(save.style.visibility).toBe('hidden');
    settle(marks);
    await waitFor(() => expect(save.style.visibility).toBe(''));
    expect(save.isConnected).toBe(true);
  });

  it('is not offered where that cannot be known', async () => {
    showPanel(fakeBackground({ pageMarks: failing('No.') }));
    await screen.findByRole('link', { name: lumen.title });
    await waitFor(() => expect(screen.queryByText('Save this paper')).toBeNull());
  });

  it('saves at a click of the user, and reverts where that fails', async () => {
    const savePaper = vi.fn(failing('The disk is full.'));
    showPanel(fakeBackground({ pageMarks: async () => marks, savePaper }));
    fireEvent.click(await button('Save this paper'));
    expect(savePaper).toHaveBeenCalledWith({ paper: pagePaper, saved: true });
    expect((await screen.findByRole('alert')).textContent).toBe('The disk is full.');
    expect((await button('Save this paper')).getAttribute('aria-pressed')).toBe('false');
  });
});
