// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failing, fakeBackground, nextScale } from '../fakes.ts';
import { showPanel } from '../panel/show-panel.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

describe('following', () => {
  it('is a form with the strongest terms and a preview, and can be undone', async () => {
    const topic = { id: 't1', name: 'codes', query: '"next-scale prediction"', created: '' };
    const background = fakeBackground({
      previewTopic: async () => ({
        problem: null,
        count: 1,
        matches: [{ paper: nextScale, marks: { read: false, saved: false } }],
        similarSpellings: [],
        below: { count: 0, matches: [] },
        weeks: [],
      }),
      follow: async () => topic,
      undoFollow: async () => null,
    });
    showPanel(background);
    fireEvent.click(await button('Follow…'));
    expect(background.follow).not.toHaveBeenCalled();
    const query = screen.getByLabelText('Match papers with all of') as HTMLInputElement;
    expect(query.value).toBe('"next-scale prediction" tokenizer');
    fireEvent.click(await button('Remove “tokenizer”'));
    await waitFor(() => expect(query.value).toBe('"next-scale prediction"'));
    await screen.findByText('1 in the last 30 days');
    await waitFor(() =>
      expect(background.previewTopic).toHaveBeenLastCalledWith({
        query: '"next-scale prediction"',
      }),
    );
    fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'codes' } });
    fireEvent.click(await button('Follow'));
    await screen.findByText('Following “codes”');
    expect(background.follow).toHaveBeenCalledWith({
      name: 'codes',
      query: '"next-scale prediction"',
    });
    fireEvent.click(await button('Undo'));
    await screen.findByText('No longer following “codes”');
    expect(background.undoFollow).toHaveBeenCalledWith({ id: 't1' });
  });

  it('is left by Escape without closing the panel', async () => {
    const onOpenChange = vi.fn();
    showPanel(fakeBackground({ previewTopic: failing('No.') }), { onOpenChange });
    fireEvent.click(await button('Follow…'));
    fireEvent.keyDown(screen.getByLabelText('Name'), { key: 'Escape' });
    await button('Follow…');
    expect(onOpenChange).not.toHaveBeenCalled();
  });
});
