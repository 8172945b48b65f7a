/** What tests ask of the extension through its own API. */
import type { Reply } from '../../lib/failure/failure.ts';
import type { Answer, CallName, Request } from '../../lib/messages/contract.ts';
import type { AlarmSeen, ExtensionBrowser } from './extension-browser.ts';
import { until } from './wait.ts';

/**
 * Asks the background as the extension's own pages do.
 * @throws {Error} the code and the message of a failure.
 */
export async function askExtension<N extends CallName>(
  browser: ExtensionBrowser,
  name: N,
  request: Request<N>,
): Promise<Answer<N>> {
  const message = { kindred: name, request };
  const reply = (await browser.inExtension(
    (api, asked) => api.runtime.sendMessage(asked),
    message,
  )) as Reply<Answer<N>> | null | undefined;
  if (!reply) throw new Error(`Nobody answered "${name}".`);
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.value;
}

/** Text on the icon: the one of a tab, or of all tabs. */
export function badgeText(browser: ExtensionBrowser, tabId?: number): Promise<string> {
  return browser.inExtension(
    (api, id) => api.action.getBadgeText(id === null ? {} : { tabId: id }),
    tabId ?? null,
  );
}

/** Number of the tab that shows an address, waited for. */
export function tabIdOf(browser: ExtensionBrowser, url: string): Promise<number> {
  return until(`a tab with ${url}`, async () => {
    const tabs = await browser.inExtension((api) => api.tabs.query({}), null);
    return tabs.find((tab) => tab.url === url)?.id;
  });
}

export function alarms(browser: ExtensionBrowser): Promise<AlarmSeen[]> {
  return browser.inExtension((api) => api.alarms.getAll(), null);
}

/** Lets every alarm go off now, as when the device wakes after a long sleep. */
export async function fireAlarms(browser: ExtensionBrowser): Promise<void> {
  const all = await alarms(browser);
  if (all.length === 0) throw new Error('There is no alarm.');
  for (const { name } of all) await fireAlarm(browser, name);
}

/** Lets an alarm go off now; its period stays. Wakes a stopped background, as alarms do. */
async function fireAlarm(browser: ExtensionBrowser, name: string): Promise<void> {
  const due = await browser.inExtension(async (api, wanted) => {
    const alarm = await api.alarms.get(wanted);
    if (!alarm) return null;
    const when = Date.now() + 50;
    const { periodInMinutes } = alarm;
    await api.alarms.create(wanted, periodInMinutes ? { when, periodInMinutes } : { when });
    return when;
  }, name);
  // Another alarm's handler may have removed it meanwhile.
  if (due === null) return;
  await until(`alarm "${name}" to go off`, async () => {
    const alarm = (await alarms(browser)).find((other) => other.name === name);
    return !alarm || alarm.scheduledTime > due + 10;
  });
}
