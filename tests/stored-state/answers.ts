/** What an installation answers about all that it stores, from the same calls in every version. */

import type { RelatedAnswer } from '../../lib/answers/related/related-answer.ts';
import type { MarkedPaper } from '../../lib/marks/marks.ts';
import type { Answer, CallName, Request } from '../../lib/messages/contract.ts';
import type { PagePaper } from '../../lib/paper/paper.ts';
import type { RecordedAnswers } from './fixture.ts';

export type Ask = <N extends CallName>(name: N, request: Request<N>) => Promise<Answer<N>>;

export const searches = [
  'next-scale',
  'zebrafish',
  'author:lindqvist splatting',
  'spech synthesis',
];

const idsOf = (papers: MarkedPaper[]) => papers.map(({ paper }) => paper.id);

function relatedIds({ outcome }: RelatedAnswer): { state: string; ids: string[] } {
  const ids = outcome.state === 'related' ? idsOf(outcome.entries) : [];
  return { state: outcome.state, ids };
}

/** Records the answers to the calls about each of the `pages`, and to all other calls. */
export async function recordAnswers(
  ask: Ask,
  badge: string,
  pages: PagePaper[],
  at: string,
): Promise<RecordedAnswers> {
  const status = await ask('status', {});
  const unread = await ask('unread', {});
  const reading = await ask('savedPapers', {});
  const found: RecordedAnswers['searches'] = [];
  for (const query of searches) {
    const request = { query, offset: 0, limit: 20, sort: 'relevance', complete: true } as const;
    found.push({ query, ids: idsOf((await ask('search', request)).results) });
  }
  const related: RecordedAnswers['related'] = [];
  for (const page of pages) {
    const request = { paper: page, sort: 'similarity', onlyNewer: false } as const;
    related.push({ page, ...relatedIds(await ask('related', { ...request, ignoredTerms: [] })) });
  }
  const all = { query: '', least: 0, unread: false, saved: false, year: null } as const;
  const list = await ask('digestList', { by: 'day', ...all });
  const { wroteAt: _, ...sync } = await ask('syncStatus', {});
  return {
    at,
    badge,
    papers: status.papers,
    listedPapers: status.listedPapers,
    lastCheck: status.lastCheck,
    unread: unread.topics.map(({ topic, unread: news }) => ({
      topic: topic.name,
      ids: idsOf(news),
    })),
    topics: await ask('topics', {}),
    settings: await ask('settings', {}),
    ignored: await ask('mutes', {}),
    readingList: reading.map(({ paper, marks }) => ({
      id: paper.id,
      title: paper.title,
      read: marks.read,
    })),
    searches: found,
    related,
    days: list.groups.map(({ key, ids }) => ({ group: key, ids })),
    sync,
    notifications: await ask('notificationStatus', {}),
    feeds: await ask('arxivFeeds', {}),
  };
}
