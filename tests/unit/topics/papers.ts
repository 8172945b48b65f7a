import type { NewPaperOrigin } from '../../../lib/digest/store.ts';
import type { Paper } from '../../../lib/paper/paper.ts';
import type { Moment } from '../../../lib/time/days.ts';
import type { TopicCandidate } from '../../../lib/topics/alerts.ts';
import { makeTopic, type ParsedTopic } from '../../../lib/topics/topic.ts';
import { paper } from '../search/papers.ts';

/** A listed paper that has just arrived. */
export function arrival(
  id: string,
  title: string,
  more: { listedAt?: string | null; at?: Moment; kind?: NewPaperOrigin; upvotes?: number } = {},
): TopicCandidate {
  const { listedAt = '2026-03-10', at = '2026-03-10T09:00:00.000Z', kind = 'check' } = more;
  const listed: Paper = paper(id, title, '', { listedAt, upvotes: more.upvotes ?? null });
  return { paper: listed, kind, at };
}

export function topic(
  id: string,
  query: string,
  created = '2026-03-01T12:00:00.000Z',
): ParsedTopic {
  return makeTopic({ id, name: '', query, created });
}
