import { browser } from 'wxt/browser';
import type { AlarmName } from '../jobs/alarms.ts';
import type { BackgroundJobs } from '../jobs/jobs.ts';

/** Sets an alarm, in milliseconds since 1970, instead of the one of that name; null clears it. */
export async function setAlarm(name: AlarmName, time: number | null): Promise<void> {
  if (time === null) await browser.alarms.clear(name);
  else await browser.alarms.create(name, { when: time });
}

/** Sets an alarm unless there is an earlier one of that name. */
export async function setAlarmBy(name: AlarmName, time: number): Promise<void> {
  const known = await browser.alarms.get(name);
  if (known === undefined || known.scheduledTime > time) await setAlarm(name, time);
}

/** Runs the job of each alarm. Must be called at the start of the background. */
export function listenForAlarms({ alarms }: Pick<BackgroundJobs, 'alarms'>): void {
  browser.alarms.onAlarm.addListener(({ name, scheduledTime }) => {
    if (!Object.hasOwn(alarms, name)) return;
    alarms[name as AlarmName](Date.now() - scheduledTime).catch((error: unknown) => {
      console.warn(`Kindred: the job of the alarm “${name}” failed.`, error);
    });
  });
}
