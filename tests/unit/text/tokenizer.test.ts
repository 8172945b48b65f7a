import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldedWord, termOf, textWords } from '../../../lib/text/terms.ts';
import { Tokenizer } from '../../../lib/text/tokenizer.ts';

function readBy(reader: Tokenizer, text: string) {
  const count = reader.read(text);
  return Array.from(reader.words.subarray(0, count), (word) => {
    const term = reader.termOf[word] ?? -1;
    return { folded: reader.folded[word], term: term < 0 ? null : reader.terms[term] };
  });
}

const expected = (text: string) =>
  textWords(text).map((word) => ({ folded: foldedWord(word), term: termOf(word) }));

it.each([
  '',
  "Auto-Regressive pre-training's non-re-training re-é non-auto-regressive re-ab un-",
  "it's o'neill's 3D's x_1 GPT-4o rock'n'roll 'quoted' a'b1 re-3abc Bayes'",
  'naïve Schr\\"odinger $\\alpha$-divergence, 强化学习abc re-强化 café-model plain',
  'tabs\tand\nlines   and\u00a0no-break\u2003spaces\u200bzero',
])('%s', (text) => {
  expect(readBy(new Tokenizer(), text)).toEqual(expected(text));
});

it('returns the words of wordsOf for any sequence of texts', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      're',
      'multi',
      'un',
      '-',
      "'",
      '’',
      's',
      ' ',
      '\n',
      '3',
      'Model',
      'é',
      '强',
      '_',
    ),
    fc.string({ maxLength: 4 }),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  const reader = new Tokenizer();
  fc.assert(
    fc.property(text, (read) => {
      expect(readBy(reader, read)).toEqual(expected(read));
    }),
    { numRuns: 2_000 },
  );
});

it('distinguishes tens of thousands of spellings', () => {
  const reader = new Tokenizer();
  const words = Array.from({ length: 30_000 }, (_, i) => `w${i.toString(36)}x`);
  expect(reader.read(words.join(' '))).toBe(words.length);
  expect(reader.terms).toEqual(words.map((word) => termOf(word)));
});
