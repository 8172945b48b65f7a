import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../lib/text/plain-text.ts';

describe('plainText', () => {
  it.each([
    ['no markup', 'no markup'],
    ['two\n  lines', 'two lines'],
    ['Erd\\H{o}s and G\\"odel', 'Erdős and Gödel'],
    ['Fran\\c{c}ois', 'François'],
    ['na\\"{\\i}ve', 'naïve'],
    ['\\emph{very} \\textbf{bold}', 'very bold'],
    ['$\\mathcal{O}(n \\log n)$', 'O(n log n)'],
    ['100\\% of $x_i$', '100% of x_i'],
    ['A&amp;B', 'A B'],
    ['CO<sub>2</sub> in <i>vitro</i>', 'CO 2 in vitro'],
    ['a < b and c > d', 'a < b and c > d'],
    ['zero\u200bwidth jo\u200diner', 'zero width joiner'],
  ])('%s', (text, plain) => {
    expect(plainText(text).replaceAll(/ +/g, ' ')).toBe(plain);
  });

  it('leaves no command and no double space, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        expect(plainText(text)).not.toMatch(/\s\s|\\[a-z]|^\s/i);
      }),
    );
  });
});
