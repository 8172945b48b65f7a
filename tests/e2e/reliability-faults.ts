/** What can go wrong, as the tests and the report of reliability make it happen. */
import type { BuildCopy } from '../browsers/build-copy.ts';
import { fireAlarms } from '../browsers/extension-calls.ts';
import { until } from '../browsers/wait.ts';
import type { Fault } from '../fake-services/faults.ts';
import type { Session } from './session.ts';

export interface Scenario {
  name: string;
  /** Makes it happen; the answer ends it. */
  begin(session: Session): Promise<() => Promise<void> | void>;
  /** Part of the sentence that the user sees; null if nothing is wrong and no problem shows. */
  says: string | null;
  /** Whether the user may also see no problem, where the browser recovers by itself. */
  orNothing?: boolean;
}

const service = (name: string, says: string, fault: Fault): Scenario => ({
  name,
  says,
  begin: async (session) => session.services.fail({ path: '/api/daily_papers' }, fault),
});

const unreachable = 'Daily Papers can’t be reached';
const refuses = 'Daily Papers rejects our requests';
const busy = 'Daily Papers is limiting requests; Kindred is waiting';
const slow = 'Daily Papers takes too long to respond';
const broken = 'Daily Papers has a server error (500)';
const notJson = 'Daily Papers sent something other than its list';
const unexpected = 'Daily Papers sent its list in an unknown format';

const yearHours = 366 * 24;

const json = 'application/json; charset=utf-8';
const odd = [{ paper: { id: 7, title: null } }, { paper: 'none' }, null, 3];
const huge = `[${'{"paper":{"id":"2401.00001","title":"Again"}},'.repeat(500_000)}null]`;

/** A fault that the background simulates: of its database, or of its patience with a service. */
type Weakness = 'full' | 'unreadable' | 'impatient' | null;

/** The background can be made to fail, by a message from a page of the extension. */
export function failOnDemand(build: BuildCopy): void {
  build.beforeBackground(`{
  let weakness = null;
  const channel = new BroadcastChannel('kindred-test');
  channel.onmessage = ({ data }) => {
    weakness = data.weakness;
    channel.postMessage('heard');
  };
  for (const name of ['put', 'add']) {
    const original = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...given) {
      if (weakness === 'full') throw new DOMException('The disk is full.', 'QuotaExceededError');
      return original.apply(this, given);
    };
  }
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...given) {
    if (weakness === 'unreadable') throw new DOMException('Internal error.', 'UnknownError');
    return transaction.apply(this, given);
  };
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (ms) => timeout.call(AbortSignal, weakness === 'impatient' ? 1_500 : ms);
}
`);
}

/** Runs in a page of the extension: rejects if the background does not receive it within a second. */
function weaken(_: unknown, weakness: Weakness): Promise<void> {
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel('kindred-test');
    const late = setTimeout(() => end(reject), 1_000);
    channel.onmessage = () => end(resolve);
    channel.postMessage({ weakness });
    function end(settle: () => void): void {
      clearTimeout(late);
      channel.close();
      settle();
    }
  });
}

async function setWeakness(session: Session, weakness: Weakness): Promise<void> {
  await until(`the background to be ${weakness ?? 'well'}`, async () => {
    // Wakes the background to receive it; with an unreadable database it answers with a failure.
    await session.ask('status', {}).catch(() => undefined);
    await session.browser.inExtension(weaken, weakness);
    return true;
  });
}

function database(name: string, says: string, weakness: 'full' | 'unreadable'): Scenario {
  return {
    name,
    says,
    async begin(session) {
      await setWeakness(session, weakness);
      await fireAlarms(session.browser);
      return () => setWeakness(session, null);
    },
  };
}

/** A service that takes longer than the background waits, which is not the usual 20 s here. */
function slowService(name: string, fault: Fault): Scenario {
  return {
    name,
    says: slow,
    async begin(session) {
      await setWeakness(session, 'impatient');
      const end = session.services.fail({ path: '/api/daily_papers' }, fault);
      return async () => {
        end();
        await setWeakness(session, null);
      };
    },
  };
}

/** Runs in a page of the extension: deletes records of the index, all but the list of them. */
function damageIndex(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kindred');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const change = opening.result.transaction('index', 'readwrite');
      const index = change.objectStore('index');
      index.getAllKeys().onsuccess = ({ target }) => {
        const keys = (target as IDBRequest<IDBValidKey[]>).result;
        for (const key of keys.filter((one) => one !== 'manifest')) index.delete(key);
      };
      change.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      change.onerror = () => reject(change.error);
    };
  });
}

/** Runs in a page of the extension: holds a connection open that blocks all upgrades and deletions. */
function holdDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kindred');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      Object.assign(globalThis, { held: opening.result });
      resolve();
    };
  });
}

export const scenarios: Scenario[] = [
  service('connection refused', unreachable, { kind: 'refuse' }),
  slowService('time-out: no answer at all', { kind: 'silent' }),
  slowService('slow drip: a byte every 300 ms', { kind: 'drip', ms: 300 }),
  service('cut off in mid-body', unreachable, { kind: 'cut-off' }),
  service('HTML instead of JSON', notJson, { kind: 'html' }),
  service('JSON of wrong types', unexpected, {
    kind: 'answer',
    type: json,
    body: JSON.stringify(odd),
  }),
  service('JSON that is another document', unexpected, {
    kind: 'answer',
    type: json,
    body: '{"error":"moved"}',
  }),
  service('huge body (23 MB)', unexpected, { kind: 'answer', type: json, body: huge }),
  {
    ...service('304 that nobody asked for', refuses, { kind: 'status', status: 304, body: '' }),
    // Firefox has the last answer in its own cache, and takes it as still good.
    orNothing: true,
  },
  service('429 with Retry-After and RateLimit', busy, {
    kind: 'status',
    status: 429,
    headers: { 'retry-after': '20', ratelimit: '"api";r=0;t=20' },
  }),
  service('429 without headers', busy, { kind: 'status', status: 429 }),
  service('500', broken, { kind: 'status', status: 500 }),
  service('404', refuses, { kind: 'status', status: 404 }),
  service('redirect to another host', refuses, {
    kind: 'redirect',
    to: 'https://elsewhere.example/',
  }),
  {
    name: 'the clock was a year ahead',
    says: null,
    begin: async (session) => {
      await session.letHoursPass(-yearHours);
      return () => {};
    },
  },
  {
    name: 'the clock is a year ahead',
    says: null,
    begin: async (session) => {
      await session.letHoursPass(yearHours);
      return () => {};
    },
  },
  {
    name: 'two windows updating at once',
    says: null,
    begin: async (session) => {
      const windows = [await session.popup(), await session.popup()];
      await Promise.all([1, 2, 3].map(() => session.ask('checkNow', {})));
      return async () => {
        for (const window of windows) await window.close();
      };
    },
  },
  database('quota exceeded', 'This device couldn’t store new papers', 'full'),
  database('database unreadable', 'cannot read Kindred’s database', 'unreadable'),
  {
    name: 'the index is damaged',
    says: null,
    async begin(session) {
      await session.browser.stopWorker();
      await session.browser.inExtension(damageIndex, null);
      return () => {};
    },
  },
  {
    name: 'the database is held open by another window',
    says: null,
    async begin(session) {
      await session.browser.inExtension(holdDatabase, null);
      await session.browser.stopWorker();
      return () =>
        session.browser.inExtension(() => {
          (globalThis as unknown as { held: IDBDatabase }).held.close();
        }, null);
    },
  },
];
