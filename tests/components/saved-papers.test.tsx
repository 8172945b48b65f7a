// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DigestView } from '../../components/popup/DigestView.tsx';
import type { MarkedPaper } from '../../lib/marks/marks.ts';
import type { Background } from '../../lib/messages/contract.ts';
import { around, failing, fakeBackground, lumen, nextScale, status } from './fakes.ts';

afterEach(cleanup);

const unreadOne: MarkedPaper = { paper: lumen, marks: { saved: true, read: false } };
const readOne: MarkedPaper = { paper: nextScale, marks: { saved: true, read: true } };

async function show(answers: Partial<Background> = {}) {
  const background = fakeBackground({
    unread: async () => ({ total: 0, topics: [] }),
    latest: async () => ({ papers: [], status }),
    savedPapers: async () => [unreadOne, readOne],
    save: async () => null,
    exportSavedPapers: async () => ({ filename: 'list.ris', text: 'TY  - UNPB' }),
    ...answers,
  });
  const open = vi.fn();
  render(
    <DigestView
      background={background}
      layout="popup"
      open={open}
      tabPaper={null}
      remembered={{ tab: 'saved', query: '' }}
      onRemember={() => undefined}
      pinHint={false}
      onPinHintDone={() => undefined}
      onOptions={() => undefined}
      around={around}
    />,
  );
  await screen.findByRole('tabpanel');
  return { background, open };
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const titles = () =>
  [...document.querySelectorAll('.entry .title')].map((title) => title.textContent);
const linkOf = async ({ paper }: MarkedPaper) =>
  (await screen.findByText(paper.title)).closest('a') as HTMLAnchorElement;

describe('the reading list', () => {
  it('has three groups with their sizes', async () => {
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

  it('hands out the group that is shown', async () => {
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

  it('says which keys act, and they do', async () => {
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

  it('leaves other letters, and letters with Ctrl, to what they are for', async () => {
    const { background } = await show();
    const first = await linkOf(unreadOne);
    first.focus();
    fireEvent.keyDown(first, { key: 's', ctrlKey: true });
    expect(background.save).not.toHaveBeenCalled();
    fireEvent.keyDown(first, { key: 'd' });
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  it('removes by a key, with the way back where the paper was', async () => {
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

  it('says why a mark could not be set, and keeps it as it was', async () => {
    await show({ save: failing('The disk is full.') });
    fireEvent.keyDown(await linkOf(unreadOne), { key: 's' });
    await screen.findByText('The disk is full.');
    await button('Saved 2');
  });

  it('says what waits here while nothing does', async () => {
    await show({ savedPapers: async () => [] });
    await screen.findByText(/^Papers you save wait here/);
  });
});
