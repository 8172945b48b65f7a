import { browser } from 'wxt/browser';

/** What the worker is woken for: the next update step, an exchange of copies, a notification. */
type AlarmName = 'update' | 'copy' | 'notice';

/** Has the browser wake the worker at a time in milliseconds since 1970, for the next update step. */
export const wakeForUpdate = (time: number): Promise<void> => setAlarm('update', time);

/** Sets an alarm in the place of one of that name; null takes it away. */
export async function setAlarm(name: AlarmName, time: number | null): Promise<void> {
  if (time === null) await browser.alarms.clear(name);
  else await browser.alarms.create(name, { when: time });
}

/** Sets an alarm where there is none as early. */
export async function setAlarmBy(name: AlarmName, time: number): Promise<void> {
  const known = await browser.alarms.get(name);
  if (known === undefined || known.scheduledTime > time) await setAlarm(name, time);
}

/**
 * Calls `run` when an alarm goes off, with how many milliseconds late it is: hours where the device
 * was asleep. Must be called at the start of the background.
 */
export function onAlarm(wanted: AlarmName, run: (late: number) => void): void {
  browser.alarms.onAlarm.addListener(({ name, scheduledTime }) => {
    if (name === wanted) run(Date.now() - scheduledTime);
  });
}
