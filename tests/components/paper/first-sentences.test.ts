import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstSentences } from '../../../components/paper/first-sentences.ts';

describe('the first sentences of an abstract', () => {
  it('are one, or two short ones', () => {
    expect(firstSentences('We do this. It works. It is fast.')).toBe('We do this. It works.');
    expect(firstSentences(`${'A long start '.repeat(14)}ends. Then more.`)).toMatch(/ends\.$/);
  });

  it('are never longer than the maximum', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), (text) => firstSentences(text).length <= 321),
    );
  });
});
