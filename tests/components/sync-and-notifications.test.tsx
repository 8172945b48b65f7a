// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppContextProvider, defaultAppContext } from '../../components/app-context.ts';
import { NotificationSection } from '../../components/options/NotificationSection.tsx';
import { SyncSection } from '../../components/options/sync/SyncSection.tsx';
import type { SyncStatus } from '../../lib/answers/sync/sync-answer.ts';
import type { Background } from '../../lib/messages/contract.ts';
import type { NotificationStatus } from '../../lib/topics/notification-schedule.ts';
import { around, failing, fakeBackground } from './fakes.ts';

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

function show(view: preact.JSX.Element, answers: Partial<Background>) {
  const background = fakeBackground(answers);
  const provided = { ...defaultAppContext(background), ...around };
  render(
    <AppContextProvider.Provider value={provided}>
      <main class="kindred">{view}</main>
    </AppContextProvider.Provider>,
  );
  return background;
}
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('the second device', () => {
  it('is off with who would hold the data, and on at a click', async () => {
    const { startSync } = show(<SyncSection />, {
      syncStatus: async () => off,
      startSync: async () => on,
    });
    expect(screen.getByText(/Whoever runs that account then holds it: Google/)).toBeTruthy();
    expect(screen.getByText(/Firefox and Chrome do not share data/)).toBeTruthy();
    fireEvent.click(await button('Copy to my other computers'));
    await screen.findByText(/Copying is on. Last written to the account today/);
    expect(startSync).toHaveBeenCalledTimes(1);
    expect((await axe.run(document.body)).violations.map(({ id }) => id)).toEqual([]);
  });

  it('asks what becomes of the copy before it stops', async () => {
    const { stopSync } = show(<SyncSection />, {
      syncStatus: async () => on,
      stopSync: async () => off,
    });
    fireEvent.click(await button('Stop copying…'));
    expect(document.activeElement?.textContent).toMatch(/^Your topics and marks stay/);
    fireEvent.click(await button('Stop everywhere, delete the copy'));
    await screen.findByText('Copying is off.');
    expect(stopSync).toHaveBeenCalledWith({ deleteCopy: true });
  });

  it.each([
    [{ ...on, left: { topics: 2, marks: 30 } }, /^2 topics and 30 marks found no room/],
    [{ ...on, problem: 'full' }, /^The browser takes no more/],
    [{ ...off, problem: 'unavailable' }, /^The browser doesn't let Kindred use its account/],
    [{ ...on, problem: 'newer' }, /^A later version of Kindred/],
    [{ ...off, problem: 'ended' }, /^Copying was stopped from another computer/],
  ] as [SyncStatus, RegExp][])('says %o', async (state, words) => {
    show(<SyncSection />, { syncStatus: async () => state });
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it('says a sentence when it cannot be turned on', async () => {
    show(<SyncSection />, { syncStatus: async () => off, startSync: failing('Not allowed.') });
    fireEvent.click(await button('Copy to my other computers'));
    expect((await screen.findByRole('alert')).textContent).toBe('Not allowed.');
  });

  it('puts the topics on the clipboard, or shows them where that is refused', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined);
    const text = '{"format":"kindred"}';
    show(<SyncSection />, {
      syncStatus: async () => off,
      topicsText: async () => ({ text, topics: 3 }),
    });
    fireEvent.click(await button('Copy my topics'));
    await screen.findByText('3 topics are on the clipboard.');
    expect(writeText).toHaveBeenCalledWith(text);
    writeText.mockRejectedValueOnce(new Error('no'));
    fireEvent.click(await button('Copy my topics'));
    const shown = await screen.findByLabelText('Your topics as text');
    expect((shown as HTMLTextAreaElement).value).toBe(text);
  });

  it('shows what pasted topics would add, adds them and takes them back', async () => {
    const { applyImport, undoImport } = show(<SyncSection />, {
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
    fireEvent.click(await button('Show what would be added'));
    await screen.findByText('New here: Proteins');
    expect(applyImport).not.toHaveBeenCalled();
    fireEvent.click(await button('Add'));
    fireEvent.click(await button('Undo'));
    await waitFor(() => expect(undoImport).toHaveBeenCalledWith({ undo: 'u1' }));
  });
});

describe('a notification a day', () => {
  const state: NotificationStatus = { on: false, minute: 540, offered: true, asked: false };
  const ask = async () => true;

  it('is not offered in the first week', async () => {
    const { notificationStatus } = show(<NotificationSection askToNotify={ask} />, {
      notificationStatus: async () => ({ ...state, offered: false }),
    });
    await waitFor(() => expect(notificationStatus).toHaveBeenCalled());
    expect(screen.queryByText('A notification a day')).toBeNull();
  });

  it('asks the browser in the click, and is on at the time chosen', async () => {
    const asked = vi.fn(ask);
    const { setNotifications } = show(<NotificationSection askToNotify={asked} />, {
      notificationStatus: async () => state,
      setNotifications: async ({ on: isOn, minute }) => ({
        on: isOn,
        minute,
        offered: true,
        asked: true,
      }),
    });
    fireEvent.input(await screen.findByLabelText('Tell me at'), { target: { value: '18:30' } });
    fireEvent.click(await button('Tell me once a day'));
    expect(asked).toHaveBeenCalledTimes(1);
    await screen.findByText('You are told once a day, if something is new.');
    expect(setNotifications).toHaveBeenCalledWith({ on: true, minute: 1_110 });
    fireEvent.click(await button('No more notifications'));
    await screen.findByText(/^You get no more notifications/);
    expect((await axe.run(document.body)).violations.map(({ id }) => id)).toEqual([]);
  });

  it('says so when the browser refuses', async () => {
    const { setNotifications } = show(<NotificationSection askToNotify={async () => false} />, {
      notificationStatus: async () => state,
    });
    fireEvent.click(await button('Tell me once a day'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Your browser doesn't let/);
    expect(setNotifications).not.toHaveBeenCalled();
  });
});
