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
/** More hits than neighbors: some papers turn out withdrawn. */
const usualHits = 40;
/** Where papers of muted authors may take up the usual hits. */
const maxHits = 130;

export interface DigestMapSources {
  digest: Pick<DigestStore, 'find' | 'get'>;
  userData: Pick<UserDataStore, 'get'>;
  index(): Promise<Pick<RelatedIndex, 'related' | 'pairwiseSimilarity'>>;
  /** The paper of a page of this browser session. */
  findInSession(work: Pick<PagePaper, 'arxivId' | 'doi'>): Promise<PagePaper | null>;
  status(): Promise<DigestStatus>;
}

/** The map around a paper of the digest or of this browser session. */
export async function digestMap(
  { of }: { of: PaperId },
  sources: DigestMapSources,
): Promise<DigestMap> {
  const ids = idsIn(of);
  const [self, seen, status] = await Promise.all([
    sources.digest.find([of]),
    sources.findInSession(ids),
    sources.status(),
  ]);
  if (self === null && seen === null) return { outcome: { state: 'unknown' }, status };
  const [line = null] = self === null ? [] : await digestLines([self.id], sources);
  const title = self?.title || seen?.title || '';
  const abstract = self?.abstract || seen?.abstract || self?.summary?.text || '';
  const center: MapCenter = {
    id: self?.id ?? of,
    title,
    arxivId: self?.arxivId ?? seen?.arxivId ?? ids.arxivId,
    doi: self?.doi ?? seen?.doi ?? ids.doi,
    line,
  };
  if (title === '' && abstract === '') return { outcome: { state: 'no-text', center }, status };

  const keys = [of, ...(self ? [self.id, ...keysOf(self)] : []), ...(seen ? keysOf(seen) : [])];
  const document = { title, abstract, keyTerms: self?.keyTerms ?? [] };
  const index = await sources.index();
  const { hits, papers, words } = await nearest(document, keys, index, sources);
  // Edges and groups refer to these by index: a paper may have been removed since it was found.
  const lines = await withLines(papers, hits, sources);
  if (lines.length === 0) return { outcome: { state: 'nothing-close', center }, status };
  const documents = [document, ...lines.map(({ paper }) => documentOf(paper))];
  const similarity = await index.pairwiseSimilarity(documents, words);
  const outcome: DigestMap['outcome'] = {
    state: 'map',
    center,
    papers: lines,
    edges: strongestEdges(similarity),
    groups: paperGroups(similarity, documents),
  };
  return { outcome, status };
}

/** The related papers for a map, as a panel ranks them, and the muted words. */
async function nearest(
  { title, abstract }: ComparedDocument,
  keys: PaperId[],
  index: Pick<RelatedIndex, 'related'>,
  { digest, userData }: DigestMapSources,
): Promise<{ hits: RelatedHit[]; papers: Paper[]; words: string[] }> {
  const { here, everywhere } = await mutesBeside(keys, userData);
  const rules = [...here, ...everywhere];
  const words = rules.flatMap(({ kind, what }) => (kind === 'word' ? what : []));
  const others = rules.flatMap(({ kind, what }) => (kind === 'paper' ? what : []));
  const ruleOf = mutedBy(rules);
  const own = new Set(keys);
  const query: Omit<RelatedQuery, 'limit'> = {
    ...{ title, abstract, exclude: [...keys, ...others], ignoredTerms: words },
    ...{ asShown: true, sort: 'similarity', demoteOtherSources: true },
  };
  const limit = rules.length > 0 ? maxHits : usualHits;
  const hits = await index.related({ ...query, limit });
  const found = new Map(
    (await digest.get(hits.map(({ id }) => id))).map((paper) => [paper.id, paper]),
  );
  const papers = hits
    .flatMap(({ id }) => found.get(id) ?? [])
    .filter((paper) => !paper.withdrawn && !own.has(paper.id) && ruleOf(paper) === null);
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

/** A paper as the index compares it. */
const documentOf = ({ title, abstract, summary, keyTerms }: Paper): ComparedDocument => ({
  title,
  abstract: abstract || summary?.text || '',
  keyTerms,
});

/** The arXiv id or DOI in a paper id. */
function idsIn(id: PaperId): { arxivId: string | null; doi: string | null } {
  const after = (prefix: string) => (id.startsWith(prefix) ? id.slice(prefix.length) : null);
  const [arxiv, doi] = [after('arxiv:'), after('doi:')];
  return {
    arxivId: arxiv === null ? null : parseArxivId(arxiv),
    doi: doi === null ? null : parseDoi(doi),
  };
}
