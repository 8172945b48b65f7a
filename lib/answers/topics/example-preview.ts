import type { DigestStore } from '../../digest/store.ts';
import { FailureError } from '../../failure/failure.ts';
import { type TrainingIndex, trainModel } from '../../jobs/train-example-topics.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { Moment } from '../../time/days.ts';
import { distinctiveWords, MIN_SIMILARITY } from '../../topics/example-model.ts';
import { MAX_PREVIEW_PAPERS, previewFrom, weeksOf } from '../../topics/preview-topic.ts';
import type { TopicExamples } from '../../topics/topic.ts';
import type { ExamplePreview } from '../../topics/topic-preview.ts';
import { minUpvotesFor } from '../../topics/weekly-limit.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import { withMarks } from '../papers/latest-papers.ts';
import type { ScoreIndex } from './similar-earlier-papers.ts';

interface ExamplePreviewRequest {
  like: TopicExamples;
  /** A minimum score; absent for the usual weekly limit. */
  least?: number | undefined;
}

interface ExamplePreviewSources {
  userData: Pick<UserDataStore, 'get'>;
  digest: Pick<DigestStore, 'byListing' | 'get'>;
  index(): Promise<TrainingIndex & ScoreIndex>;
  now(): Moment;
}

/** Papers per week. */
const usualLimit = 5;
const maxMatches = 10;
const maxWords = 10;

/**
 * The back-test of an example topic over half a year.
 *
 * @throws {FailureError} 'bad-request' where none of the examples is stored
 */
export async function examplePreview(
  { like, least }: ExamplePreviewRequest,
  { userData, digest, index, now }: ExamplePreviewSources,
): Promise<ExamplePreview> {
  const trained = await trainModel(like, digest, await index());
  if (trained === null) {
    throw new FailureError({
      code: 'bad-request',
      message: 'None of the examples is on this device. Choose a paper Kindred lists.',
    });
  }
  const { model, examples } = trained;
  const scores = await (await index()).scoreByWeights(model.weights.map(([term, w]) => [term, w]));
  const labeled = new Set([...like.examples, ...like.not, ...examples.map(({ id }) => id)]);
  const moment = now();
  const papers = await digest.byListing({ since: previewFrom(moment), limit: MAX_PREVIEW_PAPERS });
  const scoreOf = (id: PaperId) => (labeled.has(id) ? 0 : Math.floor(scores.get(id) ?? 0));
  const { weeks, matches, recent } = weeksOf(papers, moment, (paper) => {
    const score = scoreOf(paper.id);
    return score >= MIN_SIMILARITY ? score : null;
  });
  const limit = Math.max(MIN_SIMILARITY, least ?? minUpvotesFor(weeks, usualLimit));
  const within = matches.filter(({ id }) => scoreOf(id) >= limit);
  return {
    least: limit,
    weeks,
    count: recent.filter(({ id }) => scoreOf(id) >= limit).length,
    matches: await withMarks(within.slice(0, maxMatches), userData),
    examples: await withMarks(examples, userData),
    ...distinctiveWords(model, maxWords),
  };
}
