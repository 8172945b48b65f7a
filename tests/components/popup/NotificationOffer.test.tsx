// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { NotificationOffer } from '../../../components/popup/NotificationOffer.tsx';
import type { NotificationStatus } from '../../../lib/topics/notification-schedule.ts';
import { button } from '../queries.ts';
import { showWithContext } from '../show-with-context.tsx';

afterEach(cleanup);

const offer = /^Kindred can notify you once a day/;
const state: NotificationStatus = { on: false, minute: 540, offered: true, asked: false };

it('offers a daily notification until the user accepts or declines', async () => {
  const onOptions = vi.fn();
  const { setNotifications } = showWithContext(<NotificationOffer onOptions={onOptions} />, {
    notificationStatus: async () => state,
    setNotifications: async () => ({ ...state, asked: true }),
  });
  await screen.findByText(offer);
  fireEvent.click(await button('Choose a time…'));
  expect(onOptions).toHaveBeenCalledTimes(1);
  fireEvent.click(await button('No, thanks'));
  await waitFor(() => expect(screen.queryByText(offer)).toBeNull());
  expect(setNotifications).toHaveBeenCalledWith({ on: false, minute: 540 });
  cleanup();
  const { notificationStatus } = showWithContext(<NotificationOffer onOptions={onOptions} />, {
    notificationStatus: async () => ({ ...state, asked: true }),
  });
  await waitFor(() => expect(notificationStatus).toHaveBeenCalled());
  expect(screen.queryByText(offer)).toBeNull();
});
