import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSuggestion,
  queryFrom,
  suggestionsOf,
} from '../../../../lib/answers/papers/suggestions.ts';
import { paper } from '../../search/papers.ts';

const of = (title: string) => ({ paper: paper('2603.00001', title) });

describe('suggestionsOf', () => {
  it('are titles with the address they open', () => {
    expect(suggestionsOf([of('Q & A <fast>')], true)).toEqual([
      { content: 'https://arxiv.org/abs/2603.00001', description: 'Q &amp; A &lt;fast&gt;' },
    ]);
    expect(suggestionsOf([of('Q & A')], false)[0]?.description).toBe('Q & A');
  });

  it('leave out papers without an address or a title, and repetition', () => {
    const nowhere = { paper: { ...paper('2603.00001', 'x'), arxivId: null, doi: null } };
    expect(suggestionsOf([nowhere, of(''), of('One'), of('One')], true)).toHaveLength(1);
  });

  it('hold no markup of their own, and are recognized when chosen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        for (const { content, description } of suggestionsOf([of(title)], true)) {
          expect(description).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|apos);)|\p{Cc}/u);
          expect(isSuggestion(content)).toBe(true);
        }
      }),
    );
  });
});

describe('queryFrom', () => {
  it.each([
    ['  mixture\n of\texperts ', 'mixture of experts'],
    ['x'.repeat(600), 'x'.repeat(500)],
    ['', ''],
  ])('%j', (text, query) => {
    expect(queryFrom(text)).toBe(query);
  });
});

it.each(['mixture of experts', 'https://example.org/abs/1', 'https://arxiv.org/abs/1 x'])(
  'takes %j for words',
  (text) => {
    expect(isSuggestion(text)).toBe(false);
  },
);
