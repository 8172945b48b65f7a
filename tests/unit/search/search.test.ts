import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../lib/paper/paper.ts';
import { parseSearchQuery } from '../../../lib/search/query/search-query.ts';
import type { SearchOrder } from '../../../lib/search/results/order.ts';
import { SearchEngine } from '../../../lib/search/search-engine.ts';
import { memoryWords } from './memory-words.ts';
import { digestOf, paper, searchOver } from './papers.ts';

const papers = [
  paper('2501.00001', 'Attention Is All You Need Again', 'Transformers without recurrence.', {
    authors: ['Ada Song', 'Kaiming He'],
    published: '2025-01-02',
    upvotes: 40,
  }),
  paper('2501.00002', 'Sparse Mixture of Experts', 'Routing with attention to the load.', {
    authors: ['Kai Ming', 'Hector He'],
    published: '2025-02-02',
    upvotes: 10,
    sources: ['arxiv'],
  }),
  paper('2501.00003', 'Experts in a Mixture', 'Attention heads need all the care you have.', {
    published: '2025-03-02',
    upvotes: 25,
  }),
  paper('2501.00004', 'Diffusion for Song Synthesis', 'A diffusion model that sings.', {
    published: '2024-12-30',
    keyTerms: ['audio generation'],
  }),
  paper('2501.00005', 'Diffusing Knowledge', 'Nothing about pictures.', {
    doi: '10.1145/12345.678',
    listedAt: '2025-05-05',
    upvotes: 3,
  }),
  paper('2501.00007', 'Routers of Experts', 'No mixing, no shortage of load.'),
  paper('2501.00006', 'Form and Function', 'Forms of life.', { upvotes: 1 }),
];

const options = { offset: 0, limit: 100, sort: 'relevance', complete: true } as const;

const endOf = ({ paper: { id } }: { paper: Paper }) => id.slice(-1);

async function idsFor(
  query: string,
  sort: SearchOrder = 'relevance',
  engine?: SearchEngine,
): Promise<string[]> {
  const { results } = engine
    ? await engine.search(parseSearchQuery(query), { ...options, sort })
    : await searchOver(papers).search(query, { ...options, sort });
  return results.map(endOf);
}

