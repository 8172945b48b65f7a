import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { starterClaims } from '../../lib/digest/starter/starter.ts';
import { badgeText, fireAlarms } from '../browsers/extension-calls.ts';
import { until } from '../browsers/wait.ts';
import { newPaper } from '../fake-services/sample-papers.ts';
import { seededRandom } from '../random.ts';
import { answersAndExpected, exportedPapers } from './rebuilt-index.ts';
import { Session, today } from './session.ts';

const kills = Number(process.env.KINDRED_KILLS ?? 6);
const seed = Number(process.env.KINDRED_SEED ?? 8_081);
/** Between two requests, in milliseconds. */
const gap = 500;
/** Longest life between two kills, in milliseconds: two steps of an update fit in. */
const longestLife = 1_000;

const importName = 'killed';
const imported = Array.from({ length: 60 }, (_, number) => ({
  id: `2503.${String(number + 20_001)}`,
  title: `Imported study ${number} of sparse networks`,
  abstract: `Study ${number} prunes networks and measures what is left of them.`,
}));
const text = imported.map((line) => JSON.stringify(line)).join('\n');

describe(`a background killed ${kills} times at random moments (seed ${seed})`, () => {
  const random = seededRandom(seed);
  let session: Session;
  let struck = 0;
  beforeAll(async () => {
    session = await Session.start({ gap, prepare: (build) => build.tellPace() });
  });
  afterAll(() => session?.close());

  async function importAll() {
    await session.ask('giveText', { name: importName, at: 0, text });
    return session.ask('applyImport', { name: importName });
  }

  /** One of the things a background is woken for; nobody waits for it. */
  function wake(): Promise<unknown> {
    const choice = random();
    if (choice < 0.4) return fireAlarms(session.browser);
    if (choice < 0.6) return session.ask('checkNow', {});
    if (choice < 0.8) return importAll();
    return session.ask('search', { query: 'image', offset: 0, limit: 5, sort: 'relevance' });
  }

  async function kill(times: number) {
    for (let done = 0; done < times; done++) {
      void wake().catch(() => undefined);
      await pause(random() * longestLife);
      if (await session.browser.workerRuns()) struck += 1;
      await session.browser.stopWorker();
    }
  }

  async function finish() {
    await until('the background to wake', () => session.ask('checkNow', {}));
    await session.loaded();
    await session.status('a check', (status) => status.lastCheck !== null);
  }

  it(
    'has lost nothing, doubled nothing, and answers as an index built from scratch',
    async () => {
      await session.ask('follow', { name: 'Zebrafish', query: 'zebrafish' });
      await kill(Math.ceil(kills / 2));
      await finish();
      session.services.publish(
        ['Zebrafish in motion', 'A zebrafish brain in tokens'].map((title, number) =>
          newPaper('next-scale image generation', title, today(), 31_001 + number),
        ),
      );
      await kill(Math.floor(kills / 2));
      expect(struck).toBeGreaterThan(kills / 2);
      await until('the import to be whole', importAll, 60_000);
      await finish();
      const news = () => session.ask('unread', {});
      await until('both news', async () => (await news()).total >= 2, 60_000);
      const recent = session.services.papers.filter(({ listedAt }) => {
        return listedAt && Date.parse(listedAt) > Date.now() - 10 * 86_400_000;
      });
      const wanted = [
        ...[...recent, ...imported].map(({ id }) => `arxiv:${id}`),
        ...starterClaims().flatMap(({ arxivId }) => (arxivId ? [`arxiv:${arxivId}`] : [])),
      ];
      const stored = async () => (await exportedPapers(session)).map(({ id }) => id);
      const missing = async () => {
        const there = new Set(await stored());
        return wanted.filter((id) => !there.has(id));
      };
      await expect.poll(missing).toEqual([]);
      await session.ask('pauseLoading', { paused: true });
      await session.settled();

      const ids = await stored();
      expect(new Set(ids).size).toBe(ids.length);
      const known = new Set([...wanted, ...session.services.papers.map(({ id }) => `arxiv:${id}`)]);
      expect(ids.filter((id) => id.startsWith('arxiv:') && !known.has(id))).toEqual([]);

      const { topics, total } = await news();
      expect(total).toBe(2);
      expect(topics.flatMap(({ unread }) => unread.map(({ paper }) => paper.title)).sort()).toEqual(
        ['A zebrafish brain in tokens', 'Zebrafish in motion'],
      );
      await until('the badge', async () => (await badgeText(session.browser)) === '2');

      const pages = session.services.papers.filter(({ listedAt }) => !listedAt);
      const both = async () => {
        const { answers, expected } = await answersAndExpected(session, pages);
        return isDeepStrictEqual(answers, expected) ? null : { answers, expected };
      };
      const differ = await until(
        'the index to have taken everything',
        async () => !(await both()),
      ).then(() => null, both);
      expect(differ?.answers).toEqual(differ?.expected);

      // Paced by the moment that is stored before a request, which may be sent later.
      const times = session.services.requests
        .filter(({ path }) => path.startsWith('/api/daily_papers'))
        .map(({ headers }) => Date.parse(String(headers['x-read-at'])));
      const gaps = times.slice(1).map((at, place) => at - (times[place] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(gap);
    },
    120_000 + kills * 5_000,
  );

  it('undoes the whole import that was made in pieces', async () => {
    await session.ask('undoImport', { undo: importName });
    const ids = new Set((await exportedPapers(session)).map(({ id }) => id));
    expect(imported.filter(({ id }) => ids.has(`arxiv:${id}`))).toEqual([]);
  });
});
