// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { DigestList } from '../../../lib/answers/reader/reader-answers.ts';
import { failing, lumen, nextScale, paperOf, status } from '../fakes.ts';
import {
  formula,
  letterKeysOn,
  lineOf,
  lines,
  list,
  press,
  rows,
  setUpReader,
  showReader,
} from './show-reader.tsx';

setUpReader();

describe('the list', () => {
  it('gives the position of every row among all, under its day', async () => {
    showReader();
    await screen.findByText('Learning in', { exact: false });
    const all = await rows();
    expect(all.map((row) => row.getAttribute('aria-posinset'))).toEqual(['1', '2', '3']);
    expect(all.every((row) => row.getAttribute('aria-setsize') === '3')).toBe(true);
    const days = screen.getAllByRole('heading', { level: 2 }).map((day) => day.textContent);
    expect(days).toEqual(['Friday, 20 Nov 2026 2', 'Thursday, 19 Nov 2026 1']);
    expect(screen.getByText('New for tokenizers')).toBeTruthy();
    expect(screen.getByText('A. One, B. Two, C. Three and 1 more')).toBeTruthy();
  });

  it('fetches the papers of rows that came without them', async () => {
    const { background } = showReader();
    await screen.findByText('Learning in', { exact: false });
    expect(background.digestLines).toHaveBeenCalledWith({ ids: [formula.id] });
  });

  it('keeps its rows where some papers cannot be read, and retries', async () => {
    let fails = true;
    const { background } = showReader({
      digestLines: async () => (fails ? failing('Storage is busy.')() : lines),
    });
    expect(await screen.findByText('Storage is busy.', { exact: false })).toBeTruthy();
    expect(screen.getByText(lumen.title)).toBeTruthy();
    expect(background.digestLines).toHaveBeenCalledTimes(1);
    fails = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Learning in', { exact: false })).toBeTruthy();
    expect(screen.queryByText('Storage is busy.', { exact: false })).toBeFalsy();
  });
});

describe('a refetched list', () => {
  const loading = {
    state: 'running',
    reached: null,
    goal: '2026-01-01',
    daysDone: 1,
    daysTotal: 9,
  };
  const more = lineOf(paperOf('2511.00009', 'A Paper of This Morning'));
  const before = { ...list, status: { ...status, loading } } as DigestList;

  it('keeps the current row, whatever rows come before it', async () => {
    const every = vi.spyOn(globalThis, 'setInterval');
    const atTen = () => every.mock.calls.find(([, ms]) => ms === 10_000);
    let now = before;
    const { background } = showReader({
      digestList: async () => now,
      digestLines: async ({ ids }) =>
        [...lines, more].filter(({ paper }) => ids.includes(paper.id)),
    });
    const row = (await screen.findByText(nextScale.title)).closest('li') as HTMLElement;
    row.focus();
    await letterKeysOn();
    now = {
      ...before,
      groups: [{ key: '2026-11-21', name: null, ids: [more.paper.id] }, ...list.groups],
    };
    const [tick] = (await waitFor(() => atTen() ?? expect.fail('no timer'))) as [() => void];
    every.mockRestore();
    tick();
    await screen.findByText(more.paper.title);
    press('s');
    await waitFor(() =>
      expect(background.save).toHaveBeenCalledWith({ ids: [nextScale.id], saved: true }),
    );
  });

  it('says that a paper is no longer stored', async () => {
    showReader({ digestLines: async () => [] });
    await screen.findByText('No longer on this device.');
  });

  it('counts a paper of several groups once', async () => {
    history.replaceState(null, '', '/reader.html#by=source');
    const groups = ['daily-papers', 'arxiv'].map((key) => ({ key, name: null, ids: [lumen.id] }));
    showReader({ digestList: async () => ({ ...list, groups }) });
    await screen.findByText('1 paper', { selector: '.reader-bar p' });
  });
});

describe('the keys', () => {
  it('go through the rows, open, show, save and mark them', async () => {
    const { background, open } = showReader();
    await screen.findByText('Learning in', { exact: false });
    await letterKeysOn();
    press('j', document.body);
    await waitFor(() => expect(document.activeElement?.getAttribute('data-index')).toBe('0'));
    press('j');
    await waitFor(() => expect(document.activeElement?.getAttribute('data-index')).toBe('1'));
    press('ArrowUp');
    await waitFor(() => expect(document.activeElement?.getAttribute('data-index')).toBe('0'));
    press('e');
    expect(
      await screen.findByText('One tokenizer serves images and clips.', { exact: false }),
    ).toBeTruthy();
    press('s');
    expect(await screen.findByText(`Saved: ${lumen.title}`)).toBeTruthy();
    expect(background.save).toHaveBeenCalledWith({ ids: [lumen.id], saved: true });
    press('r');
    expect(await screen.findByText(`Marked as read: ${lumen.title}`)).toBeTruthy();
    press('Enter');
    expect(open).toHaveBeenCalledWith('https://arxiv.org/abs/2511.08892', { background: false });
    expect(document.activeElement?.getAttribute('data-index')).toBe('0');
    press('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  it('are plain letters in a text box', async () => {
    showReader();
    await rows();
    await letterKeysOn();
    const box = screen.getByRole('searchbox');
    box.focus();
    press('j', box);
    press('?', box);
    expect(document.activeElement).toBe(box);
    expect(screen.getByText('Keys').closest('details')?.open).toBe(false);
  });

  it('are listed on the page, and those of one letter can be turned off', async () => {
    const { background } = showReader();
    await rows();
    await letterKeysOn();
    press('?', document.body);
    const keys = screen.getByText('Keys').closest('details') as HTMLDetailsElement;
    await waitFor(() => expect(keys.open).toBe(true));
    expect(within(keys).getByText('Mark as read or unread')).toBeTruthy();
    fireEvent.click(within(keys).getByRole('checkbox'));
    expect(background.changeSettings).toHaveBeenCalledWith({ letterKeys: false });
    press('j', document.body);
    expect(document.activeElement?.getAttribute('data-index')).toBeFalsy();
  });

  it('say why a mark was not stored', async () => {
    showReader(
      { save: failing('Kindred keeps nothing from private windows.') },
      { isPrivate: true },
    );
    await screen.findByText('Learning in', { exact: false });
    await letterKeysOn();
    expect(screen.getByText(/This is a private window/)).toBeTruthy();
    press('j', document.body);
    await waitFor(() => expect(document.activeElement?.getAttribute('data-index')).toBe('0'));
    press('s');
    expect(await screen.findByText('Kindred keeps nothing from private windows.')).toBeTruthy();
    expect(document.activeElement?.textContent).not.toContain('Saved');
  });
});
