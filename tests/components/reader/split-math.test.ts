import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMath } from '../../../components/reader/split-math.ts';

describe('splitMath', () => {
  const read = (text: string) =>
    splitMath(text).map((piece) => (piece.tex === null ? piece.text : [piece.tex]));

  it.each([
    ['No formula at all.', ['No formula at all.']],
    ['A $d$-dimensional world', ['A ', ['d'], '-dimensional world']],
    ['$O(n^2)$ time', [['O(n^2)'], ' time']],
    ['in \\(x\\) and \\[y\\] and $$z$$.', ['in ', ['x'], ' and ', ['y'], ' and ', ['z'], '.']],
    ['from $5 to $10 a day', ['from $5 to $10 a day']],
    ['between $5-$10', ['between $5-$10']],
    ['\\$3 and $x$', ['$3 and ', ['x']]],
    ['$\\mathbf{x}_\\$$ is odd', [['\\mathbf{x}_\\$'], ' is odd']],
    ['one $ sign', ['one $ sign']],
    ['an \\emph{important} $a$', ['an important ', ['a']]],
    ['', []],
  ])('%j', (text, pieces) => expect(read(text)).toEqual(pieces));

  it('limits the number and length of formulas', () => {
    const many = splitMath('$x$ '.repeat(500));
    expect(many.filter(({ tex }) => tex !== null)).toHaveLength(100);
    expect(splitMath(`$${'x'.repeat(401)}$`).every(({ tex }) => tex === null)).toBe(true);
  });

  it('loses no word of the text, and never takes long', () => {
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
        // The time of this thread only, whatever else the machine does.
        const start = process.threadCpuUsage();
        const kept = splitMath(text)
          .map((piece) => piece.text)
          .join('');
        expect(process.threadCpuUsage(start).user).toBeLessThan(200_000);
        expect(kept.split('word').length).toBe(text.split('word').length);
      }),
    );
  });
});
