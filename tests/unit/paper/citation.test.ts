import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationOf } from '../../../lib/paper/citation.ts';
import { risOf } from '../../../lib/paper/ris.ts';

const cited = {
  authors: ['Yingzi Ma', 'Ada Wu', 'Bo Li'],
  published: '2023-12-01',
  title: 'Dolphins:  a $\\beta$ Model',
  arxivId: '2312.00438',
  doi: null,
};

describe('citationOf', () => {
  it.each([
    [
      {},
      'Yingzi Ma et al. (2023). Dolphins: a beta Model. arXiv:2312.00438. https://arxiv.org/abs/2312.00438',
    ],
    [
      { authors: ['Ma', 'Wu'], published: null, arxivId: null, doi: '10.1/x y' },
      'Ma and Wu. Dolphins: a beta Model. https://doi.org/10.1/x%20y',
    ],
    [{ authors: [], published: null, arxivId: null }, 'Dolphins: a beta Model.'],
  ])('%j', (changed, text) => {
    expect(citationOf({ ...cited, ...changed })).toBe(text);
  });
});

describe('risOf', () => {
  it('is an entry of tagged lines', () => {
    expect(risOf({ ...cited, authors: ['Yingzi Ma', 'Plato', 'Wu, Ada'] }).split('\r\n')).toEqual([
      'TY  - UNPB',
      'TI  - Dolphins: a beta Model',
      'AU  - Ma, Yingzi',
      'AU  - Plato',
      'AU  - Wu, Ada',
      'PY  - 2023',
      'DA  - 2023/12/01',
      'AN  - arXiv:2312.00438',
      'UR  - https://arxiv.org/abs/2312.00438',
      'ER  - ',
      '',
    ]);
  });

  it('is one entry for any title and names', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 3 }), (title, authors) => {
        const lines = risOf({ ...cited, title, authors }).split('\r\n');
        expect(lines.filter((line) => line.startsWith('ER  -'))).toHaveLength(1);
        expect(lines.slice(0, -1).every((line) => /^[A-Z]{2} {2}- /.test(line))).toBe(true);
      }),
    );
  });
});
