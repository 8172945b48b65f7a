/** One session whose content is the same on every day and machine. */
import { until } from '../browsers/wait.ts';
import { Session } from '../e2e/session.ts';
import {
  newPaper,
  type SamplePaper,
  shiftDay,
  weekdaysBefore,
} from '../fake-services/sample-papers.ts';
import { fields } from '../fake-services/topics.ts';

export const day = '2026-03-18';
const noon = `${day}T12:00:00.000Z`;
const firstDay = shiftDay(day, -183);

/** A field whose papers the screens are about, with one only on arXiv and others listed. */
export const field = 'speech synthesis';

function withFormulas(papers: SamplePaper[]): void {
  const listed = papers.filter(({ listedAt }) => listedAt);
  const newest = listed.sort((a, b) => ((a.listedAt ?? '') < (b.listedAt ?? '') ? 1 : -1))[0];
  Object.assign(newest ?? {}, {
    title: 'Sorting Papers in $O(n \\log n)$ Steps',
    abstract:
      'We sort $n$ papers by $x^2 + \\alpha_i$, and bound the cost: $$\\sum_{i=1}^{n} \\frac{1}{i} \\le 1 + \\ln n.$$ All else is as before.',
    upvotes: 900,
  });
}

/** Fifteen on a day of each week for five months: with them there is something to compare the last weeks with. */
function earlierPapers(): SamplePaper[] {
  const days = weekdaysBefore(day, 120).filter((_, at) => at > 10 && at % 5 === 0);
  return days.flatMap((listed, week) =>
    Array.from({ length: 15 }, (_, at) => {
      const one = fields[(week + at) % earlierFields] as (typeof fields)[number];
      const title = `${one.works[(week + at) % one.works.length]}, Part ${week + 1}.${at + 1}`;
      return newPaper(one.name, title, listed, 31_000 + week * 15 + at);
    }),
  );
}
/** Number of fields with papers at that time: the others rise. */
const earlierFields = 7;

/** Writes parts of what the update knows, as if time had made it so. */
export async function changeUpdateState(session: Session, change: object): Promise<void> {
  await session.browser.inExtension(writeUpdateState, change);
}

/** Runs in a page of the extension. */
function writeUpdateState(_: unknown, change: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kindred');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const writing = database.transaction('meta', 'readwrite');
      const meta = writing.objectStore('meta');
      const reading = meta.get('update');
      reading.onsuccess = () => meta.put({ ...reading.result, ...change }, 'update');
      writing.oncomplete = () => {
        database.close();
        resolve();
      };
      writing.onerror = () => reject(writing.error);
    };
  });
}

/** Returns every day back to `oldest`, read at noon; only those that `counts` accepts, if given. */
export const readSince = (oldest: string, counts = (_: string) => true): Record<string, string> => {
  const read: Record<string, string> = {};
  for (let one = day; one >= oldest; one = shiftDay(one, -1)) if (counts(one)) read[one] = noon;
  return read;
};

const settled = {
  goal: firstDay,
  loadFrom: day,
  lastCheck: noon,
  check: null,
  asked: false,
  paused: false,
  problem: null,
  quietUntil: null,
};

/** All days that are wanted are read, the last check was at noon. */
export const atRest = { ...settled, read: readSince(firstDay) };

/** The first load has reached January and pauses: it may fetch nothing until the evening. */
export const stillLoading = {
  ...settled,
  read: readSince('2026-01-12'),
  quietUntil: `${day}T17:00:00.000Z`,
};

/** No service has answered since noon. */
export const offline = {
  ...atRest,
  problem: {
    kind: 'offline',
    since: noon,
    nextTry: `${day}T14:30:00.000Z`,
    httpStatus: null,
    onlineSince: null,
    attempts: 3,
  },
};

/** In the background, before anything of Kindred's: a switch that makes its storage fail. */
const breakable = `{
  const { get, getAll } = IDBObjectStore.prototype;
  let broken = false;
  const channel = new BroadcastChannel('screens');
  channel.onmessage = ({ data }) => { broken = data; channel.postMessage('heard'); };
  const failing = (real) => function (...given) {
    if (broken) throw new DOMException('broken by a test', 'UnknownError');
    return real.apply(this, given);
  };
  IDBObjectStore.prototype.get = failing(get);
  IDBObjectStore.prototype.getAll = failing(getAll);
}
`;

/** Runs in a page of the extension: rejects when the background does not confirm within a second. */
function sendBroken(_: unknown, broken: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel('screens');
    const late = setTimeout(() => end(reject), 1_000);
    channel.onmessage = () => end(resolve);
    channel.postMessage(broken);
    function end(settle: () => void): void {
      clearTimeout(late);
      channel.close();
      settle();
    }
  });
}

/** Makes every read of the background's storage fail from now on, or work again. */
export async function breakStorage(session: Session, broken: boolean): Promise<void> {
  await until('the background to hear it', async () => {
    // A stopped background hears nothing; with its storage broken it answers with a failure.
    await session.ask('status', {}).catch(() => undefined);
    await session.browser.inExtension(sendBroken, broken);
    return true;
  });
}

/** Starts it with half a year loaded and nothing of the user's own. */
export async function startFixed(prepare?: (build: NonNullable<Session['build']>) => void) {
  const session = await Session.start({
    at: noon,
    prepareServices(services) {
      withFormulas(services.papers);
      services.papers.push(...earlierPapers());
    },
    prepare: (build) => {
      build.shortenWaits(0);
      build.beforeBackground(breakable);
      prepare?.(build);
    },
  });
  await session.status('the update to begin', ({ loading }) => loading !== null);
  // Paused, or the update would overwrite this state with its own.
  await session.ask('pauseLoading', { paused: true });
  await session.settled();
  // Days without papers need no request.
  const full = new Set(session.services.papers.map(({ listedAt }) => listedAt?.slice(0, 10)));
  const isEmpty = (one: string) => !full.has(one) && one < shiftDay(day, -2);
  await changeUpdateState(session, { goal: firstDay, read: readSince(firstDay, isEmpty) });
  await session.ask('pauseLoading', { paused: false });
  await session.status('half a year', ({ loading, lastCheck }) => {
    return loading === null && lastCheck !== null;
  });
  await session.loaded();
  await session.settled();
  await changeUpdateState(session, atRest);
  return session;
}

/** Two topics, one with news and one on the quiet list, saved papers, and some that are read. */
export async function addOwnThings(session: Session): Promise<void> {
  const listed = session.services.papers.filter(({ listedAt }) => listedAt);
  const ids = listed.map(({ id }) => `arxiv:${id}`);
  // One by one: the list is sorted by time.
  for (const at of [3, 17, 40]) await session.ask('save', { ids: [ids[at] ?? ''], saved: true });
  await session.ask('markRead', { ids: [ids[5], ids[17]] as string[], read: true });
  await session.ask('follow', { name: 'Speech', query: 'speech' });
  await session.ask('follow', { name: 'Caches', query: 'cache', quiet: true });
  const fresh = [
    newPaper(field, 'Murmur: Speech Models That Whisper', day, 30_001),
    newPaper(field, 'Lark: Singing Voices From Plain Speech', day, 30_002),
    newPaper('key-value cache compression', 'Attic: A Cache With Stairs', day, 30_003),
  ];
  session.services.publish(fresh);
  await session.ask('checkNow', {});
  await session.status('the new papers', ({ listedPapers }) => listedPapers >= listed.length + 3);
  await session.settled();
  await changeUpdateState(session, atRest);
}
