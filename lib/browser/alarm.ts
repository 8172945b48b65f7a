import { browser } from 'wxt/browser';

const updateAlarm = 'update';

/** Has the browser wake the worker at a time in milliseconds since 1970, for the next update step. */
export async function wakeAt(time: number): Promise<void> {
  await browser.alarms.create(updateAlarm, { when: time });
}

/** Calls `run` when the update's alarm goes off. Must be called at the start of the background. */
export function onWake(run: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === updateAlarm) run();
  });
}
