import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mathPieces } from '../../components/reader/math-pieces.ts';
import {
  firstPlace,
  groupings,
  hashOf,
  type ReaderPlace,
  readHash,
} from '../../components/reader/reader-hash.ts';

describe('formulas in a text', () => {
  const read = (text: string) =>
    mathPieces(text).map((piece) => (piece.tex === null ? piece.text : [piece.tex]));

  it.each([
    ['No formula at all.', ['No formula at all.']],
    ['A $d$-dimensional world', ['A ', ['d'], '-dimensional world']],
    ['$O(n^2)$ time', [['O(n^2)'], ' time']],
    ['in \\(x\\) and \\[y\\] and $$z$$.', ['in ', ['x'], ' and ', ['y'], ' and ', ['z'], '.']],
    ['from $5 to $10 a day', ['from $5 to $10 a day']],
    ['between $5-$10', ['between $5-$10']],
    ['\\$3 and $x$', ['$3 and ', ['x']]],
    ['$\\mathbf{x}_\\$$ is odd', [['\\mathbf{x}_\\$'], ' is odd']],
    ['one $ alone', ['one $ alone']],
    ['an \\emph{important} $a$', ['an important ', ['a']]],
    ['', []],
  ])('%j', (text, pieces) => expect(read(text)).toEqual(pieces));

  it('are bounded in number and length', () => {
    const many = mathPieces('$x$ '.repeat(500));
    expect(many.filter(({ tex }) => tex !== null)).toHaveLength(100);
    expect(mathPieces(`$${'x'.repeat(401)}$`).every(({ tex }) => tex === null)).toBe(true);
  });

  it('lose no word of the text, and never take long', () => {
    const part = fc.constantFrom(
      '$',
      '$$',
      '\\(',
      '\\)',
      '\\[',
      '\\]',
      '\\',
      'word',
      ' ',
      '{',
      '}',
      '5',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 200 }), (parts) => {
        const text = parts.join('');
        // Of this thread alone, whatever else the machine does.
        const start = process.threadCpuUsage();
        const kept = mathPieces(text)
          .map((piece) => piece.text)
          .join('');
        expect(process.threadCpuUsage(start).user).toBeLessThan(200_000);
        expect(kept.split('word').length).toBe(text.split('word').length);
      }),
    );
  });
});

describe('the place in the address', () => {
  const place: fc.Arbitrary<ReaderPlace> = fc.record({
    page: fc.constantFrom('papers', 'trends'),
    of: fc.constant(null),
    by: fc.constantFrom(...groupings),
    query: fc.string({ unit: 'grapheme', maxLength: 60 }),
    least: fc.nat(1_000_000),
    unread: fc.boolean(),
    saved: fc.boolean(),
    year: fc.option(fc.integer({ min: 1000, max: 9999 }).map(String)),
    at: fc.option(fc.string({ minLength: 1, maxLength: 60 })),
  });

  it('reads back as it was written', () => {
    fc.assert(fc.property(place, (one) => void expect(readHash(hashOf(one))).toEqual(one)));
  });

  it('is empty at first', () => expect(hashOf(firstPlace)).toBe(''));

  it('is as at first where it cannot be understood', () => {
    expect(readHash('#by=moon&least=-3&year=20xx&page=secret&at=')).toEqual(firstPlace);
    fc.assert(fc.property(fc.string(), (text) => void expect(readHash(text).by).toBeDefined()));
  });
});
