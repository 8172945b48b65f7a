/** What a topic of papers like these would have brought, before it is made. */

import type { DigestStore } from '../../digest/store.ts';
import { FailureError } from '../../failure/failure.ts';
import { type TrainingIndex, trainModel } from '../../jobs/train-example-topics.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { Moment } from '../../time/days.ts';
import { distinctiveWords, MIN_SIMILARITY } from '../../topics/example-model.ts';
import { previewFrom, weeksOf } from '../../topics/preview-topic.ts';
import type { TopicExamples } from '../../topics/topic.ts';
import type { ExamplePreview } from '../../topics/topic-preview.ts';
import { minimumFor } from '../../topics/weekly-limit.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import { withMarks } from '../papers/latest-papers.ts';

export interface ExamplePreviewRequest {
  like: TopicExamples;
  /** A minimum score; absent for the usual weekly limit. */
  least?: number | undefined;
}

export interface ExamplePreviewSources {
  userData: Pick<UserDataStore, 'get'>;
  digest: Pick<DigestStore, 'byListing' | 'get'>;
  index(): Promise<
    TrainingIndex & {
      scoreByWeights(weights: [term: string, weight: number][]): Promise<Map<PaperId, number>>;
    }
  >;
  now(): Moment;
}

const usualBudget = 5;
const mostPapers = 20_000;
const shownMatches = 10;
const shownWords = 10;

/** Scores half a year of papers. Throws a failure where no example is stored. */
export async function examplePreview(
  { like, least }: ExamplePreviewRequest,
  { userData, digest, index, now }: ExamplePreviewSources,
): Promise<ExamplePreview> {
  const known = await trainModel(like, digest, await index());
  if (known === null) {
    throw new FailureError({
      code: 'bad-request',
      message: 'None of the examples is on this computer. Choose a paper Kindred lists.',
    });
  }
  const { model, examples } = known;
  const scores = await (await index()).scoreByWeights(model.weights.map(([term, w]) => [term, w]));
  const answered = new Set([...like.examples, ...like.not, ...examples.map(({ id }) => id)]);
  const moment = now();
  const papers = await digest.byListing({ since: previewFrom(moment), limit: mostPapers });
  const scoreOf = (id: PaperId) => (answered.has(id) ? 0 : Math.floor(scores.get(id) ?? 0));
  const { weeks, matches, recent } = weeksOf(papers, moment, (paper) => {
    const score = scoreOf(paper.id);
    return score >= MIN_SIMILARITY ? score : null;
  });
  const limit = Math.max(MIN_SIMILARITY, least ?? minimumFor(weeks, usualBudget));
  const within = matches.filter(({ id }) => scoreOf(id) >= limit);
  return {
    least: limit,
    weeks,
    count: recent.filter(({ id }) => scoreOf(id) >= limit).length,
    matches: await withMarks(within.slice(0, shownMatches), userData),
    examples: await withMarks(examples, userData),
    ...distinctiveWords(model, shownWords),
  };
}
