import { describe, expect, it } from 'vitest';
import { MemoryStorage } from '../../../../lib/index/memory-storage.ts';
import { relevanceFloor } from '../../../../lib/index/ranking/relevance-floor.ts';
import { type IndexedPaper, openRelatedIndex } from '../../../../lib/index/related-index.ts';
import { asQuery, paper } from '../papers.ts';

const abstract =
  'We train a transformer that predicts visual tokens scale by scale, so that images are generated in few steps with the quality of diffusion.';

const digest: IndexedPaper[] = [
  paper('a', 'Autoregressive image generation by next scales', abstract),
  paper(
    'b',
    'Visual tokens for image generation',
    'Images become visual tokens that a transformer predicts.',
  ),
  paper(
    'c',
    'Reward models for reasoning',
    'Policies are trained with rewards that check each reasoning step.',
  ),
  paper(
    'd',
    'Agents that browse',
    'Language agents act in web browsers by reading pages and clicking.',
  ),
  paper(
    'e',
    'Speech recognition in noise',
    'Acoustic encoders stay robust when speech is recorded in noise.',
  ),
];

const query = paper('q', 'Image generation with visual tokens', abstract);
const shown = { asShown: true, limit: 5 };

async function related(papers: IndexedPaper[], asked: IndexedPaper, how = shown) {
  const index = await openRelatedIndex(new MemoryStorage());
  await index.update({ put: papers, remove: [] });
  return (await index.related(asQuery(asked, how))).map(({ id }) => id);
}

describe('aboveFloor', () => {
  it('drops papers that share only common words', async () => {
    const far = paper(
      'q',
      'Fibrosis of the lung in mice',
      'Collagen was reduced in mice trained with few steps after treatment with an antibody.',
    );
    expect(await related(digest, far, { asShown: false, limit: 5 })).not.toEqual([]);
    expect(await related(digest, far)).toEqual([]);
  });

  it('keeps similar papers', async () => {
    const asked = paper(
      'q',
      'Visual tokens',
      'A transformer predicts visual tokens of images, scale by scale.',
    );
    expect(await related(digest, asked)).toEqual(['b', 'a']);
  });

  it('drops the paper itself under another id', async () => {
    expect(await related(digest, query, { asShown: false, limit: 5 })).toContain('a');
    const same = {
      ...query,
      title: 'Autoregressive Image Generation by Next-Scales!',
      abstract: '',
    };
    expect(await related(digest, same)).not.toContain('a');
    expect(await related(digest, { ...digest[0], id: 'q' } as IndexedPaper)).not.toContain('a');
  });

  it('drops the same abstract under another id and title, but not a paper that contains all of a few words', async () => {
    const long = `${abstract} ${digest.map((p) => p.abstract).join(' ')}`;
    const zebras = paper('y', 'Zebra stripes in print', 'Zebra stripes, printed on pages.');
    const papers = [...digest, paper('x', 'Something else', long), zebras];
    expect(await related(papers, paper('q', 'Quite other words', long))).not.toContain('x');
    expect(await related(papers, paper('q', 'Zebra stripes'))).toContain('y');
  });

  it('keeps one of several papers with the same title', async () => {
    const twice = [
      ...digest,
      { ...digest[1], id: 'b2', abstract: 'Tokens, visual ones.' } as IndexedPaper,
    ];
    const ids = await related(twice, { ...query, abstract: 'Tokens of images.' });
    expect(ids.filter((id) => id.startsWith('b'))).toHaveLength(1);
  });

  it('keeps one of several papers with the same text under other titles', async () => {
    const twin = paper('a2', 'Generation of autoregressive images by next scales', abstract);
    const asked = paper(
      'q',
      'Predicting visual tokens',
      'A transformer generates images in few steps, scale by scale, with the quality of diffusion.',
    );
    const ids = await related([...digest, twin], asked);
    expect(ids.filter((id) => id.startsWith('a'))).toEqual(['a']);
  });
});

it('keeps both of two papers that share only the same few words with the query', async () => {
  const two = [
    paper('x', 'Zebra stripes printed', 'Ink that dries on paper in one pass.'),
    paper('y', 'Zebra stripes evolved', 'Flies that land on horses in the heat.'),
  ];
  const asked = paper('q', 'Zebra stripes', 'On the stripes of the zebra.');
  expect(await related([...digest, ...two], asked)).toEqual(['x', 'y']);
});

describe('relevanceFloor', () => {
  it('grows with the digest, falls with the words, and stays reachable', () => {
    expect(relevanceFloor(58, 100)).toBeLessThan(relevanceFloor(12_000, 100));
    expect(relevanceFloor(12_000, 100)).toBeLessThan(relevanceFloor(12_000, 8));
    expect(relevanceFloor(1, 1)).toBeLessThanOrEqual(0.6);
    expect(relevanceFloor(0, 0)).toBeGreaterThan(0);
  });
});
