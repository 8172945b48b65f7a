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

/** What of the index a profile is learned by. */
export interface TrainingIndex {
  termStatistics(terms: string[]): Promise<TermSpread>;
}

export interface TrainingSources {
  digest: Pick<DigestStore, 'get'>;
  userData: UserDataStore;
  index(): Promise<TrainingIndex>;
}

/** What the examples teach; null where none of them is stored. */
export async function trainModel(
  { examples, not, struck }: TopicExamples,
  digest: Pick<DigestStore, 'get'>,
  index: TrainingIndex,
): Promise<{ model: ExampleModel; examples: Paper[] } | null> {
  const from = { examples: await digest.get(examples), not: await digest.get(not), struck };
  if (from.examples.length === 0) return null;
  const model = trainExampleModel(from, await index.termStatistics(trainingTerms(from)));
  return { model, examples: from.examples };
}

/** Learns for topics of papers like these that have nothing learned yet: new, edited or brought in. */
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
      // The examples may have been changed while these were learned from.
      const model = topic.like && models.get(keyOf(topic.id, topic.like));
      return model && !topic.model ? { ...topic, model } : topic;
    }),
  );
}

const keyOf = (id: PaperId, like: TopicExamples): string => JSON.stringify([id, like]);
