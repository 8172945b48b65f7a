// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { SyncSection } from '../../../components/options/sync/SyncSection.tsx';
import { OfferedTopics } from '../../../components/shared/FoundTopics.tsx';
import type { SyncStatus } from '../../../lib/answers/sync/sync-answer.ts';
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
const found: SyncStatus = { ...off, found: { topics: 6, names: ['Caches', 'Proteins'] } };

describe('topics that another device has synced', () => {
  it('are named before anything is merged, and accepted or dismissed', async () => {
    const { startSync, dismissSyncOffer } = showWithContext(
      <OfferedTopics onDone={() => undefined} />,
      {
        syncStatus: async () => found,
        startSync: async () => on,
        dismissSyncOffer: async () => null,
      },
    );
    await screen.findByText('Found 6 topics from your other device');
    expect(screen.getByText('Caches, Proteins … +4')).toBeTruthy();
    expect(startSync).not.toHaveBeenCalled();
    fireEvent.click(await button('Not now'));
    await waitFor(() => expect(screen.queryByText(/^Found/)).toBeNull());
    expect(dismissSyncOffer).toHaveBeenCalledTimes(1);
  });

  it('are named only in the options once they were dismissed', async () => {
    const later = { ...found, notNow: true };
    const { syncStatus } = showWithContext(<OfferedTopics onDone={() => undefined} />, {
      syncStatus: async () => later,
    });
    await waitFor(() => expect(syncStatus).toHaveBeenCalled());
    expect(screen.queryByText(/^Found/)).toBeNull();
    cleanup();
    showWithContext(<SyncSection />, { syncStatus: async () => later });
    await screen.findByText('Found 6 topics from your other device');
  });
});
