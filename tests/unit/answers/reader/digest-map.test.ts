import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type DigestMapSources,
  digestMap,
  MAX_NEIGHBORS,
} from '../../../../lib/answers/reader/digest-map.ts';
import { muteInPanels } from '../../../../lib/answers/user-data/mutes.ts';
import type { DigestStatus } from '../../../../lib/digest/status.ts';
import { MemoryStorage } from '../../../../lib/index/memory-storage.ts';
import { openRelatedIndex } from '../../../../lib/index/related-index.ts';
import { indexedPaperOf } from '../../../../lib/jobs/index-changes.ts';
import type { MuteRule } from '../../../../lib/mutes/mute-rule.ts';
import { keysOf } from '../../../../lib/paper/identity.ts';
import type { PagePaper, Paper } from '../../../../lib/paper/paper.ts';
import { LocalUserDataStore } from '../../../../lib/storage/user-data-store.ts';
import type { UserDataStore } from '../../../../lib/user-data/user-data.ts';
import { MemoryArea } from '../../memory-storage-area.ts';
import { paper } from '../../search/papers.ts';

const subjects = [
  'visual tokens predicted scale by scale',
  'diffusion distilled into few steps',
  'rewards that check reasoning steps',
];
/** Sixty papers about next scales, each with one of three subjects. */
const papers: Paper[] = Array.from({ length: 60 }, (_, at) =>
  paper(
    `2511.${String(at).padStart(5, '0')}`,
    `Autoregressive generation ${at}: ${subjects[at % 3]}`,
    `A transformer for autoregressive image generation by next scales, with ${subjects[at % 3]}. Experiment ${at} of number${at * 7}.`,
    { authors: [`Author ${at % 4}`], withdrawn: at === 7 },
  ),
);
const others: Paper[] = Array.from({ length: 60 }, (_, at) =>
  paper(`2401.${String(at).padStart(5, '0')}`, `Proteins of kind${at}`, `Folding of chain${at}.`),
);
const seen: PagePaper = {
  arxivId: '2404.02905',
  doi: null,
  title: 'Visual autoregressive modeling',
  abstract: 'Autoregressive image generation by next scales: a transformer predicts visual tokens.',
  authors: ['Keyu Tian'],
  published: '2024-04-03',
  site: 'arxiv',
  view: 'abstract',
};

let userData: UserDataStore;
let sources: DigestMapSources;
beforeEach(async () => {
  userData = new LocalUserDataStore(new MemoryArea());
  const all = [...papers, ...others];
  const index = await openRelatedIndex(new MemoryStorage());
  await index.update({ put: all.map(indexedPaperOf), remove: [] });
  sources = {
    userData,
    digest: {
      find: async (keys) =>
        all.find((one) => [one.id, ...keysOf(one)].includes(keys[0] ?? '')) ?? null,
      get: async (ids) => ids.flatMap((id) => all.filter((one) => one.id === id)),
    },
    index: async () => index,
    findInSession: async ({ arxivId }) => (arxivId === seen.arxivId ? seen : null),
    status: async () => ({ papers: 100 }) as DigestStatus,
  };
});

const centerId = papers[0]?.id ?? '';
async function mapOf(of = centerId) {
  const { outcome } = await digestMap({ of }, sources);
  if (outcome.state !== 'map') throw new Error(outcome.state);
  return outcome;
}
const ignore = (thing: MuteRule, beside?: string) =>
  muteInPanels(
    { thing, ignored: true, ...(beside ? { beside: { ids: [beside], title: '' } } : {}) },
    userData,
    '2026-11-23T10:00:00.000Z',
  );

