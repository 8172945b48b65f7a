/** The papers nearest to one, how close they are to one another, and what groups of them share. */

import type { DigestStatus } from '../../digest/status.ts';
import type { DigestStore } from '../../digest/store.ts';
import type { ComparedDocument } from '../../index/ranking/pairwise-similarity.ts';
import type { RelatedHit, RelatedIndex, RelatedQuery } from '../../index/related-index.ts';
import { strongestEdges } from '../../map/edges.ts';
import { paperGroups } from '../../map/groups.ts';
import { mutedBy } from '../../mutes/mute-rules.ts';
import { parseArxivId } from '../../paper/arxiv-id.ts';
import { parseDoi } from '../../paper/doi.ts';
import { keysOf } from '../../paper/identity.ts';
import type { PagePaper, Paper, PaperId } from '../../paper/paper.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import { mutesBeside } from '../user-data/mutes.ts';
import { digestLines } from './digest-list.ts';
import type { DigestMap, MapCenter, MapPaper } from './reader-answers.ts';

/** Papers around the center. */
export const MAX_NEIGHBORS = 30;
/** More are asked for: some turn out withdrawn. */
const asked = 40;
/** So many where papers of ignored authors may take up those. */
const mostAsked = 130;

export interface DigestMapSources {
  digest: Pick<DigestStore, 'find' | 'get'>;
  userData: Pick<UserDataStore, 'get'>;
  index(): Promise<Pick<RelatedIndex, 'related' | 'pairwiseSimilarity'>>;
  /** A paper as met on a page of this browser session. */
  met(work: Pick<PagePaper, 'arxivId' | 'doi'>): Promise<PagePaper | null>;
  status(): Promise<DigestStatus>;
}

/** The map around a paper of the digest, or one that this browser session has met. */
export async function digestMap(
  { of }: { of: PaperId },
  sources: DigestMapSources,
): Promise<DigestMap> {
  const named = namedBy(of);
  const [self, met, status] = await Promise.all([
    sources.digest.find([of]),
    sources.met(named),
    sources.status(),
  ]);
  if (self === null && met === null) return { outcome: { state: 'unknown' }, status };
  const [line = null] = self === null ? [] : await digestLines([self.id], sources);
  const title = self?.title || met?.title || '';
  const abstract = self?.abstract || met?.abstract || self?.summary?.text || '';
  const center: MapCenter = {
    id: self?.id ?? of,
    title,
    arxivId: self?.arxivId ?? met?.arxivId ?? named.arxivId,
    doi: self?.doi ?? met?.doi ?? named.doi,
    line,
  };
  if (title === '' && abstract === '') return { outcome: { state: 'no-text', center }, status };

  const keys = [of, ...(self ? [self.id, ...keysOf(self)] : []), ...(met ? keysOf(met) : [])];
  const document = { title, abstract, keyTerms: self?.keyTerms ?? [] };
  const index = await sources.index();
  const { hits, papers, words } = await nearest(document, keys, index, sources);
  // Everything is numbered by these: a paper may be gone since it was found.
  const lines = await withLines(papers, hits, sources);
  if (lines.length === 0) return { outcome: { state: 'nothing-close', center }, status };
  const documents = [document, ...lines.map(({ paper }) => documentOf(paper))];
  const likeness = await index.pairwiseSimilarity(documents, words);
  const outcome: DigestMap['outcome'] = {
    state: 'map',
    center,
    papers: lines,
    edges: strongestEdges(likeness),
    groups: paperGroups(likeness, documents),
  };
  return { outcome, status };
}

/** The papers a panel would call related, as many as a map shows, and the words it would not count. */
async function nearest(
  { title, abstract }: ComparedDocument,
  keys: PaperId[],
  index: Pick<RelatedIndex, 'related'>,
  { digest, userData }: DigestMapSources,
): Promise<{ hits: RelatedHit[]; papers: Paper[]; words: string[] }> {
  const { here, everywhere } = await mutesBeside(keys, userData);
  const things = [...here, ...everywhere];
  const words = things.flatMap(({ kind, what }) => (kind === 'word' ? what : []));
  const others = things.flatMap(({ kind, what }) => (kind === 'paper' ? what : []));
  const among = mutedBy(things);
  const own = new Set(keys);
  const query: Omit<RelatedQuery, 'limit'> = {
    ...{ title, abstract, exclude: [...keys, ...others], ignoredTerms: words },
    ...{ asShown: true, sort: 'similarity', demoteOtherSources: true },
  };
  const limit = things.length > 0 ? mostAsked : asked;
  const hits = await index.related({ ...query, limit });
  const found = new Map(
    (await digest.get(hits.map(({ id }) => id))).map((paper) => [paper.id, paper]),
  );
  const papers = hits
    .flatMap(({ id }) => found.get(id) ?? [])
    .filter((paper) => !paper.withdrawn && !own.has(paper.id) && among(paper) === null);
  return { hits, papers: papers.slice(0, MAX_NEIGHBORS), words };
}

async function withLines(
  papers: Paper[],
  hits: RelatedHit[],
  sources: DigestMapSources,
): Promise<MapPaper[]> {
  const why = new Map(hits.map((hit) => [hit.id, hit.why]));
  const lines = await digestLines(
    papers.map(({ id }) => id),
    sources,
  );
  return lines.map((line) => ({ ...line, why: why.get(line.paper.id) ?? [] }));
}

/** A paper as the index reads it. */
const documentOf = ({ title, abstract, summary, keyTerms }: Paper): ComparedDocument => ({
  title,
  abstract: abstract || summary?.text || '',
  keyTerms,
});

/** The ids that a paper's own id is made of. */
function namedBy(id: PaperId): { arxivId: string | null; doi: string | null } {
  const after = (sign: string) => (id.startsWith(sign) ? id.slice(sign.length) : null);
  const [arxiv, doi] = [after('arxiv:'), after('doi:')];
  return {
    arxivId: arxiv === null ? null : parseArxivId(arxiv),
    doi: doi === null ? null : parseDoi(doi),
  };
}
