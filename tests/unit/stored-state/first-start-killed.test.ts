/** The first start of a newer version on what 0.1 stored, killed in its calls to storage. */
import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { userDataKinds } from '../../../lib/user-data/user-data.ts';
import { type RecordedAnswers, readFixture } from '../../stored-state/fixture.ts';
import { Life } from '../killable.ts';
import { answersOf, firstStart, restore, startOn } from './installation.ts';

const long = process.env.KINDRED_LONG === '1';
/** Without KINDRED_LONG only every ninth call is tested: each start reads the whole fixture. */
const everyNth = long ? 1 : 9;

const migrated = { topics: 0, marks: 0 };
const kinds = ['topics', 'marks'] as const;

/** The next version: two kinds of user data are migrated, and the index is built again. */
beforeAll(() => {
  for (const kind of kinds) {
    const migrate = (data: unknown) => {
      migrated[kind] += 1;
      return data;
    };
    Object.assign(userDataKinds[kind], { version: 2, migrations: { 1: migrate } });
  }
});
afterAll(() => {
  for (const kind of kinds) Object.assign(userDataKinds[kind], { version: 1, migrations: {} });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const state = readFixture('chromium');
const { index, meta, arrivals } = state.databases.kindred?.stores ?? {};
if (!index || !meta || !arrivals) throw new Error('The fixture is not whole.');
index.records = [];
meta.records = meta.records.filter(({ key }) => key !== 'outline');
/** 0.1 was stopped when it had stored papers and not yet shown them to topics. */
const alerts = state.storage.local['authored.alerts'] as { data: Record<string, { at: string }> };
arrivals.records = Object.entries(alerts.data).map(([id, { at }], place) => ({
  key: place + 1,
  value: { id, kind: 'check', at },
}));
alerts.data = {};
// The account knows that they were announced: without it they count again.
delete state.storage.local['authored.copying'];
state.storage.sync = {};

it(
  'ends in the same, whichever call was the last',
  async () => {
    let calls = Number.POSITIVE_INFINITY;
    let lives = 0;
    /** What comes of a first start that nothing interrupts. */
    let whole: RecordedAnswers | undefined;
    for (let nth = Number.POSITIVE_INFINITY; nth > 0; nth = Math.min(nth, calls + 1) - everyNth) {
      for (const effect of [true, false]) {
        const area = await restore(state);
        const life = new Life(nth, effect);
        const first = startOn(area, life);
        const writeTopics = () => first.ports.userData.update('topics', (topics) => topics);
        const lived = await life.race(firstStart(first).then(writeTopics));
        if (lived !== 'died') calls = life.calls;
        const second = startOn(area);
        await firstStart(second);
        const answers = await answersOf(second, state.answers);
        whole ??= answers;
        expect(answers).toEqual(whole);
        lives += 1;
        if (lived !== 'died') break;
      }
    }
    const { badge, papers, topics, related, searches, readingList } = state.answers;
    expect(whole).toMatchObject({ badge, papers, topics, related, searches, readingList });
    expect(calls).toBeGreaterThan(10);
    expect(lives).toBeGreaterThan(3);
    expect(migrated.topics).toBeGreaterThan(lives);
  },
  long ? 600_000 : 30_000,
);
