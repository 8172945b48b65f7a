/** The browser's alarms by name: the update, the sync and the notification. The browser stores them. */
export type AlarmName = 'update' | 'copy' | 'notice';

/** Sets one alarm to a time in milliseconds since 1970; null clears it. */
export type SetAlarm = (time: number | null) => Promise<void>;

/**
 * Chromium limits alarms of packed extensions to one in half a minute.
 * https://developer.chrome.com/docs/extensions/reference/api/alarms
 */
export const MIN_ALARM_MS = 30_000;

/**
 * Runs `work` with the alarm set to `retryAt`, so that a background killed in the middle is woken to
 * run it again. Then the alarm is set to `nextAlarm` of the outcome: null clears it, and where it is
 * absent, or `work` rejects, the retry stays.
 */
export async function withRetryAlarm<T extends { nextAlarm?: number | null }>(
  setAlarm: SetAlarm,
  retryAt: number,
  work: () => Promise<T>,
): Promise<T> {
  await setAlarm(retryAt);
  const outcome = await work();
  if (outcome.nextAlarm !== undefined) await setAlarm(outcome.nextAlarm);
  return outcome;
}
