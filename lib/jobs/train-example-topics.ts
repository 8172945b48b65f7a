import type { DigestStore } from '../digest/store.ts';
import type { Paper, PaperId } from '../paper/paper.ts';
import {
  type ExampleModel,
  type TermSpread,
  trainExampleModel,
  trainingTerms,
} from '../topics/example-model.ts';
import type { TopicExamples } from '../topics/topic.ts';
import type { UserDataStore } from '../user-data/user-data.ts';

/** The part of the index that training needs. */
export interface TrainingIndex {
  termStatistics(terms: string[]): Promise<TermSpread>;
}

interface TrainingSources {
  digest: Pick<DigestStore, 'get'>;
  userData: UserDataStore;
  index(): Promise<TrainingIndex>;
}

/** Trains a model on the examples; null where none of them is stored. */
export async function trainModel(
  { examples, not, struck }: TopicExamples,
  digest: Pick<DigestStore, 'get'>,
  index: TrainingIndex,
): Promise<{ model: ExampleModel; examples: Paper[] } | null> {
  const training = { examples: await digest.get(examples), not: await digest.get(not), struck };
  if (training.examples.length === 0) return null;
  const model = trainExampleModel(training, await index.termStatistics(trainingTerms(training)));
  return { model, examples: training.examples };
}

/** Trains example topics without a model: new, edited, imported or synced ones. */
export async function trainExampleTopics(sources: TrainingSources): Promise<void> {
  const topics = await sources.userData.get('topics');
  const models = new Map<string, ExampleModel>();
  for (const { id, like, model } of topics) {
    if (!like || model) continue;
    const found = await trainModel(like, sources.digest, await sources.index());
    if (found !== null) models.set(keyOf(id, like), found.model);
  }
  if (models.size === 0) return;
  await sources.userData.update('topics', (stored) =>
    stored.map((topic) => {
      // The examples may have changed during the training.
      const model = topic.like && models.get(keyOf(topic.id, topic.like));
      return model && !topic.model ? { ...topic, model } : topic;
    }),
  );
}

const keyOf = (id: PaperId, like: TopicExamples): string => JSON.stringify([id, like]);
