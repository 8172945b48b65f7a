/** System notifications, once the user has allowed them. */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { hasNotificationPermission } from '../extension/notification-permission.ts';
import type { BackgroundJobs, JobPorts } from '../jobs/jobs.ts';
import type { UnreadSummary } from '../jobs/unread-summary.ts';

const notificationId = 'news';
const maxTopicNames = 3;
const views = ['popup', 'sidepanel', 'options', 'reader', 'welcome'].map((name) => `/${name}.html`);

/** Whether one of Kindred's own pages is open. Panels on other pages do not count. */
export async function isViewOpen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({});
  return contexts.some(
    ({ documentUrl }) => documentUrl !== undefined && views.includes(new URL(documentUrl).pathname),
  );
}

function messageOf({ total, topics }: UnreadSummary): string {
  const names = topics.slice(0, maxTopicNames).map(({ name }) => name);
  const rest = topics.length - names.length;
  if (rest > 0) names.push(i18n.t('badge.more', [String(rest)]));
  return i18n.t('notice.news', total, [String(total), names.join(', ')]);
}

export async function showNotification(unread: UnreadSummary): Promise<void> {
  if (!(await hasNotificationPermission())) return;
  await browser.notifications.create(notificationId, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png' as never),
    title: i18n.t('extName'),
    message: messageOf(unread),
    // Firefox has no notification buttons and rejects properties that it does not know.
    ...(import.meta.env.FIREFOX
      ? {}
      : { silent: true, buttons: [{ title: i18n.t('notice.fewer') }] }),
  });
}

/** Opens the unread papers in a new tab; with `isFewer`, with the choices for fewer alerts. */
async function openUnread(isFewer: boolean): Promise<void> {
  const parameters = new URLSearchParams({ notice: isFewer ? 'fewer' : 'told' });
  const url = `${browser.runtime.getURL('/sidepanel.html' as never)}?${parameters}`;
  await browser.notifications.clear(notificationId);
  try {
    const { windowId } = await browser.tabs.create({ url });
    await browser.windows.update(windowId, { focused: true });
  } catch {
    // No window is open.
    await browser.windows.create({ url });
  }
}

/** Must be called at the start of the background. */
export function listenForNotifications(
  jobs: Pick<BackgroundJobs, 'notify' | 'scheduleNotification'>,
  { userData, setAlarm }: Pick<JobPorts, 'userData' | 'setAlarm'>,
): void {
  browser.runtime.onInstalled.addListener(() => {
    jobs.notify().catch((error: unknown) => {
      console.warn('Kindred: there is no notification today.', error);
    });
  });
  browser.runtime.onStartup.addListener(() => void jobs.scheduleNotification());
  let isListening = false;
  const listenForClicks = () => {
    const { notifications } = browser;
    // The permission is optional: without it the API is missing.
    if (isListening || notifications === undefined) return;
    isListening = true;
    notifications.onClicked.addListener(() => void openUnread(false));
    notifications.onButtonClicked?.addListener(() => void openUnread(true));
  };
  listenForClicks();
  browser.permissions.onAdded.addListener(listenForClicks);
  browser.permissions.onRemoved.addListener(({ permissions }) => {
    if (!permissions?.includes('notifications')) return;
    void userData
      .update('notices', (settings) => ({ ...settings, on: false }))
      .then(() => setAlarm('notice', null));
  });
}
