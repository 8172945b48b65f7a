import { describe, expect, it, vi } from 'vitest';
import { listingLabels } from '../../../../lib/answers/related/listing-labels.ts';
import type { Paper, PaperId } from '../../../../lib/paper/paper.ts';
import type { UserData } from '../../../../lib/user-data/user-data.ts';

const paper = (arxivId: string, title: string, known: Partial<Paper> = {}): Paper => ({
  id: `arxiv:${arxivId}`,
  arxivId,
  doi: null,
  title,
  abstract: '',
  summary: null,
  keyTerms: [],
  authors: [],
  authorCount: null,
  published: null,
  listedAt: '2026-01-05',
  upvotes: 7,
  comments: null,
  codeUrl: null,
  projectUrl: null,
  withdrawn: false,
  sources: ['daily-papers'],
  ...known,
});

const papers = [
  paper('2601.00001', 'Compressing the key-value cache'),
  paper('2601.00002', 'Weather by diffusion'),
  paper('2601.00003', 'From a file alone', { sources: ['file'], listedAt: null, upvotes: null }),
];

function sources(settings: Partial<UserData['settings']> = {}) {
  const at = '2026-01-06T10:00:00.000Z';
  const kinds: Partial<UserData> = {
    marks: { 'arxiv:2601.00002': { read: at, saved: null } },
    settings: { panel: {}, readByViewing: true, ...settings },
    topics: [{ id: 't', name: 'Caches', query: 'cache', created: at, parsed: null }],
  };
  const get = vi.fn(async (ids: PaperId[]) => papers.filter(({ id }) => ids.includes(id)));
  return { digest: { get }, userData: { get: async (kind: keyof UserData) => kinds[kind] } };
}

const ask = async (site: string, arxivIds: string[], settings = {}) =>
  listingLabels({ site, arxivIds }, sources(settings) as never);

describe('the labels of a listing', () => {
  it('show only what is known of papers in Daily Papers', async () => {
    const marks = await ask('arxiv', ['2601.00001', '2601.00002', '2601.00003', '2601.09999']);
    expect(marks).toEqual([
      {
        arxivId: '2601.00001',
        id: 'arxiv:2601.00001',
        listed: true,
        day: '2026-01-05',
        upvotes: 7,
        read: false,
        topics: ['Caches'],
      },
      expect.objectContaining({ arxivId: '2601.00002', read: true, topics: [] }),
    ]);
  });

  it('have topics on Hugging Face only where the user turns them on', async () => {
    expect((await ask('huggingface', ['2601.00001']))[0]?.topics).toEqual([]);
    const wanted = await ask('huggingface', ['2601.00001'], { topicsOnHuggingFace: true });
    expect(wanted[0]?.topics).toEqual(['Caches']);
  });

  it('read each paper from the digest once, even if it repeats', async () => {
    const from = sources();
    await listingLabels({ site: 'arxiv', arxivIds: ['2601.00001', '2601.00001'] }, from as never);
    expect(from.digest.get.mock.calls).toEqual([[['arxiv:2601.00001']]]);
  });
});
