import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordKey, wordKeysOf } from '../../../lib/query/word-key.ts';
import { withinEdits } from '../../../lib/search/matching/edit-distance.ts';
import { phraseIn, phraseMatcher } from '../../../lib/search/matching/phrase-in-text.ts';
import { editsFor } from '../../../lib/search/matching/word-index.ts';
import { firstK } from '../../../lib/search/results/first-k.ts';
import {
  highlightableWords,
  highlighter,
  snippetOf,
} from '../../../lib/search/results/highlight.ts';
import { wordsOf } from '../../../lib/text/terms.ts';

const rangesOf = (text: string, query: Parameters<typeof highlighter>[0], typos = false) =>
  highlighter(query, typos)(highlightableWords(text));

describe('editsFor', () => {
  it.each([
    ['form', 0],
    ['forms', 1],
    ['genetic', 1],
    ['diffusion', 2],
    ['gpt4turbo', 0],
    ['𝒜𝒜𝒜𝒜', 0],
  ])('%s: %i', (word, edits) => {
    expect(editsFor(word)).toBe(edits);
  });
});

describe('withinEdits', () => {
  it.each([
    ['diffusion', 'difusion', 1, true],
    ['diffusion', 'difusin', 1, false],
    ['diffusion', 'difusin', 2, true],
    ['kitten', 'sitting', 2, false],
    ['', 'ab', 2, true],
    ['', 'abc', 2, false],
  ])('%s, %s, %i', (one, other, maxEdits, within) => {
    expect(withinEdits(one, other, maxEdits)).toBe(within);
    expect(withinEdits(other, one, maxEdits)).toBe(within);
  });
});

describe('firstK', () => {
  it('returns the first items of the sorted list', () => {
    const items = fc.uniqueArray(fc.integer(), { maxLength: 200 });
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 20 }), (list, count) => {
        const compare = (a: number, b: number) => a - b;
        expect(firstK(list, count, compare)).toEqual([...list].sort(compare).slice(0, count));
      }),
    );
  });
});

describe('phraseIn', () => {
  it.each([
    ['A Mixture-of-Experts model', 'mixture of expert', true],
    ['A \\textbf{mixture} of\nexperts', 'mixture of experts', true],
    ['mixture and experts', 'mixture of experts', false],
    ['admixture of experts', 'mixture of experts', false],
    ['mixture of expertise', 'mixture of experts', false],
    ['mixture; a mixture of experts', 'mixture of experts', true],
    ['Schrödinger’s bridges', 'schrodinger bridge', true],
    ['studies of studying', 'study of study', true],
    ['large-scale pre-training data', 'pretraining data', true],
    ['large-scale pre-training data', 'training data', false],
    ['large-scale pre-training data', 'scale pre-training', true],
    ['', 'anything', false],
  ])('%j has %j: %s', (text, phrase, has) => {
    const words = wordsOf(phrase).map((word) => word.text);
    expect(phraseIn(text, phraseMatcher(words, false, wordKey))).toBe(has);
  });

  it('accepts a prefix of the last word on request', () => {
    expect(phraseIn('mixture of experts', phraseMatcher(['of', 'exp'], true, wordKey))).toBe(true);
    expect(phraseIn('mixture of experts', phraseMatcher(['mix', 'of'], true, wordKey))).toBe(false);
  });

  it('finds what comparing all words finds', () => {
    const word = fc.constantFrom('study', 'studies', 'of', 'the', 'Learning', 'pre-train', 'model');
    const words = fc.array(word, { minLength: 1, maxLength: 8 });
    const phrases = fc.array(word, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(words, phrases, fc.constantFrom(' ', '-', ', '), (text, phrase, gap) => {
        const keys = wordKeysOf(text.join(' ')).join(' ');
        const phraseKeys = phrase.map(wordKey).join(' ');
        expect(phraseIn(text.join(gap), phraseMatcher(phrase, false, wordKey))).toBe(
          ` ${keys} `.includes(` ${phraseKeys} `),
        );
      }),
    );
  });
});

describe('highlighting', () => {
  const word = (text: string) => ({ word: text, isPrefix: false });

  it.each([
    [
      'Diffusion Models, diffusing',
      [word('diffusion')],
      [
        [0, 9],
        [18, 27],
      ],
    ],
    ['An übermodel', [{ word: 'uber', isPrefix: true }], [[3, 12]]],
    ['An übermodel', [word('uber')], []],
    ['nothing', [], []],
  ])('marks %j', (text, query, ranges) => {
    expect(rangesOf(text, query)).toEqual(ranges);
  });

  it('marks similar words only on request', () => {
    expect(rangesOf('difusion', [word('diffusion')])).toEqual([]);
    expect(rangesOf('difusion', [word('diffusion')], true)).toEqual([[0, 8]]);
  });

  it('has no snippet without a match', () => {
    expect(snippetOf('words', [])).toBeNull();
  });

  it('shows the part of a long text with the most matches, cut at words', () => {
    const filler = 'lorem ipsum dolor '.repeat(40);
    const text = `routing ${filler}routing and again routing ${filler}`;
    const snippet = snippetOf(text, rangesOf(text, [word('routing')]));
    expect(snippet?.ranges).toHaveLength(2);
    expect(snippet?.text.startsWith('… ')).toBe(true);
    expect(snippet?.text.endsWith(' …')).toBe(true);
    expect(snippet?.text.length).toBeLessThan(240);
  });

  it('marks the same words in the snippet as in the text', () => {
    const anyWord = fc.constantFrom('alpha', 'beta', 'gamma', 'x'.repeat(90), 'naïve');
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 120 }), (words) => {
        const text = words.join(' ');
        const snippet = snippetOf(text, rangesOf(text, [word('alpha')]));
        expect(snippet === null).toBe(!words.includes('alpha'));
        for (const [start, end] of snippet?.ranges ?? []) {
          expect(snippet?.text.slice(start, end)).toBe('alpha');
        }
      }),
    );
  });
});
