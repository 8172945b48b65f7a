// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SyncSection } from '../../../components/options/sync/SyncSection.tsx';
import type { SyncStatus } from '../../../lib/answers/sync/sync-answer.ts';
import { failing } from '../fakes.ts';
import { button } from '../queries.ts';
import { showWithContext } from '../show-with-context.tsx';

afterEach(cleanup);

const off: SyncStatus = {
  on: false,
  found: null,
  notNow: false,
  left: { topics: 0, marks: 0 },
  wroteAt: null,
  problem: null,
};
const on: SyncStatus = { ...off, on: true, wroteAt: '2026-11-23T09:10:00.000Z' };

describe('sync', () => {
  it('is off, says who would hold the data, and is turned on by a click', async () => {
    const { startSync } = showWithContext(<SyncSection />, {
      syncStatus: async () => off,
      startSync: async () => on,
    });
    expect(screen.getByText(/stores this data: Google/)).toBeTruthy();
    expect(screen.getByText(/Firefox and Chrome don’t share data/)).toBeTruthy();
    fireEvent.click(await button('Turn on sync'));
    await screen.findByText(/Sync is on. Last synced today/);
    expect(startSync).toHaveBeenCalledTimes(1);
    expect((await axe.run(document.body)).violations.map(({ id }) => id)).toEqual([]);
  });

  it('asks what happens to the data in the account before it stops', async () => {
    const { stopSync } = showWithContext(<SyncSection />, {
      syncStatus: async () => on,
      stopSync: async () => off,
    });
    fireEvent.click(await button('Turn off sync…'));
    expect(document.activeElement?.textContent).toMatch(/^Your topics and marks stay/);
    fireEvent.click(await button('Turn off everywhere and delete the copy'));
    await screen.findByText('Sync is off.');
    expect(stopSync).toHaveBeenCalledWith({ deleteCopy: true });
  });

  it.each([
    [
      { ...on, left: { topics: 2, marks: 30 } },
      /didn’t fit in your account .* Topics: 2, marks: 30\.$/,
    ],
    [{ ...on, problem: 'full' }, /can’t store more right now/],
    [{ ...off, problem: 'unavailable' }, /doesn’t let Kindred use its account/],
    [{ ...on, problem: 'newer' }, /uses a newer version of Kindred/],
    [
      { ...off, problem: 'ended' },
      'Sync was turned off on another device, and the copy in your account was deleted. Your data on this device is safe.',
    ],
  ] as [SyncStatus, RegExp | string][])('says %o', async (state, words) => {
    showWithContext(<SyncSection />, { syncStatus: async () => state });
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it('says why it cannot be turned on', async () => {
    showWithContext(<SyncSection />, {
      syncStatus: async () => off,
      startSync: failing('Not allowed.'),
    });
    fireEvent.click(await button('Turn on sync'));
    expect((await screen.findByRole('alert')).textContent).toBe('Not allowed.');
  });

  it('copies the topics, or shows them where the browser refuses the clipboard', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined);
    const text = '{"format":"kindred"}';
    showWithContext(<SyncSection />, {
      syncStatus: async () => off,
      topicsText: async () => ({ text, topics: 3 }),
    });
    fireEvent.click(await button('Copy my topics'));
    await screen.findByText('3 topics copied.');
    expect(writeText).toHaveBeenCalledWith(text);
    writeText.mockRejectedValueOnce(new Error('no'));
    fireEvent.click(await button('Copy my topics'));
    const shown = await screen.findByLabelText('Your topics as text');
    expect((shown as HTMLTextAreaElement).value).toBe(text);
  });

  it('previews pasted topics, adds them, and undoes that', async () => {
    const { applyImport, undoImport } = showWithContext(<SyncSection />, {
      syncStatus: async () => off,
      giveText: async ({ at, text }) => ({ held: at + text.length }),
      previewImport: async () => ({
        format: 'kindred',
        added: [],
        changed: [],
        addedCount: 0,
        changedCount: 0,
        unchanged: 0,
        refused: [],
        refusedCount: 0,
        assumedYear: null,
        topics: 2,
        freshTopics: ['Proteins'],
        marks: 0,
        ignored: 0,
      }),
      importProgress: async () => null,
      applyImport: async () => ({
        added: 0,
        changed: 0,
        topics: 1,
        marks: 0,
        ignored: 0,
        undo: 'u1',
      }),
      undoImport: async () => null,
    });
    const field = screen.getByLabelText('Topics copied from another browser');
    fireEvent.input(field, { target: { value: '{"format":"kindred"}' } });
    fireEvent.click(await button('Preview'));
    await screen.findByText('New here: Proteins');
    expect(applyImport).not.toHaveBeenCalled();
    fireEvent.click(await button('Add'));
    fireEvent.click(await button('Undo'));
    await waitFor(() => expect(undoImport).toHaveBeenCalledWith({ undo: 'u1' }));
  });

  it('names topics found in the account before anything is merged, also after "not now"', async () => {
    const found = { topics: 6, names: ['Caches', 'Proteins'] };
    showWithContext(<SyncSection />, { syncStatus: async () => ({ ...off, found, notNow: true }) });
    await screen.findByText('Found 6 topics from your other device');
  });
});
