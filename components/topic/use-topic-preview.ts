/** What a topic would have matched, fetched again once its form has settled. */
import { useState } from 'preact/hooks';
import type { TopicExamples } from '../../lib/topics/topic.ts';
import type { TopicPreview } from '../../lib/topics/topic-preview.ts';
import { useAppContext } from '../app-context.ts';
import { useAnswer, useSettled } from '../use-answer.ts';

/** How long a form must stay the same before its preview is fetched. */
const settleMs = 250;

/**
 * The preview of a query with a minimum of upvotes; null for an empty query. `isOlder` while it is
 * that of an earlier query or minimum.
 */
export function useQueryPreview(query: string, minUpvotes: number) {
  const { background } = useAppContext();
  const settledQuery = useSettled(query.trim(), settleMs);
  const settledMinimum = useSettled(minUpvotes, settleMs);
  const [answer] = useAnswer<TopicPreview | null>(
    async () =>
      settledQuery
        ? background.previewTopic({
            query: settledQuery,
            ...(settledMinimum > 0 ? { least: settledMinimum } : {}),
          })
        : null,
    JSON.stringify([settledQuery, settledMinimum]),
  );
  const isSettled = settledQuery === query.trim() && settledMinimum === minUpvotes;
  return { answer, settledQuery, isOlder: answer.state === 'waiting' || !isSettled };
}

/** Examples that can be changed, and their preview. `least` is the minimum score stored before. */
export function useExamplePreview(stored: { like: TopicExamples; least?: number | undefined }) {
  const { background } = useAppContext();
  const [like, setLike] = useState(stored.like);
  const [chosenScore, setMinScore] = useState(stored.least ?? null);
  const settledScore = useSettled(chosenScore, settleMs);
  const request = { like, ...(settledScore === null ? {} : { least: settledScore }) };
  const [answer] = useAnswer(() => background.previewLike(request), JSON.stringify(request));
  const change = (changed: Partial<TopicExamples>) => setLike({ ...like, ...changed });
  const minScore = chosenScore ?? answer.value?.least ?? 0;
  /** Whether `minScore` is that of these examples: their preview may still be on its way. */
  const isCurrent = chosenScore !== null || answer.state === 'ready';
  const fetchMinScore = async () => (await background.previewLike({ like })).least;
  return { like, change, answer, minScore, setMinScore, isCurrent, fetchMinScore };
}
