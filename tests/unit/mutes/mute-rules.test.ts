import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MuteRule } from '../../../lib/mutes/mute-rule.ts';
import { mutedBy, ruleKey, toggleRule, topicMuteTest } from '../../../lib/mutes/mute-rules.ts';
import { paperTextOf } from '../../../lib/query/paper-text.ts';
import { paper } from '../search/papers.ts';

const word = (what: string): MuteRule => ({ kind: 'word', what });
const author = (what: string): MuteRule => ({ kind: 'author', what });
const one = paper('2603.00001', 'Sparse Mixture of Experts', 'Routing tokens to experts.', {
  authors: ['Ada Okafor', 'José Núñez'],
  doi: '10.1000/abc',
});
const asked = { paper: one, text: paperTextOf(one) };

describe('mute rules', () => {
  it.each([
    [author('Okafor, Ada'), true],
    [author('jose nunez'), true],
    [author('Ada'), false],
    [author('Okafor'), false],
    [{ kind: 'paper', what: 'arxiv:2603.00001' }, true],
    [{ kind: 'paper', what: 'doi:10.1000/abc' }, true],
    [{ kind: 'paper', what: 'arxiv:2603.00002' }, false],
    [word('sparse'), false],
  ] as const)('is told of a paper by its author or itself: %j', (thing, found) => {
    expect(mutedBy([thing])(one)).toEqual(found ? thing : null);
  });

  it.each([
    [word('Experts'), true],
    [word('expert'), true],
    [word('mixture of experts'), true],
    [word('mixture experts'), false],
    [word('expertise'), false],
    [word('okafor'), false],
    [word('—'), false],
    [author('Ada Okafor'), true],
  ])('is told in a topic by words too, whole and in order: %j', (thing, found) => {
    expect(topicMuteTest([thing])(asked)).toEqual(found ? thing : null);
  });

  it('are equal for all spellings, and set and removed once', () => {
    expect(ruleKey(word('Experts'))).toBe(ruleKey(word('expert')));
    expect(ruleKey(word('x'))).not.toBe(ruleKey(author('x')));
    const thing = fc.record({
      kind: fc.constantFrom('word' as const, 'author' as const, 'paper' as const),
      what: fc.constantFrom('Experts', 'expert', 'Ada Okafor', 'okafor, ada', 'arxiv:1'),
    });
    fc.assert(
      fc.property(fc.array(thing), thing, (things, added) => {
        const known = things.reduce<readonly MuteRule[]>(
          (list, each) => toggleRule(list, each, true),
          [],
        );
        expect(new Set(known.map(ruleKey)).size).toBe(known.length);
        const after = toggleRule(known, added, true);
        expect(toggleRule(after, added, true)).toBe(after);
        const before = toggleRule(after, added, false);
        expect(before.map(ruleKey)).toEqual(
          known.map(ruleKey).filter((key) => key !== ruleKey(added)),
        );
      }),
    );
  });
});
