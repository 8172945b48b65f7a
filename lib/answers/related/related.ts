import type { DigestStatus } from '../../digest/status.ts';
import type { DigestStore } from '../../digest/store.ts';
import type { RelatedHit, RelatedQuery } from '../../index/related-index.ts';
import { type Marks, noMarks } from '../../marks/marks.ts';
import type { MuteRule } from '../../mutes/mute-rule.ts';
import { mutedBy } from '../../mutes/mute-rules.ts';
import { keysOf } from '../../paper/identity.ts';
import { latestFirst } from '../../paper/latest-first.ts';
import type { PagePaper, Paper, PaperId, Source } from '../../paper/paper.ts';
import { paperDay } from '../../query/filters.ts';
import type { Day } from '../../time/days.ts';
import { listingStatus } from './listing-status.ts';
import { isNewer } from './newer.ts';
import type { RelatedAnswer, RelatedEntry, RelatedSortOrder } from './related-answer.ts';

const maxEntries = 5;
/**
 * More hits than entries: some papers turn out withdrawn, or of the page's own day and not newer.
 */
const usualHits = 20;
/** Where papers of muted authors took up the usual hits. */
const maxHits = 100;
const maxSharedTerms = 4;

interface RelatedRequest {
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

export interface RelatedSources {
  digest: Pick<DigestStore, 'find' | 'get'>;
  related(query: RelatedQuery): Promise<RelatedHit[]>;
  marks(ids: PaperId[]): Promise<Map<PaperId, Marks>>;
  /** Title and abstract of this paper from another page of this browser session. */
  findInSession(paper: PagePaper): Promise<Pick<PagePaper, 'title' | 'abstract'> | null>;
  /** Rules of the panel of a paper with these keys, and of all panels. */
  mutesBeside?(keys: PaperId[]): Promise<RelatedAnswer['ignored']>;
  /** Whether the user said that pages of this site are not about this paper. */
  isRejected?(paper: PagePaper): Promise<boolean>;
  status(): Promise<DigestStatus>;
}

/** What the panel shows for the paper of a page. */
export async function relatedAnswer(
  request: RelatedRequest,
  sources: RelatedSources,
): Promise<RelatedAnswer> {
  const { paper: page } = request;
  const [self, seen, isRejected, status] = await Promise.all([
    sources.digest.find(keysOf(page)),
    sources.findInSession(page),
    sources.isRejected?.(page) ?? false,
    sources.status(),
  ]);
  const keys = self === null ? keysOf(page) : [self.id, ...keysOf(self), ...keysOf(page)];
  const ignored = (await sources.mutesBeside?.(keys)) ?? { here: [], everywhere: [] };
  const title = page.title || self?.title || seen?.title || '';
  const abstract = page.abstract || self?.abstract || seen?.abstract || self?.summary?.text || '';
  const selfMarks = self === null ? null : (await sources.marks([self.id])).get(self.id);
  const answer: RelatedAnswer = {
    self: self === null ? null : { paper: self, marks: selfMarks ?? noMarks },
    listed: listingStatus(page, self, status),
    outcome: { state: 'no-text' },
    sharedTerms: [],
    ignored,
    status,
  };
  if (isRejected) return { ...answer, outcome: { state: 'refused' } };
  if (title === '' && abstract === '') return answer;

  const rules = [...ignored.here, ...ignored.everywhere];
  const entries = await relatedEntries({ title, abstract }, request, self, rules, sources);
  return {
    ...answer,
    outcome: entries.length === 0 ? { state: 'nothing-close' } : { state: 'related', entries },
    sharedTerms: sharedTermsOf(entries),
  };
}

async function relatedEntries(
  text: { title: string; abstract: string },
  request: RelatedRequest,
  self: Paper | null,
  rules: MuteRule[],
  sources: RelatedSources,
): Promise<RelatedEntry[]> {
  const query = relatedQuery(text, request, self, rules);
  const ruleOf = mutedBy(rules);
  const read = async (limit: number) => {
    const hits = await sources.related({ ...query, limit });
    const entries = (await entriesOf(hits, request.paper, self, sources)).filter(
      ({ paper, newer }) => ruleOf(paper) === null && (newer || !request.onlyNewer),
    );
    return { entries, hasMore: hits.length === limit };
  };
  let { entries, hasMore } = await read(usualHits);
  if (hasMore && entries.length < maxEntries && rules.length > 0) {
    ({ entries } = await read(maxHits));
  }
  return inOrder(entries, request.sort).slice(0, maxEntries);
}

function relatedQuery(
  text: { title: string; abstract: string },
  { paper: page, sort, onlyNewer, only, mixSources, ignoredTerms }: RelatedRequest,
  self: Paper | null,
  rules: MuteRule[],
): Omit<RelatedQuery, 'limit'> {
  const mutedOf = (kind: MuteRule['kind']) =>
    rules.filter((rule) => rule.kind === kind).map(({ what }) => what);
  const published = page.published ?? self?.published ?? null;
  return {
    ...text,
    exclude: [...(self === null ? [] : [self.id]), ...mutedOf('paper')],
    ignoredTerms: [...ignoredTerms, ...mutedOf('word')],
    asShown: true,
    sort,
    publishedFrom: laterOf(only?.from ?? null, onlyNewer ? published : null),
    publishedBefore: only?.before ?? null,
    minUpvotes: only?.upvotes ?? null,
    sources: only?.sources ?? null,
    demoteOtherSources: !mixSources,
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
  const dated = {
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
      newer: isNewer(paper, dated),
    };
  });
}

const laterOf = (a: Day | null, b: Day | null): Day | null => ((a ?? '') > (b ?? '') ? a : b);

/**
 * Sorted again: the index has days and upvotes as of indexing, the entries have the current ones.
 */
function inOrder(entries: RelatedEntry[], sort: RelatedSortOrder): RelatedEntry[] {
  if (sort === 'newest') {
    return entries.toSorted((a, b) => latestFirst(paperDay(a.paper), paperDay(b.paper)));
  }
  if (sort === 'upvotes') {
    return entries.toSorted((a, b) => (b.paper.upvotes ?? -1) - (a.paper.upvotes ?? -1));
  }
  return entries;
}

/** The reasons of most entries; a reason counts 1 / its rank in each. */
function sharedTermsOf(entries: RelatedEntry[]): string[] {
  const weights = new Map<string, number>();
  for (const { why } of entries) {
    why.forEach((term, index) => {
      weights.set(term, (weights.get(term) ?? 0) + 1 / (index + 1));
    });
  }
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .slice(0, maxSharedTerms)
    .map(([term]) => term);
}
