import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryStorage } from '../../../lib/index/memory-storage.ts';
import { bm25 } from '../../../lib/index/ranking/bm25.ts';
import { termVector } from '../../../lib/index/ranking/term-vector.ts';
import {
  type IndexedPaper,
  openRelatedIndex,
  type RelatedIndex,
} from '../../../lib/index/related-index.ts';
import { anyPaper, asQuery, paper } from './papers.ts';

async function indexOf(papers: IndexedPaper[]): Promise<RelatedIndex> {
  const index = await openRelatedIndex(new MemoryStorage());
  await index.update({ put: papers, remove: [] });
  return index;
}

const byId = (papers: IndexedPaper[]) => [...new Map(papers.map((p) => [p.id, p])).values()];

/** The score of every paper by the formula in docs/ranking.md. */
function oracle(papers: IndexedPaper[], query: { title: string; abstract: string }) {
  const vectors = papers.map((p) => termVector(p, 'salient'));
  const held = vectors.map((v) => new Map([...v.terms, ...v.phrases]));
  const average = Math.max(1, vectors.reduce((sum, { length }) => sum + length, 0) / papers.length);
  const asked = termVector({ ...query, keyTerms: [] }, 'all');
  return papers
    .map(({ id }, i) => {
      let score = 0;
      for (const [term, times] of [...asked.terms, ...asked.phrases]) {
        const tf = held[i]?.get(term) ?? 0;
        const df = held.filter((terms) => terms.has(term)).length;
        const idf = Math.log(1 + (papers.length - df + 0.5) / (df + 0.5));
        const length = vectors[i]?.length ?? 0;
        const norm = bm25.k1 * (1 - bm25.b + (bm25.b * length) / average);
        const weight = (term.includes(' ') ? 0.5 : 1) * ((9 * times) / (8 + times));
        if (tf > 0) score += (weight * idf * tf * (bm25.k1 + 1)) / (tf + norm);
      }
      return { id, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

describe('related', () => {
  it('scores any papers by the formula', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyPaper, { minLength: 1, maxLength: 25 }),
        anyPaper,
        async (all, query) => {
          const papers = byId(all);
          const hits = await (await indexOf(papers)).related(asQuery(query));
          const expected = oracle(papers, query);
          expect(hits.length).toBe(expected.length);
          const scores = new Map(expected.map(({ id, score }) => [id, score]));
          for (const { id, score } of hits) expect(score).toBeCloseTo(scores.get(id) ?? -1, 4);
          expect(hits.map(({ score }) => score)).toEqual(
            hits.map(({ score }) => score).sort((a, b) => b - a),
          );
        },
      ),
    );
  });

  it('returns the first of the same order with a smaller limit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyPaper, { maxLength: 25 }),
        anyPaper,
        fc.integer({ min: 0, max: 6 }),
        async (all, query, limit) => {
          const index = await indexOf(byId(all));
          const whole = await index.related(asQuery(query));
          expect(await index.related(asQuery(query, { limit }))).toEqual(whole.slice(0, limit));
        },
      ),
    );
  });

  it('excludes papers and ignores terms', async () => {
    const index = await indexOf([
      paper('a', 'Diffusion of images'),
      paper('b', 'Diffusion of heat'),
      paper('c', 'Protein folding'),
    ]);
    const query = { title: 'Diffusion images', abstract: 'heat' };
    const all = await index.related(asQuery(query));
    expect(all.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(all[0]?.why).toEqual(['diffusion images']);
    const without = await index.related(asQuery(query, { ignoredTerms: ['Image', 'diffusion'] }));
    expect(without.map(({ id, why }) => [id, why])).toEqual([['b', ['heat']]]);
    const others = await index.related(asQuery(query, { exclude: ['a', 'unknown'] }));
    expect(others.map(({ id }) => id)).toEqual(['b']);
  });

  it('filters by day of publication and excludes unknown days', async () => {
    const index = await indexOf([
      { ...paper('a', 'Diffusion'), published: '2024-01-01' },
      { ...paper('b', 'Diffusion'), published: '2024-01-02' },
      paper('c', 'Diffusion'),
    ]);
    const query = { ...asQuery(paper('q', 'Diffusion')), publishedFrom: '2024-01-02' };
    expect((await index.related(query)).map(({ id }) => id)).toEqual(['b']);
  });

  it('returns nothing for an empty index or an empty query', async () => {
    const empty = await openRelatedIndex(new MemoryStorage());
    expect(await empty.related(asQuery(paper('q', 'Diffusion')))).toEqual([]);
    const index = await indexOf([paper('a', 'Diffusion')]);
    expect(await index.related(asQuery(paper('q', '')))).toEqual([]);
    expect(await index.related(asQuery(paper('q', 'of the and')))).toEqual([]);
  });
});

