/** What a user does in a few days with the extension, so that everything it can store is stored. */
import type { PagePaper } from '../../lib/paper/paper.ts';
import { badgeText, fireAlarms } from '../browsers/extension-calls.ts';
import { until } from '../browsers/wait.ts';
import type { Session } from '../e2e/session.ts';
import { newPaper, type SamplePaper } from '../stand-in/sample-papers.ts';
import type { Ask } from './answers.ts';
import { segmentsIn } from './fixture.ts';
import { dumpDatabases } from './in-page.ts';

/** The moment at which it begins. */
export const begin = '2026-11-27T09:00:00.000Z';
const day = begin.slice(0, 10);
const idOf = (paper: SamplePaper) => `arxiv:${paper.id}`;

export function pageOf(paper: SamplePaper): PagePaper {
  const { id, title, abstract, authors, published } = paper;
  return {
    ...{ arxivId: id, doi: null, title, abstract, authors, published },
    ...{ site: 'arxiv', view: 'abstract' },
  };
}

function listed(session: Session, field: string): SamplePaper[] {
  return session.standIn.papers.filter((paper) => paper.listedAt && paper.field === field);
}

/** Follows topics of every kind, with what they leave out. */
async function followTopics(session: Session, ask: Ask): Promise<void> {
  const { id } = await ask('follow', { name: 'Zebrafish', query: 'zebrafish' });
  for (const thing of [
    { kind: 'word', what: 'larvae' },
    { kind: 'author', what: 'Nobody Atall' },
  ] as const) {
    await ask('ignoreInTopic', { topic: id, thing, ignored: true });
  }
  await ask('follow', { name: 'Quiet proteins', query: 'protein', quiet: true });
  await ask('follow', { name: 'Popular caches', query: '"key-value cache"', least: 500 });
  await ask('follow', { name: 'Announced', query: 'class groups', arxiv: true });
  const [one, two, not] = listed(session, 'Gaussian splatting').map(idOf) as [
    string,
    string,
    string,
  ];
  const like = { examples: [one, two], not: [not], struck: ['volunteer'] };
  await ask('follow', { name: 'Like splats', query: '', like, least: 1 });
}

/** Marks papers, mutes, and changes settings. */
async function markAndSet(session: Session, ask: Ask): Promise<void> {
  const [first, second, third] = listed(session, 'speech synthesis').map(idOf) as [
    string,
    string,
    string,
  ];
  await ask('markRead', { ids: [first, second], read: true });
  await ask('save', { ids: [second, third], saved: true });
  await ask('savePaper', {
    paper: pageOf(session.outsider('software engineering agents')),
    saved: true,
  });
  const beside = session.outsider('robot manipulation');
  const { title } = beside;
  const ignore = { ignored: true, keep: true };
  await ask('ignore', { thing: { kind: 'word', what: 'replication' }, ...ignore });
  await ask('ignore', { thing: { kind: 'author', what: 'Ada Wu' }, ...ignore });
  await ask('ignore', {
    thing: { kind: 'paper', what: first, title: 'A paper left out' },
    beside: { ids: [idOf(beside)], title },
    ...ignore,
  });
  const refused = session.outsider('weather forecasting');
  await ask('notThisPaper', { paper: pageOf(refused), refused: true, keep: true });
  await ask('setPanel', { pageKind: 'huggingface:abstract', start: 'closed' });
  await ask('changeSettings', {
    readByViewing: false,
    theme: 'dark',
    letterKeys: false,
    topicsOnHuggingFace: false,
    arxiv: { categories: ['math.NT'], months: 3 },
  });
  await ask('pinHintSeen', {});
  await ask('rememberPopup', { tab: 'search', query: 'splatting' });
  await ask('remember', { papers: [pageOf(session.outsider('state space models'))] });
}

/** Imports a file of the user's own data, then one of papers; both can be undone. */
async function importFiles(ask: Ask): Promise<void> {
  const own = {
    format: 'kindred',
    version: 1,
    topics: [{ id: 'imported', name: 'From a file', query: 'otters', created: begin }],
    marks: [{ id: 'doi:10.1234/otters', read: false, saved: true }],
    shelf: [
      {
        ...{ id: 'doi:10.1234/otters', title: 'Otters at play', authors: ['Ines Silva'] },
        ...{ arxivId: null, doi: '10.1234/otters', published: '2025-05-05' },
      },
    ],
    ignored: [{ thing: { kind: 'word', what: 'ferret' }, at: begin }],
  };
  const papers = Array.from({ length: 12 }, (_, number) => ({
    id: `2503.${number + 20_001}`,
    title: `Imported study ${number} of sparse otters`,
    abstract: `Study ${number} prunes networks of otters and measures what is left of them.`,
  }));
  const texts = {
    own: JSON.stringify(own),
    papers: papers.map((line) => JSON.stringify(line)).join('\n'),
  };
  for (const [name, text] of Object.entries(texts)) {
    await ask('giveText', { name, at: 0, text });
    await ask('applyImport', { name });
  }
}

/** Papers that a later check finds: `round` tells those of one check from those of the next. */
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
    session.standIn.publish([paper]);
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
  await ask('setNotices', { on: true, minute: 0 });
  session.standIn.publish(newsOf(0));
  await checkAgain(session);
  await until('the news of the topics', async () => (await total()) >= 4);
  await notify(session);
  await ask('markRead', { ids: [`arxiv:${newsOf(0)[1]?.id}`], read: true });
  await importFiles(ask);
  const before = await total();
  session.standIn.publish(newsOf(1));
  await checkAgain(session);
  await until('news since the notification', async () => (await total()) >= before + 3);
  await growIndex(session);
  await ask('startCopying', {});
  const all = { query: '', least: 0, unread: false, saved: false, year: null } as const;
  await ask('digestList', { by: 'day', ...all });
  await until('the badge', async () => {
    return (await badgeText(session.browser)) === String(await total());
  });
  await session.settled();
}
