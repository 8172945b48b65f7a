import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDoi } from '../../../lib/paper/doi.ts';

describe('parseDoi', () => {
  it.each([
    ['10.1145/3292500.3330919', '10.1145/3292500.3330919'],
    ['doi:10.1038/S41586-020-2649-2.', '10.1038/s41586-020-2649-2'],
    ['DOI: 10.1038/s41586-020-2649-2', '10.1038/s41586-020-2649-2'],
    ['info:doi/10.1000/1', '10.1000/1'],
    ['https://doi.org/10.1016/0002-8703(85)90653-2', '10.1016/0002-8703(85)90653-2'],
    ['(10.1000/1)'.slice(1), '10.1000/1'],
    ['http://dx.doi.org/10.1000%2Fabc?x=1#y', '10.1000/abc'],
    [
      '10.1175/1520-0469(1996)053<0946:ASTFHH>2.0.CO;2',
      '10.1175/1520-0469(1996)053<0946:astfhh>2.0.co;2',
    ],
    ['doi.org/10.48550/arXiv.2106.09685', '10.48550/arxiv.2106.09685'],
    ['10.3390/s20010001/', '10.3390/s20010001'],
    ['10.1000.10/123', '10.1000.10/123'],
  ])('reads %s', (text, doi) => expect(parseDoi(text)).toBe(doi));

  it.each([
    '',
    '10.1/abc',
    '10.1000',
    '10.1000/',
    '11.1000/abc',
    '10.1000/a b',
    'see 10.1000/abc',
    'https://doi.org/',
    'https://doi.org.evil.example/10.1000/abc',
    'https://example.org/10.1000/abc',
    `10.1000/${'x'.repeat(400)}`,
  ])('refuses %s', (text) => expect(parseDoi(text)).toBeNull());

  it('never throws; a result is lower case and parses as itself', () => {
    const dois = fc
      .tuple(fc.integer({ min: 1000, max: 99999 }), fc.string())
      .map(([n, s]) => `10.${n}/${s}`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), dois), (text) => {
        const doi = parseDoi(text);
        if (doi !== null) expect([parseDoi(doi), doi.toLowerCase()]).toEqual([doi, doi]);
      }),
    );
  });
});
