/** Small papers of few different words, so that they share many, for the tests of the index. */
import fc from 'fast-check';
import type { IndexedPaper } from '../../../lib/index/related-index.ts';

const words = [
  'diffusion',
  'image',
  'images',
  'generation',
  'token',
  'tokens',
  'video',
  'agent',
  'retrieval',
  'reward',
  'learning',
  'graph',
  'the',
  'of',
  'protein',
  'Transformer',
  'transformers',
  'naïve',
  '3D',
];

const phrase = (longest: number) =>
  fc.array(fc.constantFrom(...words), { maxLength: longest }).map((text) => text.join(' '));

export const anyPaper: fc.Arbitrary<IndexedPaper> = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map((n) => `arxiv:2401.${String(n).padStart(5, '0')}`),
  title: phrase(6),
  abstract: phrase(40),
  keyTerms: fc.array(phrase(2), { maxLength: 2 }),
  published: fc.constantFrom(null, '2024-01-05', '2025-06-30'),
});

export const paper = (id: string, title: string, abstract = ''): IndexedPaper => ({
  id,
  title,
  abstract,
  keyTerms: [],
  published: null,
});

export const asQuery = (
  { title, abstract }: Pick<IndexedPaper, 'title' | 'abstract'>,
  more: { exclude?: string[]; limit?: number; ignoredTerms?: string[]; asShown?: boolean } = {},
) => ({
  title,
  abstract,
  exclude: [],
  limit: 50,
  ignoredTerms: [],
  asShown: false,
  ...more,
});