describe('the map around a paper', () => {
  it('has the thirty nearest as the panel ranks them, without the center and what is withdrawn', async () => {
    const map = await mapOf();
    expect(map.papers).toHaveLength(MAX_NEIGHBORS);
    const ids = map.papers.map(({ paper: { id } }) => id);
    expect(new Set(ids).size).toBe(MAX_NEIGHBORS);
    expect(ids).not.toContain(centerId);
    expect(ids).not.toContain(papers[7]?.id);
    expect(ids.every((id) => id.startsWith('arxiv:2511.'))).toBe(true);
    const index = await sources.index();
    const ranked = await index.related({
      ...{ title: papers[0]?.title ?? '', abstract: papers[0]?.abstract ?? '' },
      ...{
        exclude: [centerId],
        ignoredTerms: [],
        asShown: true,
        limit: 40,
        demoteOtherSources: true,
      },
    });
    const shown = ranked.map(({ id }) => id).filter((id) => id !== papers[7]?.id);
    expect(ids).toEqual(shown.slice(0, MAX_NEIGHBORS));
    expect(map.papers[0]?.why.length).toBeGreaterThan(0);
  });

  it('joins papers among themselves, by numbers that exist', async () => {
    const { edges, papers: near } = await mapOf();
    for (const { a, b, weight } of edges) {
      expect(a).toBeLessThan(b);
      expect(b).toBeLessThanOrEqual(near.length);
      expect(weight).toBeGreaterThan(0);
    }
    expect(edges.some(({ a }) => a > 0)).toBe(true);
  });

  it('is the same each time', async () => expect(await mapOf()).toEqual(await mapOf()));

  it('shows the marks of each paper, the center too', async () => {
    await userData.update('marks', (marks) => ({
      ...marks,
      [centerId]: { read: null, saved: '2026-11-23T10:00:00.000Z' },
    }));
    const { center } = await mapOf();
    expect(center.line?.marks).toEqual({ read: false, saved: true });
  });

  it('is drawn around a paper of this session that the digest does not contain', async () => {
    const map = await mapOf('arxiv:2404.02905');
    expect(map.center).toEqual({
      id: 'arxiv:2404.02905',
      title: seen.title,
      arxivId: '2404.02905',
      doi: null,
      line: null,
    });
    expect(map.papers.length).toBeGreaterThan(5);
    expect(map.edges.some(({ a }) => a === 0)).toBe(true);
  });
});

describe('no map', () => {
  it('is drawn around an unknown paper, one without text, or one without neighbors', async () => {
    const stateOf = async (of: string) => (await digestMap({ of }, sources)).outcome.state;
    expect(await stateOf('arxiv:2001.00001')).toBe('unknown');
    expect(await stateOf('nonsense')).toBe('unknown');
    sources.findInSession = async () => ({ ...seen, title: null, abstract: null });
    expect(await stateOf('arxiv:2404.02905')).toBe('no-text');
    sources.findInSession = async () => ({
      ...seen,
      title: 'Fibrosis',
      abstract: 'Collagen in mice.',
    });
    expect(await stateOf('arxiv:2404.02905')).toBe('nothing-close');
  });
});

describe('what is ignored', () => {
  it('is never on its own map, whatever is muted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(papers.slice(1), { maxLength: 6 }),
        fc.nat(3),
        async (some, by) => {
          await userData.update('ignored', () => []);
          for (const { id } of some) await ignore({ kind: 'paper', what: id }, centerId);
          await ignore({ kind: 'author', what: `${by}, Author` });
          const map = await mapOf();
          for (const { paper: shown } of map.papers) {
            expect(some.map(({ id }) => id)).not.toContain(shown.id);
            expect(shown.authors).not.toContain(`Author ${by}`);
          }
          expect(map.papers.length).toBeGreaterThan(10);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('counts for nothing between papers where it is a word', async () => {
    const before = await mapOf();
    await ignore({ kind: 'word', what: 'autoregressive' });
    const after = await mapOf();
    const words = after.papers.flatMap(({ why }) => why.join(' ').split(' '));
    expect(words).not.toContain('autoregressive');
    expect(before.papers.flatMap(({ why }) => why.join(' ').split(' '))).toContain(
      'autoregressive',
    );
    expect(after.edges).not.toEqual(before.edges);
  });
});
