import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../lib/paper/paper.ts';
import { Search } from '../../../lib/search/search.ts';
import { memoryWords } from './memory-words.ts';
import { paper, searchOver } from './papers.ts';

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

async function idsFor(
  query: string,
  sort: 'relevance' | 'newest' | 'upvotes' = 'relevance',
  search = searchOver(papers),
): Promise<string[]> {
  const { results } = await search.search(query, { offset: 0, limit: 100, sort });
  return results.map(({ id }) => id.slice(-1));
}

describe('search', () => {
  it.each([
    // Words, by stem, wherever they stand.
    ['expert mixtures ', ['3', '2']],
    ['sings ', ['4']],
    ['audio ', ['4']],
    ['need attention ', ['1', '3']],
    // The last word may be half a word; complete with a space after it, it may not.
    ['diffus', ['4', '5']],
    ['synth', ['4']],
    ['synth ', []],
    // Typos in words longer than four letters, exact before similar.
    ['difusion', ['4', '5']],
    ['synthezis ', ['4']],
    ['fork ', []],
    // A plain word finds authors; leaving one out does not leave out authors.
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
    // Exact before begun, though the title of 7 has both.
    ['experts rout', ['2', '7']],
    // Conditions.
    ['attention after:2025-02', ['3', '2']],
    ['attention year:2025 before:2025-02', ['1']],
    ['attention upvotes:>10', ['1', '3']],
    ['attention source:arxiv', ['2']],
    ['attention -source:arxiv', ['1', '3']],
    // Conditions alone, newest first.
    ['upvotes:>5', ['3', '2', '1']],
    ['after:2025-03', ['5', '3']],
    // Nothing asked, nothing answered.
    ['', []],
    ['"" -', []],
    ['zebra ', []],
    // Words as common as these are looked for when there are no others.
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

  it('says when a result is only similar, and marks what it is similar to', async () => {
    const { results } = await searchOver(papers).search('synthezis ', {
      offset: 0,
      limit: 5,
      sort: 'relevance',
    });
    expect(results).toMatchObject([{ exact: false, titleRanges: [[19, 28]] }]);
  });

  it('marks words in title and abstract', async () => {
    const { results } = await searchOver(papers).search('diffusion sing', {
      offset: 0,
      limit: 5,
      sort: 'relevance',
    });
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

  it('drops a phrase that no paper has, and says so', async () => {
    const page = await searchOver(papers).search('"experts of mixture"', {
      offset: 0,
      limit: 5,
      sort: 'relevance',
    });
    expect(page.results.map(({ id }) => id.slice(-1))).toEqual(['3', '2']);
    expect(page.problems).toEqual([{ code: 'phrase-not-found', text: 'experts of mixture' }]);
  });

  it('falls back to most of the words, and says so', async () => {
    const page = await searchOver(papers).search('mixture experts zebra ', {
      offset: 0,
      limit: 5,
      sort: 'relevance',
    });
    expect(page.results.map(({ id }) => id.slice(-1))).toEqual(['3', '2']);
    expect(page.problems.map(({ code }) => code)).toEqual(['not-all-words']);
  });

  it('answers what it can of a wrong query', async () => {
    const page = await searchOver(papers).search('audio after:soon', {
      offset: 0,
      limit: 5,
      sort: 'relevance',
    });
    expect(page.results).toHaveLength(1);
    expect(page.problems.map(({ code }) => code)).toEqual(['bad-date']);
  });

  it.each<[query: string, completions: string[], meant: string | null]>([
    // One form of a word; a word that is whole already is no completion of itself.
    ['diffus', ['diffusing'], null],
    ['song Diff', ['song diffusion'], null],
    ['kai', ['kaiming'], null],
    ['author:s', [], null],
    ['author:so', ['author:song'], null],
    ['title:so', ['title:song'], null],
    // What stands in the titles found comes first.
    ['mixture of e', [], null],
    ['mixture of ex', ['mixture of experts'], null],
    ['song ', [], null],
    ['song "sy', ['song "synthesis'], null],
    // What nothing has as it is written.
    ['difusion', [], 'diffusion'],
    ['author:kaimng', [], 'author:kaiming'],
    ['"difusion" song', [], null],
    ['zzzzzzz', [], null],
  ])('%s: suggests %j, meant %s', async (query, completions, meant) => {
    const options = { offset: 0, limit: 5, sort: 'relevance' } as const;
    const page = await searchOver(papers).search(query, options);
    expect([page.completions, page.meant]).toEqual([completions, meant]);
  });

  it('says what was pasted, held or not', async () => {
    const search = searchOver(papers);
    const options = { offset: 0, limit: 5, sort: 'relevance' } as const;
    expect(await search.search('arxiv.org/abs/2501.00099', options)).toEqual({
      total: 0,
      results: [],
      problems: [],
      pasted: { arxivId: '2501.00099', doi: null },
      completions: [],
      meant: null,
    });
    expect((await search.search('mixture', options)).pasted).toBeNull();
  });

  it('ranks a sentence by what papers have of it, all of its words first', async () => {
    const query = 'I am interested in papers on sparse routing of experts with attention to load';
    expect((await idsFor(query))[0]).toBe('2');
  });
});

it('takes neighbors that changed places for one slip, once titles are stored', async () => {
  const search = new Search(portsOf(papers));
  search.load(null, papers);
  search.load(search.snapshot(), []);
  const options = { offset: 0, limit: 5, sort: 'relevance' } as const;
  expect((await search.search('difusoin ', options)).meant).toBe('diffusion ');
});

describe('paging', () => {
  const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'epsilon', 'alphas', 'betta');
  const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
  const digest = fc.array(fc.record({ title: text, abstract: text }), { maxLength: 30 });
  const some = digest.map((entries) =>
    entries.map(({ title, abstract }, at) => paper(`2502.${10_000 + at}`, title, abstract)),
  );

  it('gives every result once, whatever the page size', async () => {
    await fc.assert(
      fc.asyncProperty(some, text, fc.integer({ min: 1, max: 7 }), async (held, query, limit) => {
        const search = searchOver(held);
        const whole = await search.search(query, { offset: 0, limit: 100, sort: 'relevance' });
        const pages: unknown[] = [];
        for (let offset = 0; offset < whole.total; offset += limit) {
          const page = await search.search(query, { offset, limit, sort: 'relevance' });
          expect(page.total).toBe(whole.total);
          pages.push(...page.results);
        }
        expect(pages).toEqual(whole.results);
        expect(whole.results).toHaveLength(whole.total);
      }),
      { numRuns: 50 },
    );
  });

  it('answers the same from a snapshot and a tail as from all papers', async () => {
    await fc.assert(
      fc.asyncProperty(some, text, fc.nat(30), async (held, query, cut) => {
        const options = { offset: 0, limit: 100, sort: 'relevance' } as const;
        const early = new Search(portsOf(held));
        early.load(null, held.slice(0, cut));
        const late = new Search(portsOf(held));
        expect(late.load(early.snapshot(), held.slice(cut))).toBe(true);
        expect(await late.search(query, options)).toEqual(
          await searchOver(held).search(query, options),
        );
      }),
      { numRuns: 50 },
    );
  });
});

function portsOf(held: readonly Paper[]) {
  const byId = new Map(held.map((one) => [one.id, one]));
  return {
    papers: { get: async (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []) },
    words: memoryWords(held),
  };
}

describe('what is held', () => {
  it('answers from the word index alone before anything is loaded', async () => {
    const search = new Search(portsOf(papers));
    expect(await idsFor('attention upvotes:>20', 'upvotes', search)).toEqual(['1', '3']);
  });

  it('refuses a snapshot it cannot read, and holds the tail', async () => {
    const whole = new Search(portsOf(papers));
    whole.load(null, papers);
    const bytes = whole.snapshot();
    const other = bytes.slice();
    other[0] = 2;
    for (const bad of [new Uint8Array(0), bytes.slice(0, 40), bytes.slice(0, -1), other]) {
      const search = new Search(portsOf(papers));
      expect(search.load(bad, papers.slice(0, 2))).toBe(false);
      expect(search.size).toBe(2);
    }
  });

  it('follows changed, repeated and removed papers', async () => {
    const search = new Search(portsOf(papers));
    const [first] = papers;
    if (!first) throw new Error('a paper is needed');
    search.load(null, papers);
    search.add([{ ...first, title: 'Zebra Crossings', upvotes: 1_000 }]);
    search.add([{ ...first, title: 'Zebra Crossings', upvotes: 2_000 }]);
    expect(await idsFor('title:zebra', 'relevance', search)).toEqual(['1']);
    expect(await idsFor('title:attention', 'relevance', search)).toEqual([]);
    expect(await idsFor('upvotes:>1500', 'relevance', search)).toEqual(['1']);
    search.remove([first.id, 'arxiv:none']);
    expect(await idsFor('title:zebra', 'relevance', search)).toEqual([]);
    expect(search.size).toBe(papers.length - 1);
  });
});
