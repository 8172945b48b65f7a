/** What a user does, by one kind of thing that is stored after the other. */
import type { PagePaper } from '../../lib/paper/paper.ts';
import type { Session } from '../e2e/session.ts';
import type { SamplePaper } from '../fake-services/sample-papers.ts';
import type { Ask } from './answers.ts';

/** The moment at which a user's days begin. */
export const begin = '2026-11-27T09:00:00.000Z';

const idOf = (paper: SamplePaper) => `arxiv:${paper.id}`;

export function pageOf(paper: SamplePaper): PagePaper {
  const { id, title, abstract, authors, published } = paper;
  return {
    ...{ arxivId: id, doi: null, title, abstract, authors, published },
    ...{ site: 'arxiv', view: 'abstract' },
  };
}

function listed(session: Session, field: string): SamplePaper[] {
  return session.services.papers.filter((paper) => paper.listedAt && paper.field === field);
}

/** Follows topics of every kind, with what they leave out. */
export async function followTopics(session: Session, ask: Ask): Promise<void> {
  const { id } = await ask('follow', { name: 'Zebrafish', query: 'zebrafish' });
  for (const thing of [
    { kind: 'word', what: 'larvae' },
    { kind: 'author', what: 'Nobody Atall' },
  ] as const) {
    await ask('muteInTopic', { topic: id, thing, ignored: true });
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
export async function markAndSet(session: Session, ask: Ask): Promise<void> {
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
export async function importFiles(ask: Ask): Promise<void> {
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
