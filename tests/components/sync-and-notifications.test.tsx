// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppContextProvider, defaultAppContext } from '../../components/app-context.ts';
import { SyncSection } from '../../components/options/sync/SyncSection.tsx';
import { FewerAlerts } from '../../components/popup/FewerAlerts.tsx';
import { NotificationOffer } from '../../components/popup/NotificationOffer.tsx';
import { OfferedTopics } from '../../components/shared/FoundTopics.tsx';
import type { SyncStatus } from '../../lib/answers/sync/sync-answer.ts';
import type { Background } from '../../lib/messages/contract.ts';
import type { NotificationStatus } from '../../lib/topics/notification-schedule.ts';
import type { Topic } from '../../lib/topics/topic.ts';
import { around, fakeBackground, preview } from './fakes.ts';

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
const found: SyncStatus = { ...off, found: { topics: 6, names: ['Caches', 'Proteins'] } };

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

describe('what another device put into the account', () => {
  it('is named before anything is merged, with two ways on', async () => {
    const { startSync, dismissSyncOffer } = show(<OfferedTopics onDone={() => undefined} />, {
      syncStatus: async () => found,
      startSync: async () => on,
      dismissSyncOffer: async () => null,
    });
    await screen.findByText('Found 6 topics from your other computer');
    expect(screen.getByText('Caches, Proteins … +4')).toBeTruthy();
    expect(startSync).not.toHaveBeenCalled();
    fireEvent.click(await button('Not now'));
    await waitFor(() => expect(screen.queryByText(/^Found/)).toBeNull());
    expect(dismissSyncOffer).toHaveBeenCalledTimes(1);
  });

  it('is not named again after "not now", but in the options', async () => {
    const later = { ...found, notNow: true };
    const { syncStatus } = show(<OfferedTopics onDone={() => undefined} />, {
      syncStatus: async () => later,
    });
    await waitFor(() => expect(syncStatus).toHaveBeenCalled());
    expect(screen.queryByText(/^Found/)).toBeNull();
    cleanup();
    show(<SyncSection />, { syncStatus: async () => later });
    await screen.findByText('Found 6 topics from your other computer');
  });
});

describe('a notification a day', () => {
  const state: NotificationStatus = { on: false, minute: 540, offered: true, asked: false };

  it('is offered above the unread papers until the user says yes or no', async () => {
    const onOptions = vi.fn();
    const { setNotifications } = show(<NotificationOffer onOptions={onOptions} />, {
      notificationStatus: async () => state,
      setNotifications: async () => ({ ...state, asked: true }),
    });
    fireEvent.click(await button('Choose a time…'));
    expect(onOptions).toHaveBeenCalledTimes(1);
    fireEvent.click(await button('No, thanks'));
    await waitFor(() => expect(screen.queryByText(/^Kindred can tell you/)).toBeNull());
    expect(setNotifications).toHaveBeenCalledWith({ on: false, minute: 540 });
    cleanup();
    const { notificationStatus } = show(<NotificationOffer onOptions={onOptions} />, {
      notificationStatus: async () => ({ ...state, asked: true }),
    });
    await waitFor(() => expect(notificationStatus).toHaveBeenCalled());
    expect(screen.queryByText(/^Kindred can tell you/)).toBeNull();
  });
});

describe('fewer of these', () => {
  const topic: Topic = {
    id: 't',
    name: 'Caches',
    query: 'cache',
    created: '2026-01-01T00:00:00.000Z',
  };
  const lines = (answers: Partial<Background> = {}) =>
    show(<FewerAlerts topics={[topic]} isOpen onChange={() => undefined} />, {
      previewTopic: async () => preview,
      editTopic: async () => topic,
      notificationStatus: async () => ({ on: true, minute: 540, offered: true, asked: true }),
      setNotifications: async ({ on: isOn, minute }) => ({
        on: isOn,
        minute,
        offered: true,
        asked: true,
      }),
      ...answers,
    });
  const undo = async () => fireEvent.click(await button('Undo'));

  it('lowers the budget in one click, and back in one', async () => {
    const { editTopic } = lines();
    fireEvent.click(await button('“Caches”: about 1 a week instead of 2'));
    await screen.findByText('“Caches” now brings about 1 a week.');
    expect(editTopic).toHaveBeenLastCalledWith({
      id: 't',
      name: 'Caches',
      query: 'cache',
      least: 6,
    });
    await undo();
    await waitFor(() =>
      expect(editTopic).toHaveBeenLastCalledWith({ id: 't', name: 'Caches', query: 'cache' }),
    );
  });

  it('leaves a topic to the list alone, or ends notifications', async () => {
    const { editTopic, setNotifications } = lines();
    fireEvent.click(await button('“Caches”: to the list alone, not to the icon'));
    await screen.findByText('“Caches” now goes to the list alone.');
    expect(editTopic).toHaveBeenLastCalledWith(expect.objectContaining({ quiet: true }));
    await undo();
    fireEvent.click(await button('No more notifications'));
    await screen.findByText(/^You get no more notifications/);
    expect(setNotifications).toHaveBeenLastCalledWith({ on: false, minute: 540 });
    await undo();
    await waitFor(() =>
      expect(setNotifications).toHaveBeenLastCalledWith({ on: true, minute: 540 }),
    );
    expect(within(document.body).queryByRole('alert')).toBeNull();
  });
});
