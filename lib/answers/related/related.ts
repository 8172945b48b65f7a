import type { DigestStatus } from '../../digest/status.ts';
import type { DigestStore } from '../../digest/store.ts';
import type { RelatedHit, RelatedQuery } from '../../index/related-index.ts';
import type { Marks } from '../../marks/marks.ts';
import type { MuteRule } from '../../mutes/mute-rule.ts';
import { mutedBy } from '../../mutes/mute-rules.ts';
import { keysOf } from '../../paper/identity.ts';
import { latestFirst } from '../../paper/latest-first.ts';
import type { PagePaper, Paper, PaperId, Source } from '../../paper/paper.ts';
import type { Day } from '../../time/days.ts';
import { listingStatus } from './listing-status.ts';
import { dateOf, isNewer } from './newer.ts';
import type { RelatedAnswer, RelatedEntry, RelatedSortOrder } from './related-answer.ts';

/** How many entries a panel shows. */
const shownEntries = 5;
/** More are asked for: some turn out withdrawn, or of the page's own day and not newer. */
const askedEntries = 20;
/** So many where papers of ignored authors take up those. */
const mostAskedEntries = 100;
const suggestedTerms = 4;

export interface RelatedRequest {
  paper: PagePaper;
  sort: RelatedSortOrder;
  onlyNewer: boolean;
  /** Only papers published on these days, with these upvotes, of these sources. */
  only?:
    | {
        from?: Day | undefined;
        before?: Day | undefined;
        upvotes?: number | undefined;
        sources?: Source[] | undefined;
      }
    | undefined;
  /** Papers that Daily Papers does not list rank like the others. */
  mixSources?: boolean | undefined;
  /** Words or phrases that do not count for this paper. */
  ignoredTerms: string[];
}

/** What the answer is made from. */
export interface RelatedSources {
  digest: Pick<DigestStore, 'find' | 'get'>;
  related(query: RelatedQuery): Promise<RelatedHit[]>;
  marks(ids: PaperId[]): Promise<Map<PaperId, Marks>>;
  /** Title and abstract of this paper as met on another page of this browser session. */
  met(paper: PagePaper): Promise<Pick<PagePaper, 'title' | 'abstract'> | null>;
  /** What the user ignores beside a paper of these keys, and in all panels. */
  ignored?(keys: PaperId[]): Promise<RelatedAnswer['ignored']>;
  /** The user has said that pages of this site are not about this paper. */
  refused?(paper: PagePaper): Promise<boolean>;
  status(): Promise<DigestStatus>;
}

const noMarks: Marks = { read: false, saved: false };

/** The panel's whole answer about one page's paper. */
export async function relatedAnswer(
  request: RelatedRequest,
  sources: RelatedSources,
): Promise<RelatedAnswer> {
  const { paper: page, ignoredTerms } = request;
  const [self, met, refused, status] = await Promise.all([
    sources.digest.find(keysOf(page)),
    sources.met(page),
    sources.refused?.(page) ?? false,
    sources.status(),
  ]);
  const keys = self === null ? keysOf(page) : [self.id, ...keysOf(self), ...keysOf(page)];
  const ignored = (await sources.ignored?.(keys)) ?? { here: [], everywhere: [] };
  const title = page.title || self?.title || met?.title || '';
  const abstract = page.abstract || self?.abstract || met?.abstract || self?.summary?.text || '';
  const selfMarks = self === null ? null : (await sources.marks([self.id])).get(self.id);
  const answer: RelatedAnswer = {
    self: self === null ? null : { paper: self, marks: selfMarks ?? noMarks },
    listed: listingStatus(page, self, status),
    outcome: { state: 'no-text' },
    sharedTerms: [],
    ignored,
    status,
  };
  if (refused) return { ...answer, outcome: { state: 'refused' } };
  if (title === '' && abstract === '') return answer;

  const things = [...ignored.here, ...ignored.everywhere];
  const whatOf = (kind: MuteRule['kind']) =>
    things.filter((thing) => thing.kind === kind).map(({ what }) => what);
  const query: Omit<RelatedQuery, 'limit'> = {
    title,
    abstract,
    exclude: [...(self === null ? [] : [self.id]), ...whatOf('paper')],
    ignoredTerms: [...ignoredTerms, ...whatOf('word')],
    asShown: true,
    sort: request.sort,
    publishedFrom: laterOf(
      request.only?.from ?? null,
      request.onlyNewer ? (page.published ?? self?.published ?? null) : null,
    ),
    publishedBefore: request.only?.before ?? null,
    minUpvotes: request.only?.upvotes ?? null,
    sources: request.only?.sources ?? null,
    demoteOtherSources: !request.mixSources,
  };
  const among = mutedBy(things);
  const entriesAmong = async (limit: number) => {
    const hits = await sources.related({ ...query, limit });
    const entries = await entriesOf(hits, page, self, sources);
    const wanted = entries.filter(
      ({ paper, newer }) => among(paper) === null && (newer || !request.onlyNewer),
    );
    return { wanted, more: hits.length === limit };
  };
  let { wanted, more } = await entriesAmong(askedEntries);
  if (more && wanted.length < shownEntries && things.length > 0) {
    ({ wanted } = await entriesAmong(mostAskedEntries));
  }
  const chosen = inOrder(wanted, request.sort).slice(0, shownEntries);
  return {
    ...answer,
    outcome:
      chosen.length === 0 ? { state: 'nothing-close' } : { state: 'related', entries: chosen },
    sharedTerms: termsShared(chosen),
  };
}

async function entriesOf(
  hits: RelatedHit[],
  page: PagePaper,
  self: Paper | null,
  sources: RelatedSources,
): Promise<RelatedEntry[]> {
  const ids = hits.map((hit) => hit.id);
  const [papers, marks] = await Promise.all([sources.digest.get(ids), sources.marks(ids)]);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const appeared = {
    arxivId: page.arxivId ?? self?.arxivId ?? null,
    published: page.published ?? self?.published ?? null,
  };
  return hits.flatMap((hit) => {
    const paper = byId.get(hit.id);
    if (paper === undefined || paper.withdrawn) return [];
    return {
      paper,
      marks: marks.get(hit.id) ?? noMarks,
      why: hit.why,
      score: hit.score,
      newer: isNewer(paper, appeared),
    };
  });
}

const laterOf = (a: Day | null, b: Day | null): Day | null => ((a ?? '') > (b ?? '') ? a : b);

/** The engine knows days and counts as they were indexed; shown is what is stored now. */
function inOrder(entries: RelatedEntry[], sort: RelatedSortOrder): RelatedEntry[] {
  if (sort === 'newest') {
    return entries.toSorted((a, b) => latestFirst(dateOf(a.paper), dateOf(b.paper)));
  }
  if (sort === 'upvotes') {
    return entries.toSorted((a, b) => (b.paper.upvotes ?? -1) - (a.paper.upvotes ?? -1));
  }
  return entries;
}

/** Terms that carried most entries, a term counting the more the higher it stood in each. */
function termsShared(entries: RelatedEntry[]): string[] {
  const weights = new Map<string, number>();
  for (const { why } of entries) {
    why.forEach((term, place) => {
      weights.set(term, (weights.get(term) ?? 0) + 1 / (place + 1));
    });
  }
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .slice(0, suggestedTerms)
    .map(([term]) => term);
}
