// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MarkedPaper } from '../../../lib/marks/marks.ts';
import type { Background } from '../../../lib/messages/contract.ts';
import { failing, lumen, nextScale, status } from '../fakes.ts';
import { nothingUnread, showDigest } from '../popup/show-digest.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

const unreadOne: MarkedPaper = { paper: lumen, marks: { saved: true, read: false } };
const readOne: MarkedPaper = { paper: nextScale, marks: { saved: true, read: true } };

async function show(answers: Partial<Background> = {}) {
  const { background, open } = showDigest(
    {
      unread: async () => nothingUnread,
      latest: async () => ({ papers: [], status }),
      savedPapers: async () => [unreadOne, readOne],
      save: async () => null,
      exportSavedPapers: async () => ({ filename: 'list.ris', text: 'TY  - UNPB' }),
      ...answers,
    },
    { remembered: { tab: 'saved', query: '' } },
  );
  await screen.findByRole('tabpanel');
  return { background, open };
}

const titles = () =>
  [...document.querySelectorAll('.entry .title')].map((title) => title.textContent);
const linkOf = async ({ paper }: MarkedPaper) =>
  (await screen.findByText(paper.title)).closest('a') as HTMLAnchorElement;

describe('saved papers', () => {
  it('have three groups with their sizes', async () => {
    await show();
    expect((await button('Saved 2')).getAttribute('aria-pressed')).toBe('true');
    expect(titles()).toEqual([lumen.title, nextScale.title]);
    expect([...document.querySelectorAll('.facts')].map((facts) => facts.textContent)).toEqual([
      expect.stringMatching(/unread$/),
      expect.stringMatching(/votesread$|voteread$/),
    ]);
    fireEvent.click(await button('Unread 1'));
    await waitFor(() => expect(titles()).toEqual([lumen.title]));
    fireEvent.click(await button('Read 1'));
    await waitFor(() => expect(titles()).toEqual([nextScale.title]));
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('are exported by the shown group', async () => {
    const url = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:list');
    const { background } = await show();
    fireEvent.click(await button('RIS'));
    fireEvent.click(await button('Unread 1'));
    fireEvent.click(await button('BibTeX'));
    await waitFor(() => expect(url).toHaveBeenCalledTimes(2));
    expect(vi.mocked(background.exportSavedPapers).mock.calls.map(([asked]) => asked)).toEqual([
      { format: 'ris', group: 'saved' },
      { format: 'bibtex', group: 'unread' },
    ]);
    url.mockRestore();
  });

  it('name the keys that act on them, and these do', async () => {
    const { background, open } = await show();
    await screen.findByText(/^Keys: .*Enter opens, S removes, R marks/);
    const first = await linkOf(unreadOne);
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(await linkOf(readOne));
    fireEvent.keyDown(document.activeElement as Element, { key: 'r' });
    await button('Unread 2');
    expect(document.activeElement).toBe(await linkOf(readOne));
    expect(background.markRead).toHaveBeenCalledWith({ ids: [nextScale.id], read: false });
    expect(titles()).toEqual([lumen.title, nextScale.title]);
    fireEvent.click(first);
    expect(open).toHaveBeenCalledWith(expect.stringContaining('2511.08892'), { background: false });
    await button('Read 1');
  });

  it('ignore other letters, and letters with Ctrl', async () => {
    const { background } = await show();
    const first = await linkOf(unreadOne);
    first.focus();
    fireEvent.keyDown(first, { key: 's', ctrlKey: true });
    expect(background.save).not.toHaveBeenCalled();
    fireEvent.keyDown(first, { key: 'd' });
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  it('are removed by a key, with an Undo line in the place of the paper', async () => {
    const { background } = await show();
    const first = await linkOf(unreadOne);
    first.focus();
    fireEvent.keyDown(first, { key: 's' });
    const line = await screen.findByText(`Removed: ${lumen.title}`);
    await waitFor(() => expect(document.activeElement?.contains(line)).toBe(true));
    await button('Saved 1');
    fireEvent.click(await button('Undo'));
    await waitFor(async () => expect(document.activeElement).toBe(await linkOf(unreadOne)));
    expect(vi.mocked(background.save).mock.calls.map(([asked]) => asked.saved)).toEqual([
      false,
      true,
    ]);
  });

  it('say why a mark could not be set, and keep it as it was', async () => {
    await show({ save: failing('The disk is full.') });
    fireEvent.keyDown(await linkOf(unreadOne), { key: 's' });
    await screen.findByText('The disk is full.');
    await button('Saved 2');
  });

  it('say what will be here while there are none', async () => {
    await show({ savedPapers: async () => [] });
    await screen.findByText(/^Papers you save appear here/);
  });
});
