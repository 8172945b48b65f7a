import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryStorage } from '../../../../lib/index/memory-storage.ts';
import { type IndexedPaper, openRelatedIndex } from '../../../../lib/index/related-index.ts';
import { anyPaper, asQuery, paper } from '../papers.ts';

async function indexOf(papers: IndexedPaper[]) {
  const index = await openRelatedIndex(new MemoryStorage());
  await index.update({ put: papers, remove: [] });
  return index;
}

const image = paper(
  'a',
  'Image generation by next scales',
  'A transformer predicts visual tokens of images, scale by scale.',
);
const tokens = paper('b', 'Visual tokens', 'Images become visual tokens that a transformer reads.');
const agents = paper('c', 'Agents that browse', 'Language agents act in browsers by clicking.');

describe('the pairwise similarity', () => {
  it('is symmetric, and 0 on the diagonal and without a common word', async () => {
    const index = await indexOf([image, tokens, agents]);
    const { shares, related } = await index.pairwiseSimilarity([image, tokens, agents], []);
    expect(shares[0]?.[1]).toBeGreaterThan(0.2);
    expect(shares[0]?.[1]).toBe(shares[1]?.[0]);
    expect(shares[0]?.[2]).toBe(0);
    expect([related[0]?.[1], related[1]?.[0], related[0]?.[2], related[1]?.[1]]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('is not enough to be related when two share only a few common words', async () => {
    const others = Array.from({ length: 40 }, (_, at) =>
      paper(`o${at}`, `Few steps ${at}`, `Model${at} is trained with few steps on data${at}.`),
    );
    const far = paper('f', 'Fibrosis of the lung in mice', 'Collagen was reduced in few steps.');
    const index = await indexOf([image, tokens, agents, ...others]);
    const long = paper('i', image.title, `${image.abstract} Few steps are enough for every image.`);
    const { shares, related } = await index.pairwiseSimilarity([long, far], []);
    expect(shares[0]?.[1]).toBeGreaterThan(0);
    expect(related[0]?.[1]).toBe(false);
  });

  it('ignores ignored words', async () => {
    const index = await indexOf([image, tokens, agents]);
    const words = ['visual', 'tokens', 'images', 'transformer'];
    const { shares, related } = await index.pairwiseSimilarity([image, tokens], words);
    expect(shares[0]?.[1]).toBe(0);
    expect(related[0]?.[1]).toBe(false);
  });

  it('does not need the documents to be in the index', async () => {
    const index = await indexOf([tokens, agents]);
    const { related } = await index.pairwiseSimilarity([image, tokens], []);
    expect(related[0]?.[1]).toBe(true);
  });

  it('has the same related papers as the index, except near-duplicates', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyPaper, { selector: ({ id }) => id, minLength: 2, maxLength: 12 }),
        async (papers) => {
          const index = await indexOf(papers);
          const { shares, related } = await index.pairwiseSimilarity(papers, []);
          for (const [place, one] of papers.entries()) {
            expect(shares[place]?.[place]).toBe(0);
            const shown = await index.related(
              asQuery(one, { exclude: [one.id], asShown: true, limit: 30 }),
            );
            for (const { id } of shown) {
              const other = papers.findIndex((paper) => paper.id === id);
              expect(related[place]?.[other]).toBe(true);
            }
            for (const [other, another] of papers.entries()) {
              expect(shares[place]?.[other]).toBe(shares[other]?.[place]);
              if (related[place]?.[other]) {
                const scored = await index.score(asQuery(one), [another.id]);
                const back = await index.score(asQuery(another), [one.id]);
                expect((scored[0]?.score ?? 0) + (back[0]?.score ?? 0)).toBeGreaterThan(0);
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
