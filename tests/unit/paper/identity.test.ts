import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AliasTable,
  type IdentityFacts,
  identify,
  isSameWork,
  keysOf,
  normalizeTitle,
} from '../../../lib/paper/identity.ts';

const unknown: IdentityFacts = {
  arxivId: null,
  doi: null,
  title: null,
  authors: [],
  published: null,
};
const work = (given: Partial<IdentityFacts>): IdentityFacts => ({ ...unknown, ...given });
const title = 'A Survey of Very Large Models';

describe('identify', () => {
  const cases: [string, Partial<IdentityFacts>, string | null][] = [
    ['an arXiv id', { arxivId: '2401.12345' }, 'arxiv:2401.12345'],
    ['a version', { arxivId: '2401.12345v3' }, 'arxiv:2401.12345'],
    ['an old id with a class', { arxivId: 'math.CA/0309136v1' }, 'arxiv:math/0309136'],
    ["arXiv's own DOI", { doi: '10.48550/arXiv.2401.12345' }, 'arxiv:2401.12345'],
    ['any other DOI', { doi: '10.1145/ABC.12' }, 'doi:10.1145/abc.12'],
    ['both', { arxivId: '2401.12345', doi: '10.1145/ABC.12' }, 'arxiv:2401.12345'],
    [
      'title and author',
      { title, authors: ['Zhao, Wei'] },
      'title:a survey of very large models|zhao',
    ],
    [
      'title and year',
      { title, published: '2023-05-01' },
      'title:a survey of very large models|2023',
    ],
    ['a short title', { title: 'VAR', authors: ['K. Tian'] }, 'title:var|tian'],
    ['a title alone', { title }, 'title:a survey of very large models|'],
    ['nothing', {}, null],
    ['markup alone', { title: '$ $' }, null],
    ['an id that is none', { arxivId: 'abc', title: 'Var' }, 'title:var|'],
  ];
  it.each(cases)('%s', (_, given, id) => {
    expect(identify(work(given))).toBe(id);
  });

  it('returns the same surname for all forms of a name', () => {
    const surnames = [
      'de With, Peter',
      'Peter H. N. de With',
      'Péter Wïth',
      'Peter With Jr.',
      'With, Peter, III',
    ];
    for (const name of surnames) {
      expect(identify(work({ title, authors: [name] }))).toMatch(/\|with$/);
    }
  });
});

describe('normalizeTitle', () => {
  it.each([
    ['Scaling  Laws:\n for $\\mathcal{N}$-grams', 'scaling laws for n grams'],
    ['The Schrödinger–Poincaré “Bridge”', 'the schrodinger poincare bridge'],
    ['', ''],
  ])('%j', (text, normalized) => {
    expect(normalizeTitle(text)).toBe(normalized);
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const once = normalizeTitle(text);
        expect(normalizeTitle(once)).toBe(once);
      }),
    );
  });
});

describe('AliasTable', () => {
  const arxivWork = keysOf(work({ arxivId: '2401.12345', title, authors: ['Wei Zhao'] }));
  const doiWork = keysOf(work({ doi: '10.1145/1', title, authors: ['Zhao, Wei'] }));
  const both = keysOf(work({ doi: '10.1145/2', arxivId: '2401.12345' }));
  const byYear = keysOf(work({ title, published: '2024-02-01' }));

  it('merges a DOI and an arXiv id of one claim', () => {
    const table = new AliasTable();
    table.add(keysOf(work({ doi: '10.1145/2' })));
    expect(table.add(both)).toEqual({ id: 'arxiv:2401.12345', absorbed: ['doi:10.1145/2'] });
    expect(table.find(['doi:10.1145/2'])).toBe('arxiv:2401.12345');
  });

  it('merges by title and surname, and by title and year when one surname is unknown', () => {
    const table = new AliasTable();
    table.add(arxivWork);
    expect(table.add(doiWork).id).toBe('arxiv:2401.12345');
    table.add(keysOf(work({ arxivId: '2401.12345', title, published: '2024-01-09' })));
    expect(table.find(byYear)).toBe('arxiv:2401.12345');
  });

  it('does not merge different papers', () => {
    const table = new AliasTable();
    table.add(arxivWork);
    const otherArxivId = keysOf(work({ arxivId: '2402.00001', title, authors: ['Wei Zhao'] }));
    expect(table.add(otherArxivId).id).toBe('arxiv:2402.00001');
    const li = keysOf(work({ title, authors: ['Min Li'], published: '2024-01-01' }));
    const zhao = keysOf(work({ title, authors: ['Wei Zhao'], published: '2024-01-01' }));
    expect(isSameWork(li, zhao)).toBe(false);
    expect(table.find(keysOf(work({ title: 'Something else that nobody wrote' })))).toBeNull();
  });

  it('has the same result in any order when ids and DOIs decide', () => {
    const works = [
      arxivWork,
      doiWork,
      both,
      keysOf(work({ doi: '10.1145/2' })),
      ['arxiv:2402.00001'],
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(works, { minLength: works.length, maxLength: works.length }),
        (order) => {
          const table = new AliasTable();
          for (const keys of order) table.add(keys);
          expect(works.map((keys) => table.find(keys))).toEqual([
            'arxiv:2401.12345',
            'arxiv:2401.12345',
            'arxiv:2401.12345',
            'arxiv:2401.12345',
            'arxiv:2402.00001',
          ]);
        },
      ),
    );
  });
});
