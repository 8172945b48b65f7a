import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alert, isNewFor, matchCandidates } from '../../../lib/topics/alerts.ts';
import { badgeText, unreadAlerts } from '../../../lib/topics/unread.ts';
import { arrival, topic } from './papers.ts';

const now = '2026-03-12T10:00:00.000Z';
const topics = [topic('a', 'sparse'), topic('b', 'experts'), topic('late', 'sparse', now)];

describe('isNewFor', () => {
  const made = { created: '2026-03-05T12:00:00.000Z' };
  it.each([
    ['listed on a later day', {}, true],
    ['listed the day the topic was created, seen after', { listedAt: '2026-03-05' }, true],
    [
      'listed the day the topic was created, seen before',
      { listedAt: '2026-03-05', at: '2026-03-05T11:59:59.999Z' },
      false,
    ],
    ['listed the day before', { listedAt: '2026-03-04' }, false],
    ['not listed', { listedAt: null }, false],
    ['the first load', { kind: 'first-load' }, false],
    ['an import', { kind: 'import' }, false],
    ['a starter paper', { kind: 'starter' }, false],
  ] as const)('%s', (_, more, isNew) => {
    expect(isNewFor(made, arrival('2603.00001', 'x', more), now)).toBe(isNew);
  });

  it('is true for papers of arXiv if the topic follows arXiv, and only then', () => {
    const fed = arrival('2603.00001', 'x', { listedAt: null });
    fed.paper.sources = ['arxiv'];
    expect(isNewFor(made, fed, now)).toBe(false);
    expect(isNewFor({ ...made, arxiv: true }, fed, now)).toBe(true);
    fed.paper.sources = ['file'];
    expect(isNewFor({ ...made, arxiv: true }, fed, now)).toBe(false);
  });

  it('ends after 14 days', () => {
    const listed = arrival('2603.00001', 'x', { listedAt: '2026-03-10' });
    expect(isNewFor(made, listed, '2026-03-24T23:59:59.000Z')).toBe(true);
    expect(isNewFor(made, listed, '2026-03-25T00:00:00.000Z')).toBe(false);
  });
});

describe('matchCandidates', () => {
  it('announces a work once, with all its topics', () => {
    const arrivals = [arrival('2603.00001', 'Sparse Experts'), arrival('2603.00002', 'Dense')];
    expect(matchCandidates({ topics, arrivals, alerted: [], now }).alerts).toEqual([
      { work: 'arxiv:2603.00001', topicIds: ['a', 'b'], at: now },
    ]);
  });

  it('keeps the first moment when a further topic matches', () => {
    const alerted = [{ work: 'arxiv:2603.00001', topicIds: ['b'], at: '2026-03-10T10:00:00.000Z' }];
    const arrivals = [arrival('2603.00001', 'Sparse Experts')];
    expect(matchCandidates({ topics, arrivals, alerted, now }).alerts).toEqual([
      { work: 'arxiv:2603.00001', topicIds: ['a', 'b'], at: '2026-03-10T10:00:00.000Z' },
    ]);
  });

  const arrivals = fc.array(
    fc
      .record({
        number: fc.integer({ min: 1, max: 6 }),
        title: fc.constantFrom('Sparse', 'Experts', 'Sparse Experts', 'Dense'),
        listedAt: fc.constantFrom('2026-02-20', '2026-03-01', '2026-03-08', '2026-03-12', null),
        kind: fc.constantFrom('check', 'check', 'first-load', 'import', 'starter'),
        at: fc.constantFrom('2026-03-01T11:00:00.000Z', '2026-03-12T09:00:00.000Z'),
      })
      .map(({ number, title, ...more }) => arrival(`2603.0000${number}`, title, more)),
    { maxLength: 12 },
  );
  /** Alerts after all batches, by work, as they are stored. */
  function afterAll(batches: ReturnType<typeof arrival>[][]): Map<string, Alert> {
    const stored = new Map<string, Alert>();
    for (const batch of batches) {
      const alerted = [...stored.values()];
      for (const alert of matchCandidates({ topics, arrivals: batch, alerted, now }).alerts) {
        stored.set(alert.work, alert);
      }
    }
    return new Map([...stored].sort());
  }

  it('returns nothing more when the same arrivals come again', () => {
    fc.assert(
      fc.property(arrivals, (batch) => {
        const alerted = matchCandidates({ topics, arrivals: batch, alerted: [], now }).alerts;
        expect(matchCandidates({ topics, arrivals: batch, alerted, now }).alerts).toEqual([]);
      }),
    );
  });

  it('has the same result whatever the order and grouping', () => {
    fc.assert(
      fc.property(arrivals, arrivals, (one, other) => {
        const together = afterAll([[...one, ...other]]);
        expect(afterAll([one, other])).toEqual(together);
        expect(afterAll([other, one])).toEqual(together);
        expect(afterAll([[...other, ...one].reverse()])).toEqual(together);
      }),
    );
  });

  it('never announces a work twice, and only what is new and matches', () => {
    fc.assert(
      fc.property(fc.array(arrivals, { maxLength: 4 }), (batches) => {
        const alerts = [...afterAll(batches).values()];
        const works = alerts.map(({ work }) => work);
        expect(new Set(works).size).toBe(works.length);
        for (const { work, topicIds } of alerts) {
          expect(topicIds).not.toContain('late');
          const cause = batches.flat().filter(({ paper }) => paper.id === work);
          for (const id of topicIds) {
            const word = id === 'a' ? 'Sparse' : 'Experts';
            const made = topics.find((one) => one.id === id);
            expect(
              cause.some(
                (came) => came.paper.title.includes(word) && made && isNewFor(made, came, now),
              ),
            ).toBe(true);
          }
        }
      }),
    );
  });
});

describe('unreadAlerts', () => {
  const alerts: Alert[] = [
    { work: 'arxiv:1', topicIds: ['a', 'b'], at: '2026-03-10T10:00:00.000Z' },
    { work: 'arxiv:2', topicIds: ['b'], at: '2026-03-11T10:00:00.000Z' },
    { work: 'arxiv:3', topicIds: ['gone'], at: '2026-03-11T10:00:00.000Z' },
  ];
  const all = new Set(['a', 'b']);
  it.each([
    ['nothing read', [], ['arxiv:2', 'arxiv:1']],
    ['one read', ['arxiv:2'], ['arxiv:1']],
    ['all read', ['arxiv:1', 'arxiv:2'], []],
  ])('%s', (_, read, unread) => {
    expect(unreadAlerts(alerts, (id) => read.includes(id), all)).toEqual(unread);
  });

  it('only counts the given topics', () => {
    expect(unreadAlerts(alerts, () => false, new Set(['b']))).toEqual(['arxiv:2', 'arxiv:1']);
    expect(unreadAlerts(alerts, () => false, new Set())).toEqual([]);
  });
});

describe('badgeText', () => {
  it.each([
    [0, ''],
    [1, '1'],
    [99, '99'],
    [100, '99+'],
  ])('%i: %j', (unread, text) => {
    expect(badgeText(unread)).toBe(text);
  });
});