describe('search', () => {
  it.each([
    // Words, by stem, in title and abstract.
    ['expert mixtures ', ['3', '2']],
    ['sings ', ['4']],
    ['audio ', ['4']],
    ['need attention ', ['1', '3']],
    // The last word may be a prefix; a space after it completes it.
    ['diffus', ['4', '5']],
    ['synth', ['4']],
    ['synth ', []],
    // Typos in words longer than four letters, exact before similar.
    ['difusion', ['4', '5']],
    ['synthezis ', ['4']],
    ['fork ', []],
    // A plain word finds authors; an excluded one does not exclude authors.
    ['song ', ['4', '1']],
    ['attention -song', ['1', '3', '2']],
    ['kaiming he', ['1']],
    // Fields and phrases.
    ['author:song', ['1']],
    ['author:"kaiming he"', ['1']],
    ['author:"kaiming h', ['1']],
    ['title:attention', ['1']],
    ['title:"mixture of experts"', ['2']],
    ['"mixture of experts"', ['2']],
    ['"mixture of exp', ['2']],
    ['mixture -"mixture of experts"', ['3']],
    ['"kaiming he"', ['1']],
    ['mixture -author:he', ['3']],
    ['mixture -"experts mixture"', ['3', '2']],
    ['experts -"shortage of load"', ['3', '2']],
    // Exact before prefix, though the title of 7 has both.
    ['experts rout', ['2', '7']],
    // Filters.
    ['attention after:2025-02', ['3', '2']],
    ['attention year:2025 before:2025-02', ['1']],
    ['attention upvotes:>10', ['1', '3']],
    ['attention source:arxiv', ['2']],
    ['attention -source:arxiv', ['1', '3']],
    // Only filters: newest first.
    ['upvotes:>5', ['3', '2', '1']],
    ['after:2025-03', ['5', '3']],
    // Empty queries find nothing.
    ['', []],
    ['"" -', []],
    ['zebra ', []],
    // Stop words are searched when there are no others.
    ['is all you', ['1']],
    // Pasted ids and addresses.
    ['2501.00003', ['3']],
    ['arXiv:2501.00003v2', ['3']],
    ['https://arxiv.org/pdf/2501.00003v2', ['3']],
    ['hf.co/papers/2501.00003', ['3']],
    ['10.48550/arXiv.2501.00003', ['3']],
    ['https://doi.org/10.1145/12345.678', ['5']],
    ['2501.00099', []],
  ])('%j finds %j', async (query, ids) => {
    expect(await idsFor(query)).toEqual(ids);
  });

  it('sorts by day and by upvotes, and keeps similar words last', async () => {
    expect(await idsFor('attention ', 'newest')).toEqual(['3', '2', '1']);
    expect(await idsFor('attention ', 'upvotes')).toEqual(['1', '3', '2']);
    expect(await idsFor('difusing ', 'upvotes')).toEqual(['5', '4']);
  });

  it('marks a result as similar, and highlights the similar word', async () => {
    const { results } = await searchOver(papers).search('synthezis ', options);
    expect(results).toMatchObject([{ exact: false, titleRanges: [[19, 28]] }]);
  });

  it('returns ranges of the plain title, without its markup', async () => {
    const marked = [paper('2501.00008', 'Fast $O(1)$ \\textbf{is} fast')];
    const { results } = await searchOver(marked).search('fast', options);
    expect(results).toMatchObject([
      {
        titleRanges: [
          [0, 4],
          [13, 17],
        ],
      },
    ]);
  });

  it('highlights words in title and abstract', async () => {
    const { results } = await searchOver(papers).search('diffusion sing', options);
    expect(results[0]).toMatchObject({
      exact: true,
      titleRanges: [[0, 9]],
      snippet: {
        text: 'A diffusion model that sings.',
        ranges: [
          [2, 11],
          [23, 28],
        ],
      },
    });
  });

  it('ignores a phrase that no paper has, with a problem', async () => {
    const page = await searchOver(papers).search('"experts of mixture"', options);
    expect(page.results.map(endOf)).toEqual(['3', '2']);
    expect(page.problems).toEqual([{ code: 'phrase-not-found', text: 'experts of mixture' }]);
  });

  it('falls back to most of the words, with a problem', async () => {
    const page = await searchOver(papers).search('mixture experts zebra ', options);
    expect(page.results.map(endOf)).toEqual(['3', '2']);
    expect(page.problems.map(({ code }) => code)).toEqual(['not-all-words']);
  });

  it('answers the valid part of a query', async () => {
    const page = await searchOver(papers).search('audio after:soon', options);
    expect(page.results).toHaveLength(1);
    expect(page.problems.map(({ code }) => code)).toEqual(['bad-date']);
  });

  it.each<[query: string, completions: string[], correction: string | null]>([
    // One form of a word; a complete word is no completion of itself.
    ['diffus', ['diffusing'], null],
    ['song Diff', ['song diffusion'], null],
    ['kai', ['kaiming'], null],
    ['author:s', [], null],
    ['author:so', ['author:song'], null],
    ['title:so', ['title:song'], null],
    // Words of the titles found come first.
    ['mixture of e', [], null],
    ['mixture of ex', ['mixture of experts'], null],
    ['song ', [], null],
    ['song "sy', ['song "synthesis'], null],
    // Misspelled words that no paper has.
    ['difusion', [], 'diffusion'],
    ['author:kaimng', [], 'author:kaiming'],
    ['"difusion" song', [], null],
    ['zzzzzzz', [], null],
  ])('%s: suggests %j, corrects to %s', async (query, completions, correction) => {
    const page = await searchOver(papers).search(query, options);
    expect([page.completions, page.correction]).toEqual([completions, correction]);
  });

  it('returns the pasted id, whether or not its paper is known', async () => {
    const search = searchOver(papers);
    expect(await search.search('arxiv.org/abs/2501.00099', options)).toEqual({
      total: 0,
      results: [],
      problems: [],
      pasted: { arxivId: '2501.00099', doi: null },
      completions: [],
      correction: null,
      partial: false,
    });
    expect((await search.search('mixture', options)).pasted).toBeNull();
  });

  it('ranks a sentence by what papers have of it, all of its words first', async () => {
    const query = 'I am interested in papers on sparse routing of experts with attention to load';
    expect((await idsFor(query))[0]).toBe('2');
  });
});