describe('score', () => {
  it('returns every candidate once, those unknown or without a shared term last', async () => {
    const index = await indexOf([
      paper('a', 'Diffusion of images'),
      paper('b', 'Diffusion'),
      paper('c', 'Protein folding'),
    ]);
    const hits = await index.score(asQuery(paper('q', 'Diffusion images')), [
      'z',
      'c',
      'b',
      'a',
      'b',
      'y',
    ]);
    expect(hits.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'y', 'z']);
    expect(hits.map(({ score }) => score > 0)).toEqual([true, true, false, false, false]);
  });

  it('returns the scores of related', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPaper, { maxLength: 20 }), anyPaper, async (all, query) => {
        const papers = byId(all);
        const index = await indexOf(papers);
        const ids = papers.map(({ id }) => id);
        const scored = await index.score(asQuery(query), ids);
        expect(scored.filter(({ score }) => score > 0)).toEqual(
          await index.related(asQuery(query)),
        );
        expect(scored.map(({ id }) => id).sort()).toEqual(ids.sort());
      }),
    );
  });
});

/** A text of words with Zipf-like frequencies: a few in most papers, most in a few. */
const zipfText = fc
  .array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 4, maxLength: 14 })
  .map((ranks) => ranks.map((rank) => `word${Math.floor(300 ** rank)}x`).join(' '));
const zipfPapers = fc.array(fc.tuple(zipfText, fc.boolean()), { minLength: 500, maxLength: 600 });

it('finds the same as adding up all postings, when common words are only looked up', async () => {
  await fc.assert(
    fc.asyncProperty(
      zipfPapers,
      zipfText,
      fc.integer({ min: 1, max: 30 }),
      fc.boolean(),
      async (texts, title, limit, demoteOtherSources) => {
        const papers = texts.map(([text, isListed], i) => ({
          ...paper(`p${i}`, text),
          sources: [isListed ? ('daily-papers' as const) : ('arxiv' as const)],
        }));
        const index = await openRelatedIndex(new MemoryStorage());
        await index.update({ put: papers.slice(0, 200), remove: [] });
        await index.update({ put: papers.slice(200), remove: ['p3', 'p7'] });
        const asked = asQuery(paper('q', title), { limit });
        const ids = papers.map(({ id }) => id).filter((id) => id !== 'p3' && id !== 'p7');
        const scored = (await index.score(asked, ids)).map(({ id, score }) => {
          const factor = demoteOtherSources && !texts[Number(id.slice(1))]?.[1] ? 0.85 : 1;
          return { id, score: score * factor };
        });
        const expected = scored
          .filter(({ score }) => score > 0)
          .map(({ score }) => score)
          .sort((a, b) => b - a)
          .slice(0, limit);
        const found = await index.related({ ...asked, demoteOtherSources });
        const scoreOf = new Map(scored.map(({ id, score }) => [id, score]));
        expect(found.map(({ score }) => score)).toEqual(expected);
        expect(found.map(({ id }) => scoreOf.get(id))).toEqual(expected);
      },
    ),
    { numRuns: 40 },
  );
});

it('finds the same whether common words are added up or looked up', async () => {
  // All 400 papers have "model", so it is common, and rarer words decide.
  const papers = Array.from({ length: 400 }, (_, i) =>
    paper(
      `p${i}`,
      `Model number${i % 7} of kind${i % 13}`,
      `A model${' model'.repeat(i % 5)} with part${i % 29} and learning${i % 3}.`,
    ),
  );
  const index = await openRelatedIndex(new MemoryStorage());
  await index.update({ put: papers, remove: [] });
  const query = asQuery(paper('q', 'Model number3 of kind5', 'A model with part7 and learning1.'), {
    limit: 25,
  });
  const found = await index.related(query);
  const scored = await index.score(
    query,
    papers.map(({ id }) => id),
  );
  expect(found.map(({ id, score }) => [id, score])).toEqual(
    scored.slice(0, 25).map(({ id, score }) => [id, score]),
  );
});
