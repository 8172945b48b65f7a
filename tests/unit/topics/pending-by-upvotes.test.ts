import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alert, matchCandidates, type PendingPaper } from '../../../lib/topics/alerts.ts';
import { topicTextOf, topicVerdict } from '../../../lib/topics/match-topic.ts';
import { matchPending } from '../../../lib/topics/pending-by-upvotes.ts';
import { makeTopic } from '../../../lib/topics/topic.ts';
import { arrival, topic } from './papers.ts';

const now = '2026-03-12T10:00:00.000Z';
const created = '2026-03-01T12:00:00.000Z';
const limited = makeTopic({ id: 'limited', name: '', query: 'sparse', created, least: 20 });
const asked = topic('asked', 'sparse upvotes:>10');
const topics = [limited, asked];

const withUpvotes = (upvotes: number | null, title = 'Sparse', listedAt = '2026-03-10') =>
  arrival('2603.00001', title, { listedAt, ...(upvotes === null ? {} : { upvotes }) });

describe('topicVerdict', () => {
  it.each([
    [limited, 'Sparse', 20, 'in'],
    [limited, 'Sparse', 19, 'below'],
    [limited, 'Sparse', null, 'below'],
    [limited, 'Dense', 50, null],
    [asked, 'Sparse', 11, 'in'],
    [asked, 'Sparse', 10, 'below'],
    [topic('only', 'upvotes:>10'), 'Anything', 3, 'below'],
    [topic('only', 'upvotes:>10'), 'Anything', 30, 'in'],
    [topic('only', 'upvotes:>10 -dense'), 'Dense', 3, null],
    [topic('most', 'sparse upvotes:<10'), 'Sparse', 30, null],
  ] as const)('of $query with least $least: %s, %s upvotes', (one, title, upvotes, verdict) => {
    const { paper } = withUpvotes(upvotes, title);
    expect(topicVerdict(one)(topicTextOf(paper))).toBe(verdict);
  });
});

describe('matchPending', () => {
  const after = (
    upvotes: number,
    alerted: Alert[] = [],
    waiting: PendingPaper[] = [entry],
    at = now,
  ) => {
    const { paper } = withUpvotes(upvotes);
    return matchPending({
      topics,
      waiting,
      papers: new Map([[paper.id, paper]]),
      alerted,
      now: at,
    });
  };
  const entry: PendingPaper = {
    work: 'arxiv:2603.00001',
    topicIds: ['asked', 'limited'],
    at: '2026-03-10T09:00:00.000Z',
  };

  it('announces a work that reached a minimum, with that minimum', () => {
    expect(after(23)).toEqual({
      alerts: [
        {
          work: 'arxiv:2603.00001',
          topicIds: ['asked', 'limited'],
          at: now,
          passed: { asked: 11, limited: 20 },
        },
      ],
      waiting: [],
    });
  });

  it('keeps the topics whose minimum it has not reached', () => {
    const { alerts, waiting } = after(15);
    expect(alerts.map(({ topicIds }) => topicIds)).toEqual([['asked']]);
    expect(waiting).toEqual([{ ...entry, topicIds: ['limited'] }]);
  });

  it('drops listings that are no longer new, and topics that are gone', () => {
    expect(after(23, [], [entry], '2026-03-25T10:00:00.000Z')).toEqual({ alerts: [], waiting: [] });
    expect(after(23, [], [{ ...entry, topicIds: ['gone'] }])).toEqual({ alerts: [], waiting: [] });
  });

  it('announces once, however the counts go up and down and however often they are fetched', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }), (counts) => {
        let waiting: PendingPaper[] = [];
        const alerts = new Map<string, Alert>();
        const moments = new Map<string, string>();
        for (const upvotes of counts) {
          const came = withUpvotes(upvotes);
          const news = matchCandidates({
            topics,
            arrivals: [came],
            alerted: [...alerts.values()],
            now,
          });
          if (waiting.length === 0) waiting = news.waiting;
          const counted = matchPending({
            topics,
            waiting,
            papers: new Map([[came.paper.id, came.paper]]),
            alerted: [...alerts.values(), ...news.alerts],
            now,
          });
          for (const alert of [...news.alerts, ...counted.alerts]) {
            alerts.set(alert.work, alert);
            expect(moments.get(alert.work) ?? alert.at).toBe(alert.at);
            moments.set(alert.work, alert.at);
          }
          waiting = counted.waiting;
        }
        expect(alerts.size).toBe(counts.some((count) => count > 10) ? 1 : 0);
      }),
    );
  });
});
