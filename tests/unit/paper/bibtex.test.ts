import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtexKey, bibtexOf, escapeTex } from '../../../lib/paper/bibtex.ts';

const dolphins = {
  title: 'Dolphins: Multimodal Language Model for Driving',
  authors: ['Yingzi Ma', 'Yulong Cao'],
  published: '2023-12-01',
  arxivId: '2312.00438',
  doi: null,
};

describe('BibTeX', () => {
  it('is arXiv’s form for an arXiv paper', () => {
    expect(bibtexOf(dolphins)).toBe(`@misc{ma2023dolphins,
  title = {Dolphins: Multimodal Language Model for Driving},
  author = {Yingzi Ma and Yulong Cao},
  year = {2023},
  eprint = {2312.00438},
  archivePrefix = {arXiv},
  url = {https://arxiv.org/abs/2312.00438},
}
`);
  });

  it('is an article with its DOI for any other, without unknown fields', () => {
    const entry = bibtexOf({
      ...dolphins,
      arxivId: null,
      doi: '10.1234/a_b{c}',
      authors: [],
      published: null,
    });
    expect(entry).toBe(`@article{dolphins,
  title = {Dolphins: Multimodal Language Model for Driving},
  doi = {10.1234/a_b%7Bc%7D},
}
`);
  });

  it.each([
    [{ title: '50% of R&D_x #1 ~ ^' }, '50\\% of {R\\&D\\_x} \\#1'],
    [{ title: 'GPT-4 and LLaMA in 3D' }, '{GPT-4} and {LLaMA} in {3D}'],
    [{ title: 'The $L_2$ norm \\emph{again}' }, 'The {L\\_2} norm again'],
  ])('writes %o as TeX', (given, title) => {
    expect(bibtexOf({ ...dolphins, ...given })).toContain(`title = {${title}`);
  });

  it.each([
    [{}, 'ma2023dolphins'],
    [{ authors: ['Erdős, Pál'], title: 'On the Évariste Problem' }, 'erdos2023evariste'],
    [{ authors: ['Ludwig van den Berg Jr.'] }, 'berg2023dolphins'],
    [{ authors: ["Conan O'Brien"], published: null }, 'obrien2023dolphins'],
    [{ published: null, arxivId: 'math/0309136' }, 'ma2003dolphins'],
    [{ published: null, arxivId: 'hep-th/9901001' }, 'ma1999dolphins'],
    [{ authors: [], published: null, arxivId: null, title: '深層学習' }, 'paper'],
  ])('gives %o the key %s', (given, key) => {
    expect(bibtexKey({ ...dolphins, ...given })).toBe(key);
  });

  it('always has balanced braces and one entry', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), text, (title, authors, doi) => {
        const entry = bibtexOf({ ...dolphins, title, authors, doi });
        const bare = entry.replace(/\\[{}]/g, '');
        let depth = 0;
        for (const character of bare) {
          if (character === '{') depth++;
          if (character === '}') depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(escapeTex(title)).not.toMatch(/(?<!\\)[#$%&_]/);
      }),
    );
  });
});
