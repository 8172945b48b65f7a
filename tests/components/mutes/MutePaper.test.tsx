// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { byAda, showRelated } from '../panel/show-related.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

describe('an author or a paper in the panel', () => {
  it.each([
    ['Mute papers by Ada Okafor', { kind: 'author', what: 'Ada Okafor' }, 'papers by Ada Okafor'],
    [
      'Never show this paper',
      { kind: 'paper', what: byAda.id, title: byAda.title },
      `the paper “${byAda.title}”`,
    ],
  ])('is muted in all panels, and undone in its place: %s', async (name, thing, said) => {
    const background = showRelated();
    fireEvent.click(await button(`Details: ${byAda.title}`));
    fireEvent.click(await button('Mute…'));
    await screen.findByText('Mute in all panels');
    fireEvent.click(await button(name));
    const line = await screen.findByText(`Muted in all panels: ${said}`);
    await waitFor(() => expect(document.activeElement?.contains(line)).toBe(true));
    expect(background.related).toHaveBeenCalledTimes(2);
    fireEvent.click(await button('Undo'));
    await waitFor(() => expect(background.related).toHaveBeenCalledTimes(3));
    expect(vi.mocked(background.ignore).mock.calls.map(([asked]) => asked)).toEqual([
      { thing, ignored: true, keep: true },
      { thing, ignored: false, keep: true },
    ]);
  });
});
