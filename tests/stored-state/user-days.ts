/** A few days of a user with the extension, after which everything it can store is stored. */
import { badgeText, fireAlarms } from '../browsers/extension-calls.ts';
import { until } from '../browsers/wait.ts';
import type { Session } from '../e2e/session.ts';
import { newPaper, type SamplePaper } from '../fake-services/sample-papers.ts';
import type { Ask } from './answers.ts';
import { segmentsIn } from './fixture.ts';
import { dumpDatabases } from './in-page.ts';
import { begin, followTopics, importFiles, markAndSet } from './user-actions.ts';

const day = begin.slice(0, 10);

/** Papers that a later check finds: `round` distinguishes those of one check from those of the next. */
export function newsOf(round: number): SamplePaper[] {
  const titles = [
    'Zebrafish in motion',
    'A zebrafish brain in tokens',
    'Protein folds of zebrafish',
  ];
  const news = titles.map((title, number) =>
    newPaper('robot manipulation', `${title}, part ${round}`, day, 31_001 + round * 10 + number),
  );
  const waits = newPaper('key-value cache compression', `Cache ${round}`, day, 31_009 + round * 10);
  return [...news, { ...waits, upvotes: 3 }];
}

/** Papers of no topic, one for each of some checks. */
export const laterPapers = (): SamplePaper[] =>
  [0, 1, 2].map((number) =>
    newPaper('state space models', `State spaces again, ${number}`, day, 31_101 + number),
  );

/** Lets hours pass until a whole check has run since. */
export async function checkAgain(session: Session): Promise<void> {
  const { lastCheck: before } = await session.ask('status', {});
  let tries = 0;
  await until(
    'another check',
    async () => {
      const { lastCheck } = await session.ask('status', {});
      if (lastCheck !== null && lastCheck > (before ?? '')) return true;
      if (tries++ % 40 === 0) {
        await session.letHoursPass(4);
        await fireAlarms(session.browser);
      }
      return null;
    },
    40_000,
  );
}

/** Has the day's notification sent now, about the news so far. */
async function notify(session: Session): Promise<void> {
  const key = 'authored.notices';
  const due = { on: true, asked: true, minute: 0, lastDay: '2026-11-26', upTo: begin };
  await session.browser.inExtension((api, items) => api.storage.local.set(items).then(() => true), {
    [key]: { version: 1, data: due },
  });
  await fireAlarms(session.browser);
  await until('the notification', async () => {
    const kept = await session.browser.inExtension((api, name) => api.storage.local.get(name), key);
    return (kept[key] as { data: typeof due }).data.lastDay === day;
  });
}

/** Lets checks bring papers until the index has more than one segment. */
async function growIndex(session: Session): Promise<void> {
  for (const paper of laterPapers()) {
    const databases = await session.browser.inExtension(dumpDatabases, null);
    if (segmentsIn(databases) > 1) return;
    session.services.publish([paper]);
    await checkAgain(session);
    await session.settled();
  }
}

/** All of it, until nothing moves any more. */
export async function liveDays(session: Session): Promise<void> {
  const ask: Ask = (name, request) => session.ask(name, request);
  const total = async () => (await ask('unread', {})).total;
  await session.quiet();
  await followTopics(session, ask);
  await markAndSet(session, ask);
  await until('papers of the category', async () => {
    return (await ask('unread', {})).topics.some(({ topic, unread }) => topic.arxiv && unread[0]);
  });
  await ask('setNotifications', { on: true, minute: 0 });
  session.services.publish(newsOf(0));
  await checkAgain(session);
  await until('the news of the topics', async () => (await total()) >= 4);
  await notify(session);
  await ask('markRead', { ids: [`arxiv:${newsOf(0)[1]?.id}`], read: true });
  await importFiles(ask);
  const before = await total();
  session.services.publish(newsOf(1));
  await checkAgain(session);
  await until('news since the notification', async () => (await total()) >= before + 3);
  await growIndex(session);
  await ask('startSync', {});
  const all = { query: '', least: 0, unread: false, saved: false, year: null } as const;
  await ask('digestList', { by: 'day', ...all });
  await until('the badge', async () => {
    return (await badgeText(session.browser)) === String(await total());
  });
  await session.settled();
}
