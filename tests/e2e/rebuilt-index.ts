/** Kindred's answers beside those of an index built at once from what it has exported. */
import { relatedAnswer } from '../../lib/answers/related/related.ts';
import type { RelatedAnswer } from '../../lib/answers/related/related-answer.ts';
import { recordOf, resolve } from '../../lib/digest/merge.ts';
import type { DigestStatus } from '../../lib/digest/status.ts';
import { parseJsonLines } from '../../lib/import/formats/json-lines.ts';
import { MemoryStorage } from '../../lib/index/memory-storage.ts';
import { openRelatedIndex, type RelatedIndex } from '../../lib/index/related-index.ts';
import { indexedPaperOf } from '../../lib/jobs/index-changes.ts';
import { identify } from '../../lib/paper/identity.ts';
import type { PagePaper, Paper } from '../../lib/paper/paper.ts';
import type { SamplePaper } from '../fake-services/sample-papers.ts';
import type { Session } from './session.ts';

/** Every paper that Kindred has stored, by its own export. */
export async function exportedPapers(session: Session): Promise<Paper[]> {
  const { text } = await session.ask('export', { what: 'digest' });
  const { claims, refused } = parseJsonLines(text, new Date().toISOString());
  if (refused.length > 0) throw new Error(`The export has odd lines: ${JSON.stringify(refused)}`);
  return claims.flatMap((claim) => {
    const record = recordOf(claim);
    if (record === null) return [];
    const paper = resolve(record);
    // The file does not say where Kindred has a paper from; sources weigh in the order of related papers.
    return { ...paper, sources: [paper.listedAt === null ? 'starter' : 'daily-papers'] };
  });
}

function pageOf(paper: SamplePaper): PagePaper {
  const { id, title, abstract, authors, published } = paper;
  const site = { site: 'arxiv', view: 'abstract' } as const;
  return { arxivId: id, doi: null, title, abstract, authors, published, ...site };
}

const listOptions = { sort: 'similarity', onlyNewer: false, ignoredTerms: [] } as const;

function gist({ outcome }: RelatedAnswer) {
  if (outcome.state !== 'related') return outcome.state;
  // The last bits of a sum depend on the order in which an engine adds.
  return outcome.entries.map(({ paper, why, score }) => {
    return [paper.arxivId ?? paper.title, why, score.toPrecision(9)];
  });
}

const built = new WeakMap<Paper[], RelatedIndex>();

/** An index built at once, and only once of the same papers. */
async function indexOf(papers: Paper[]): Promise<RelatedIndex> {
  const known = built.get(papers);
  if (known) return known;
  const index = await openRelatedIndex(new MemoryStorage());
  await index.update({ put: papers.map(indexedPaperOf), remove: [] });
  built.set(papers, index);
  return index;
}

/** What Kindred answers for these pages, and what it should answer from the papers it has stored. */
export async function answersAndExpected(session: Session, pages: SamplePaper[], stored?: Paper[]) {
  const papers = stored ?? (await exportedPapers(session));
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const index = await indexOf(papers);
  const answers: unknown[] = [];
  const expected: unknown[] = [];
  for (const page of pages) {
    const request = { paper: pageOf(page), ...listOptions, ignoredTerms: [] };
    answers.push(gist(await session.ask('related', request)));
    const fresh = await relatedAnswer(request, {
      digest: {
        find: async () => byId.get(identify(request.paper) ?? '') ?? null,
        get: async (ids) => ids.flatMap((id) => byId.get(id) ?? []),
      },
      related: (query) => index.related(query),
      marks: async () => new Map(),
      findInSession: async () => null,
      status: async () => ({ completeSince: null, lastCheck: null }) as DigestStatus,
    });
    expected.push(gist(fresh));
  }
  return { answers, expected };
}
