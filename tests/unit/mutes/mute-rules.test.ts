import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IgnoredThing } from '../../../lib/mutes/mute-rule.ts';
import { ignoredAmong, ignoredIn, thingKey, withThing } from '../../../lib/mutes/mute-rules.ts';
import { paperTextOf } from '../../../lib/query/paper-text.ts';
import { paper } from '../search/papers.ts';

const word = (what: string): IgnoredThing => ({ kind: 'word', what });
const author = (what: string): IgnoredThing => ({ kind: 'author', what });
const one = paper('2603.00001', 'Sparse Mixture of Experts', 'Routing tokens to experts.', {
  authors: ['Ada Okafor', 'José Núñez'],
  doi: '10.1000/abc',
});
const asked = { paper: one, text: paperTextOf(one) };

describe('what is ignored', () => {
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
    expect(ignoredAmong([thing])(one)).toEqual(found ? thing : null);
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
    expect(ignoredIn([thing])(asked)).toEqual(found ? thing : null);
  });

  it('is one thing however it is written, and set and taken back once', () => {
    expect(thingKey(word('Experts'))).toBe(thingKey(word('expert')));
    expect(thingKey(word('x'))).not.toBe(thingKey(author('x')));
    const thing = fc.record({
      kind: fc.constantFrom('word' as const, 'author' as const, 'paper' as const),
      what: fc.constantFrom('Experts', 'expert', 'Ada Okafor', 'okafor, ada', 'arxiv:1'),
    });
    fc.assert(
      fc.property(fc.array(thing), thing, (things, added) => {
        const known = things.reduce<readonly IgnoredThing[]>(
          (list, each) => withThing(list, each, true),
          [],
        );
        expect(new Set(known.map(thingKey)).size).toBe(known.length);
        const after = withThing(known, added, true);
        expect(withThing(after, added, true)).toBe(after);
        const before = withThing(after, added, false);
        expect(before.map(thingKey)).toEqual(
          known.map(thingKey).filter((key) => key !== thingKey(added)),
        );
      }),
    );
  });
});
