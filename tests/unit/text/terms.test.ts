import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWord, termOf, termsOf, wordsOf } from '../../../lib/text/terms.ts';

describe('termsOf', () => {
  it.each<[text: string, terms: string[]]>([
    ['', []],
    ['The of and', []],
    ['Text-to-Image generation', ['text', 'imag', 'generat']],
    ['auto-regressive', termsOf('autoregressive')],
    ['Auto‑Regressive models', termsOf('autoregressive model')],
    ['pre-training', termsOf('pretraining')],
    ['multi-modal', termsOf('multimodal')],
    ['fine-tuning', termsOf('fine tuning')],
    ['e-commerce', termsOf('commerce')],
    ['Möbius', termsOf('mobius')],
    ['Schr\\"odinger\'s equation', termsOf('Schrödinger equation')],
    ['$\\alpha$-divergence', ['alpha', 'diverg']],
    ['$\\mathcal{N}$-body', ['bodi']],
    ['GPT-4', ['gpt', '4']],
    ['3D', ['3d']],
    ['Llama3 v3 23 13s', ['llama3', 'v3', '23', '13s']],
    ['ﬁne ﬂow', termsOf('fine flow')],
    ['强化学习', ['强化', '化学', '学习']],
    ['学', ['学']],
    ['用BERT做NER', ['用', 'bert', '做', 'ner']],
    [
      'ディープラーニング',
      ['ディ', 'ィー', 'ープ', 'プラ', 'ラー', 'ーニ', 'ニン', 'ング'].map(foldedWord),
    ],
    ['𠮷野家', ['𠮷野', '野家']],
    ['обучение', termsOf('Обучение')],
  ])('%s', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });
});

describe('wordsOf', () => {
  it('returns the position of each word', () => {
    const text = "Auto-regressive “image” generation's 强化学习 e.g. x_1";
    for (const { text: word, start, end } of wordsOf(text))
      expect(text.slice(start, end)).toBe(word);
    expect(wordsOf(text).map((word) => word.text)).toEqual([
      'Auto-regressive',
      'image',
      "generation's",
      '强化',
      '化学',
      '学习',
      'e',
      'g',
      'x',
      '1',
    ]);
  });

  it('returns ascending positions within any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        let last = -1;
        for (const { text: word, start, end } of wordsOf(text)) {
          expect(text.slice(start, end)).toBe(word);
          expect(start).toBeGreaterThan(last);
          last = start;
        }
      }),
    );
  });
});

describe('termOf', () => {
  it('does not depend on case, accents or earlier calls', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Models', 'naïve', "Bayes'", 'Transformers', 'é', 'RLHF'),
        (word) => {
          expect(termOf(word.toUpperCase())).toBe(termOf(word));
          expect(termOf(word.normalize('NFD'))).toBe(termOf(word));
        },
      ),
    );
  });
});
