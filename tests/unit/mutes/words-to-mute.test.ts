import { describe, expect, it } from 'vitest';
import { wordsToMute } from '../../../lib/mutes/words-to-mute.ts';

describe('wordsToMute', () => {
  it.each([
    ['Sparse Mixture of Experts', [], 'sparse', ['Mixture', 'Experts']],
    ['Experts', ['expert', 'Experts', 'routing'], 'tokens', ['expert', 'routing']],
    ['Any', ['mixture of experts', 'speech'], '"sparse expert"', ['speech']],
    ['Any', ['experts'], 'experts', []],
    ['The of and', [], 'x', []],
  ] as const)('of %j with %j for %j: %j', (title, keyTerms, query, words) => {
    expect(wordsToMute({ title, keyTerms: [...keyTerms] }, query)).toEqual(words);
  });
});
