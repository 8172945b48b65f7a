/** Notifications, as the browser shows them once the user has allowed them. */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { hasNotificationPermission } from '../extension/notification-permission.ts';
import type { UnreadSummary } from '../jobs/badge-news.ts';
import { type NotificationSources, sendDailyNotification } from '../jobs/daily-notification.ts';
import { onAlarm, setAlarm } from './alarms.ts';
import type { Ports } from './ports.ts';

const noticeId = 'news';
const named = 3;
/** A browser that has just begun or woken hears first of what was told elsewhere. */
const afterStartMs = 120_000;

const views = ['popup', 'sidepanel', 'options', 'reader', 'welcome'].map((name) => `/${name}.html`);

/** Whether one of Kindred's own pages is open. Panels on other pages are not. */
async function isViewOpen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({});
  return contexts.some(
    ({ documentUrl }) => documentUrl !== undefined && views.includes(new URL(documentUrl).pathname),
  );
}

function wordsOf({ total, topics }: UnreadSummary): string {
  const names = topics.slice(0, named).map(({ name }) => name);
  const rest = topics.length - names.length;
  if (rest > 0) names.push(i18n.t('badge.more', [String(rest)]));
  return i18n.t('notice.news', total, [String(total), names.join(', ')]);
}

async function show(news: UnreadSummary): Promise<void> {
  if (!(await hasNotificationPermission())) return;
  await browser.notifications.create(noticeId, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png' as never),
    title: i18n.t('extName'),
    message: wordsOf(news),
    // Firefox refuses what it does not know; its notifications have no buttons.
    ...(import.meta.env.FIREFOX
      ? {}
      : { silent: true, buttons: [{ title: i18n.t('notice.fewer') }] }),
  });
}

export function notificationSources({ userData, digest }: Pick<Ports, 'userData' | 'digest'>) {
  return {
    userData,
    digest,
    isViewOpen,
    show,
    wakeAt: (time: number | null) => setAlarm('notice', time),
    now: () => new Date(),
  } satisfies NotificationSources;
}

/** The unread list in a tab of its own, from a notification. */
async function openList(fewer: boolean): Promise<void> {
  const asked = new URLSearchParams({ notice: fewer ? 'fewer' : 'told' });
  const url = `${browser.runtime.getURL('/sidepanel.html' as never)}?${asked}`;
  await browser.notifications.clear(noticeId);
  try {
    const { windowId } = await browser.tabs.create({ url });
    await browser.windows.update(windowId, { focused: true });
  } catch {
    // No window is open.
    await browser.windows.create({ url });
  }
}

/** Listens for times and clicks. Must be called at the start of the background. */
export function listenForNotifications(sources: NotificationSources): void {
  const tell = () => {
    sendDailyNotification(sources).catch((error: unknown) => {
      console.warn('Kindred: there is no notification today.', error);
    });
  };
  onAlarm('notice', (late) => {
    if (late < afterStartMs) tell();
    else void setAlarm('notice', Date.now() + afterStartMs);
  });
  browser.runtime.onInstalled.addListener(tell);
  browser.runtime.onStartup.addListener(() => {
    void sources.userData.get('notices').then(async ({ on }) => {
      await setAlarm('notice', on ? Date.now() + afterStartMs : null);
    });
  });
  let listens = false;
  const listen = () => {
    const { notifications } = browser;
    // Not there before the user has allowed it.
    if (listens || notifications === undefined) return;
    listens = true;
    notifications.onClicked.addListener(() => void openList(false));
    notifications.onButtonClicked?.addListener(() => void openList(true));
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
  browser.permissions.onRemoved.addListener(({ permissions }) => {
    if (!permissions?.includes('notifications')) return;
    void sources.userData
      .update('notices', (notices) => ({ ...notices, on: false }))
      .then(() => setAlarm('notice', null));
  });
}
