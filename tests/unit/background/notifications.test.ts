import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenForAlarms } from '../../../lib/background/alarms.ts';
import { listenForNotifications, showNotification } from '../../../lib/background/notifications.ts';
import { openPorts } from '../../../lib/background/ports.ts';
import { BackgroundJobs } from '../../../lib/jobs/jobs.ts';

const topics = (...names: string[]) => names.map((name) => ({ name, count: 1 }));

beforeEach(() => {
  const { permissions, notifications } = browser;
  vi.spyOn(permissions, 'contains').mockImplementation((async () => true) as never);
  const event = { addListener: () => undefined };
  Object.assign(permissions, { onAdded: event, onRemoved: event });
  Object.assign(notifications, { onButtonClicked: { addListener: vi.fn() } });
});

it('shows how many papers are new in which topics, silently, with a button for fewer', async () => {
  const create = vi.spyOn(browser.notifications, 'create').mockResolvedValue('news' as never);
  vi.stubEnv('FIREFOX', '');
  onTestFinished(() => void vi.unstubAllEnvs());
  await showNotification({ total: 3, topics: topics('Caches', 'Proteins') });
  await showNotification({ total: 1, topics: topics('a', 'b', 'c', 'd', 'e') });
  const shown = create.mock.calls.map(([, options]) => options as unknown as { message: string });
  expect(shown.map(({ message }) => message.split(' | ').at(-1))).toEqual([
    '3 new in Caches, Proteins',
    '1 new in a, b, c, and 2 more',
  ]);
  expect(shown[0]).toMatchObject({ silent: true, buttons: [{ title: 'Edit topics' }] });
});

it('shows nothing once the browser does not allow it', async () => {
  vi.spyOn(browser.permissions, 'contains').mockImplementation((async () => false) as never);
  const create = vi.spyOn(browser.notifications, 'create');
  await showNotification({ total: 3, topics: topics('Caches') });
  expect(create).not.toHaveBeenCalled();
});

it('opens the unread list at a click', async () => {
  const opened = vi.spyOn(browser.tabs, 'create');
  vi.spyOn(browser.windows, 'update').mockResolvedValue(undefined as never);
  const ports = openPorts();
  listenForNotifications(new BackgroundJobs(ports), ports);
  await fakeBrowser.notifications.onClicked.trigger('news');
  await vi.waitFor(() => expect(opened).toHaveBeenCalled());
  expect(opened.mock.calls[0]?.[0]?.url).toMatch(/sidepanel\.html\?notice=told$/);
});

it('waits after a long sleep for the sync, because another device may have notified', async () => {
  const ports = openPorts();
  const read = vi.spyOn(ports.userData, 'get');
  listenForAlarms(new BackgroundJobs(ports));
  const ring = (late: number) =>
    fakeBrowser.alarms.onAlarm.trigger({
      name: 'notice',
      scheduledTime: Date.now() - late,
    } as never);
  await ring(3 * 3_600_000);
  await vi.waitFor(async () => expect(await browser.alarms.get('notice')).toBeDefined());
  expect(read).not.toHaveBeenCalled();
  await ring(50);
  await vi.waitFor(() => expect(read).toHaveBeenCalled());
});
