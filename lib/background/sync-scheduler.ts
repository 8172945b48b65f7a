/** When copies are exchanged: by an alarm, when the account has changed, and at every start. */
import { browser } from 'wxt/browser';
import { type SyncSources, scheduleSync, syncOnce } from '../jobs/sync/sync-once.ts';
import { syncArea } from '../storage/sync-area.ts';
import { onAlarm, setAlarm, setAlarmBy } from './alarms.ts';
import type { Ports } from './ports.ts';

export interface SyncScheduler {
  sources: SyncSources;
  /** Exchanges now, and brings what came to topics and badge. One at a time. */
  exchange(): Promise<void>;
  /** Something that is copied has changed here. */
  noticed(): Promise<void>;
}

const copied = ['topics', 'marks', 'alerts'].map((kind) => `authored.${kind}`);
const ownMark = 'authored.copying';

export function createSyncScheduler(
  { userData, index }: Pick<Ports, 'userData' | 'index'>,
  takeIn: () => Promise<void>,
  account = syncArea,
): SyncScheduler {
  let last: Promise<unknown> = Promise.resolve();
  const sources: SyncSources = {
    userData,
    account,
    paperIds: async () => (await index()).ids(),
    wakeAt: (time) => setAlarm('copy', time),
    wakeBy: (time) => setAlarmBy('copy', time),
    now: () => new Date().toISOString(),
  };

  // What changes during an exchange sets its alarm after that has ended, which may take one away.
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = last.then(run, run);
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    sources,
    exchange: () =>
      inTurn(async () => {
        if (await syncOnce(sources)) await takeIn();
      }),
    noticed: () => inTurn(() => scheduleSync(sources)),
  };
}

/** Listens for what asks for an exchange. Must be called at the start of the background. */
export function listenForSync(copier: SyncScheduler): void {
  const exchange = () => {
    copier.exchange().catch((error: unknown) => {
      // The alarm set before it wakes the next try; what is stored stays.
      console.warn('Kindred: copies could not be exchanged and will be.', error);
    });
  };
  onAlarm('copy', exchange);
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync') exchange();
    // An exchange stores what it changed together with what it knows of it.
    const isOurs = copied.some((key) => key in changes) && !(ownMark in changes);
    if (area === 'local' && isOurs) void copier.noticed().catch(() => undefined);
  });
}
