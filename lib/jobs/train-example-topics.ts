import type { DigestStore } from '../digest/store.ts';
import type { Paper, PaperId } from '../paper/paper.ts';
import {
  type LikeModel,
  learnLikeness,
  type TermSpread,
  termsToWeigh,
} from '../topics/example-model.ts';
import type { LikeThese } from '../topics/topic.ts';
import type { AuthoredStore } from '../user-data/user-data.ts';

/** What of the index a profile is learned by. */
export interface LikeIndex {
  spread(terms: string[]): Promise<TermSpread>;
}

export interface LikenessSources {
  digest: Pick<DigestStore, 'get'>;
  authored: AuthoredStore;
  index(): Promise<LikeIndex>;
}

/** What the examples teach; null where none of them is stored. */
export async function learned(
  { examples, not, struck }: LikeThese,
  digest: Pick<DigestStore, 'get'>,
  index: LikeIndex,
): Promise<{ model: LikeModel; examples: Paper[] } | null> {
  const from = { examples: await digest.get(examples), not: await digest.get(not), struck };
  if (from.examples.length === 0) return null;
  const model = learnLikeness(from, await index.spread(termsToWeigh(from)));
  return { model, examples: from.examples };
}

/** Learns for topics of papers like these that have nothing learned yet: new, edited or brought in. */
export async function learnLikenesses(sources: LikenessSources): Promise<void> {
  const topics = await sources.authored.get('topics');
  const models = new Map<string, LikeModel>();
  for (const { id, like, model } of topics) {
    if (!like || model) continue;
    const found = await learned(like, sources.digest, await sources.index());
    if (found !== null) models.set(keyOf(id, like), found.model);
  }
  if (models.size === 0) return;
  await sources.authored.update('topics', (stored) =>
    stored.map((topic) => {
      // The examples may have been changed while these were learned from.
      const model = topic.like && models.get(keyOf(topic.id, topic.like));
      return model && !topic.model ? { ...topic, model } : topic;
    }),
  );
}

const keyOf = (id: PaperId, like: LikeThese): string => JSON.stringify([id, like]);
