// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NotificationSection } from '../../../components/options/NotificationSection.tsx';
import type { NotificationStatus } from '../../../lib/topics/notification-schedule.ts';
import { button } from '../queries.ts';
import { showWithContext } from '../show-with-context.tsx';

afterEach(cleanup);

describe('the daily notification', () => {
  const state: NotificationStatus = { on: false, minute: 540, offered: true, asked: false };
  const ask = async () => true;

  it('is not offered in the first week', async () => {
    const { notificationStatus } = showWithContext(<NotificationSection askToNotify={ask} />, {
      notificationStatus: async () => ({ ...state, offered: false }),
    });
    await waitFor(() => expect(notificationStatus).toHaveBeenCalled());
    expect(screen.queryByText('Daily notification')).toBeNull();
  });

  it('asks the browser during the click, and is on at the chosen time', async () => {
    const asked = vi.fn(ask);
    const { setNotifications } = showWithContext(<NotificationSection askToNotify={asked} />, {
      notificationStatus: async () => state,
      setNotifications: async ({ on: isOn, minute }) => ({
        on: isOn,
        minute,
        offered: true,
        asked: true,
      }),
    });
    fireEvent.input(await screen.findByLabelText('Notify me at'), { target: { value: '18:30' } });
    fireEvent.click(await button('Notify me once a day'));
    expect(asked).toHaveBeenCalledTimes(1);
    await screen.findByText('You’ll be notified once a day when there’s something new.');
    expect(setNotifications).toHaveBeenCalledWith({ on: true, minute: 1_110 });
    fireEvent.click(await button('Turn off notifications'));
    await screen.findByText(/^Notifications are off/);
    expect((await axe.run(document.body)).violations.map(({ id }) => id)).toEqual([]);
  });

  it('says that the browser refused', async () => {
    const { setNotifications } = showWithContext(
      <NotificationSection askToNotify={async () => false} />,
      {
        notificationStatus: async () => state,
      },
    );
    fireEvent.click(await button('Notify me once a day'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Your browser doesn’t allow/);
    expect(setNotifications).not.toHaveBeenCalled();
  });
});
