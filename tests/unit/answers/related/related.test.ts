import { describe, expect, it, vi } from 'vitest';
import { type RelatedSources, relatedAnswer } from '../../../../lib/answers/related/related.ts';
import type { DigestStatus } from '../../../../lib/digest/status.ts';
import type { PagePaper, Paper } from '../../../../lib/paper/paper.ts';
import { paper as listedPaper } from '../../search/papers.ts';

const status = { completeSince: '2025-11-01', lastCheck: null } as DigestStatus;
const paper = (id: string, over: Partial<Paper> = {}): Paper =>
  listedPaper(id, `Title ${id}`, '', over);
const page = (over: Partial<PagePaper> = {}): PagePaper => ({
  arxivId: '2505.00001',
  doi: null,
  title: 'The page',
  abstract: 'Its abstract.',
  authors: [],
  published: '2025-05-01',
  site: 'arxiv',
  view: 'abstract',
  ...over,
});
const ask = { sort: 'similarity' as const, onlyNewer: false, ignoredTerms: [] as string[] };

function sources(papers: Paper[], over: Partial<RelatedSources> = {}): RelatedSources {
  return {
    digest: { find: async () => null, get: async () => papers },
    related: async () =>
      papers.map(({ id }, place) => ({ id, score: 10 - place, why: ['token', `word ${place}`] })),
    marks: async () => new Map(),
    findInSession: async () => null,
    status: async () => status,
    ...over,
  };
}

const ids = (answer: Awaited<ReturnType<typeof relatedAnswer>>) =>
  answer.outcome.state === 'related'
    ? answer.outcome.entries.map((entry) => entry.paper.arxivId)
    : answer.outcome.state;

describe('relatedAnswer', () => {
  const many = ['2504.00009', '2506.00002', '2505.00003', '2401.00004', '2601.00005', '2307.00006'];

  it('shows five, most similar first', async () => {
    const answer = await relatedAnswer(
      { paper: page(), ...ask },
      sources(many.map((id) => paper(id))),
    );
    expect(ids(answer)).toEqual(many.slice(0, 5));
    expect(answer.sharedTerms[0]).toBe('token');
  });

  it('sorts the related papers by date and by upvotes', async () => {
    const papers = many.map((id, at) =>
      paper(id, {
        published: `20${id.slice(0, 2)}-${id.slice(2, 4)}-10`,
        upvotes: at === 3 ? null : at,
      }),
    );
    const newest = await relatedAnswer({ paper: page(), ...ask, sort: 'newest' }, sources(papers));
    expect(ids(newest)).toEqual([
      '2601.00005',
      '2506.00002',
      '2505.00003',
      '2504.00009',
      '2401.00004',
    ]);
    const upvoted = await relatedAnswer(
      { paper: page(), ...ask, sort: 'upvotes' },
      sources(papers),
    );
    expect(ids(upvoted)).toEqual([
      '2307.00006',
      '2601.00005',
      '2505.00003',
      '2506.00002',
      '2504.00009',
    ]);
  });

  it('marks and filters papers that are newer than the paper of the page', async () => {
    const papers = many.map((id) => paper(id));
    const answer = await relatedAnswer({ paper: page(), ...ask, onlyNewer: true }, sources(papers));
    expect(ids(answer)).toEqual(['2506.00002', '2505.00003', '2601.00005']);
  });

  it('queries without muted words and papers, and leaves out papers of muted authors', async () => {
    const asked = vi.fn(async () =>
      many.map((id, place) => ({ id: `arxiv:${id}`, score: 10 - place, why: [] })),
    );
    const papers = many.map((id, at) =>
      paper(id, { authors: at === 0 ? ['Ada Wu'] : [], doi: at === 1 ? '10.1000/x' : null }),
    );
    const mutesBeside = async () => ({
      here: [{ kind: 'word' as const, what: 'token' }],
      everywhere: [
        { kind: 'author' as const, what: 'Wu, Ada' },
        { kind: 'paper' as const, what: 'doi:10.1000/x' },
      ],
    });
    const answer = await relatedAnswer(
      { paper: page(), ...ask, ignoredTerms: ['other'] },
      sources(papers, { related: asked, mutesBeside }),
    );
    expect(ids(answer)).toEqual(many.slice(2));
    expect(asked).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ exclude: ['doi:10.1000/x'], ignoredTerms: ['other', 'token'] }),
    );
    expect(answer.ignored).toEqual(await mutesBeside());
  });

  it('queries more where papers of muted authors took up the first hits', async () => {
    const papers = Array.from({ length: 40 }, (_, at) =>
      paper(`2401.${10_000 + at}`, { authors: at < 18 ? ['Ada Wu'] : [] }),
    );
    const related = async ({ limit }: { limit: number }) =>
      papers.slice(0, limit).map(({ id }, place) => ({ id, score: 99 - place, why: [] }));
    const mutesBeside = async () => ({
      here: [],
      everywhere: [{ kind: 'author' as const, what: 'Ada Wu' }],
    });
    const answer = await relatedAnswer(
      { paper: page(), ...ask },
      sources(papers, { related, mutesBeside }),
    );
    expect(ids(answer)).toEqual(papers.slice(18, 23).map(({ arxivId }) => arxivId));
  });

  it('never shows a withdrawn paper', async () => {
    const answer = await relatedAnswer(
      { paper: page(), ...ask },
      sources([paper('2504.00009', { withdrawn: true })]),
    );
    expect(ids(answer)).toBe('nothing-close');
  });

  it('queries with the text of the page, else of the digest, else of this session; else has no text', async () => {
    const bare = page({ title: null, abstract: null, view: 'pdf' });
    const asked = vi.fn(async () => []);
    const known = paper('2505.00001', { title: 'Stored', abstract: 'Stored abstract.' });
    const find = async () => known;
    const findInSession = async () => ({ title: 'Seen', abstract: 'Seen abstract.' });
    const digest = { find, get: async () => [] };

    await relatedAnswer(
      { paper: page(), ...ask },
      sources([], { related: asked, digest, findInSession }),
    );
    await relatedAnswer(
      { paper: bare, ...ask },
      sources([], { related: asked, digest, findInSession }),
    );
    await relatedAnswer({ paper: bare, ...ask }, sources([], { related: asked, findInSession }));
    expect(
      asked.mock.calls.map(([query]: unknown[]) => (query as { title: string }).title),
    ).toEqual(['The page', 'Stored', 'Seen']);
    const silent = await relatedAnswer({ paper: bare, ...ask }, sources([], { related: asked }));
    expect(silent.outcome.state).toBe('no-text');
    expect(asked).toHaveBeenCalledTimes(3);
  });
});