it('counts two swapped letters as one edit, once titles are stored', async () => {
  const engine = engineOver(papers);
  engine.load(null, papers);
  engine.load(engine.snapshot(), []);
  expect((await engine.search(parseSearchQuery('difusoin '), options)).correction).toBe(
    'diffusion ',
  );
});

describe('paging', () => {
  const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'epsilon', 'alphas', 'betta');
  const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
  const entries = fc.array(fc.record({ title: text, abstract: text }), { maxLength: 30 });
  const digests = entries.map((all) =>
    all.map(({ title, abstract }, at) => paper(`2502.${10_000 + at}`, title, abstract)),
  );

  it('returns every result once, whatever the page size', async () => {
    await fc.assert(
      fc.asyncProperty(
        digests,
        text,
        fc.integer({ min: 1, max: 7 }),
        async (digest, query, limit) => {
          const search = searchOver(digest);
          const all = await search.search(query, options);
          const pages: unknown[] = [];
          for (let offset = 0; offset < all.total; offset += limit) {
            const page = await search.search(query, { ...options, offset, limit });
            expect(page.total).toBe(all.total);
            pages.push(...page.results);
          }
          expect(pages).toEqual(all.results);
          expect(all.results).toHaveLength(all.total);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('returns the same from a snapshot and added papers as from all papers', async () => {
    await fc.assert(
      fc.asyncProperty(digests, text, fc.nat(30), async (digest, query, cut) => {
        const early = engineOver(digest);
        early.load(null, digest.slice(0, cut));
        const late = engineOver(digest);
        expect(late.load(early.snapshot(), digest.slice(cut))).toBe(true);
        const { partial, ...page } = await searchOver(digest).search(query, options);
        expect(await late.search(parseSearchQuery(query), options)).toEqual(page);
        expect(partial).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

/** An engine whose titles are not loaded yet. */
const engineOver = (papers: readonly Paper[]) =>
  new SearchEngine({ digest: digestOf(papers), words: memoryWords(papers) });

describe('the search engine', () => {
  it('answers from the word index before titles are loaded', async () => {
    const engine = engineOver(papers);
    expect(await idsFor('attention upvotes:>20', 'upvotes', engine)).toEqual(['1', '3']);
  });

  it('rejects a snapshot it cannot read, and has the papers added since', async () => {
    const full = engineOver(papers);
    full.load(null, papers);
    const bytes = full.snapshot();
    const other = bytes.slice();
    other[0] = 2;
    for (const bad of [new Uint8Array(0), bytes.slice(0, 40), bytes.slice(0, -1), other]) {
      const engine = engineOver(papers);
      expect(engine.load(bad, papers.slice(0, 2))).toBe(false);
      expect(engine.size).toBe(2);
    }
  });

  it('follows changed, repeated and removed papers', async () => {
    const engine = engineOver(papers);
    const [first] = papers;
    if (!first) throw new Error('expected a paper');
    engine.load(null, papers);
    engine.add([{ ...first, title: 'Zebra Crossings', upvotes: 1_000 }]);
    engine.add([{ ...first, title: 'Zebra Crossings', upvotes: 2_000 }]);
    expect(await idsFor('title:zebra', 'relevance', engine)).toEqual(['1']);
    expect(await idsFor('title:attention', 'relevance', engine)).toEqual([]);
    expect(await idsFor('upvotes:>1500', 'relevance', engine)).toEqual(['1']);
    engine.remove([first.id, 'arxiv:none']);
    expect(await idsFor('title:zebra', 'relevance', engine)).toEqual([]);
    expect(engine.size).toBe(papers.length - 1);
  });
});
