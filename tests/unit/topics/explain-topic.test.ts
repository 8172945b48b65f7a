import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNewFor } from '../../../lib/topics/alerts.ts';
import { allHold, explainTopic } from '../../../lib/topics/explain-topic.ts';
import { topicTextOf, topicVerdict } from '../../../lib/topics/match-topic.ts';
import { makeTopic } from '../../../lib/topics/topic.ts';
import { arrival, topic } from './papers.ts';

const listed = arrival('2603.00001', 'Sparse Experts', { upvotes: 12 });

describe('explainTopic', () => {
  it('returns whether the paper meets each condition', () => {
    const one = topic('t', 'sparse "mixture of experts" -dense upvotes:>20 after:2027 the');
    const paper = { ...listed.paper, abstract: 'Routing tokens.' };
    const checks = explainTopic({ ...one, least: 5 }, paper);
    expect(checks.map(({ kind, holds }) => [kind, holds])).toEqual([
      ['words', true],
      ['words', false],
      ['words', true],
      ['upvotes', false],
      ['days', false],
      ['limit', true],
      ['new', true],
    ]);
    expect(allHold(checks)).toBe(false);
  });

  it('returns null for unknown facts', () => {
    const { paper } = arrival('2603.00001', 'Sparse', {});
    expect(explainTopic(topic('t', 'upvotes:>3'), paper)[0]).toMatchObject({ holds: null });
    // The missing abstract may have the word.
    expect(explainTopic(topic('t', 'dense'), paper)[0]).toMatchObject({ holds: null });
    expect(explainTopic(topic('t', 'title:dense'), paper)[0]).toMatchObject({ holds: false });
  });

  it('returns what the topic mutes of the paper', () => {
    const thing = { kind: 'word' as const, what: 'Expert' };
    const checks = explainTopic({ ...topic('t', 'sparse'), ignored: [thing] }, listed.paper);
    expect(checks.filter(({ holds }) => !holds)).toEqual([
      { kind: 'ignored', thing, holds: false },
    ]);
  });

  it('agrees with the alerts', () => {
    const part = fc.constantFrom('sparse', '-sparse', '"sparse experts"', 'upvotes:>10', 'dense');
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('Sparse Experts', 'Dense', 'Experts, sparse'),
        fc.constantFrom(3, 15, 40),
        fc.constantFrom(undefined, 20),
        fc.constantFrom('2026-02-20', '2026-03-10'),
        fc.constantFrom(undefined, 'experts', 'dense'),
        (parts, title, upvotes, least, listedAt, what) => {
          const made = makeTopic({
            id: 't',
            name: '',
            query: parts.join(' '),
            created: '2026-03-01T12:00:00.000Z',
            least,
            ignored: what === undefined ? undefined : [{ kind: 'word', what }],
          });
          fc.pre(parts.some((one) => !one.startsWith('-')));
          const came = arrival('2603.00001', title, { upvotes, listedAt });
          const alerts =
            isNewFor(made, came, '2026-03-12T10:00:00.000Z') &&
            topicVerdict(made)(topicTextOf(came.paper)) === 'in';
          expect(allHold(explainTopic(made, came.paper))).toBe(alerts);
        },
      ),
    );
  });
});
