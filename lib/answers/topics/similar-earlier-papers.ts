import type { DigestStore } from '../../digest/store.ts';
import type { Paper, PaperId } from '../../paper/paper.ts';
import { topicTextOf, topicVerdict } from '../../topics/match-topic.ts';
import type { ParsedTopic } from '../../topics/topic.ts';
import { MAX_EARLIER } from '../../topics/topic-news.ts';

/** The index as it scores papers by a trained model. */
export interface ScoreIndex {
  scoreByWeights(weights: [term: string, weight: number][]): Promise<Map<PaperId, number>>;
}

/** Papers are read in batches, best first, until enough of them are earlier than the topic. */
const batchSize = 40;
const maxRead = 400;

/**
 * The ten best matches of an example topic that were listed before it was created and are not new
 * for it; none before its model is trained.
 */
export async function similarEarlierPapers(
  topic: ParsedTopic,
  isNew: (paper: Paper) => boolean,
  { digest, index }: { digest: Pick<DigestStore, 'get'>; index(): Promise<ScoreIndex> },
): Promise<Paper[]> {
  if (!topic.model) return [];
  const scores = await (await index()).scoreByWeights(
    topic.model.weights.map(([term, weight]) => [term, weight]),
  );
  const best = [...scores]
    .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || (a < b ? -1 : 1))
    .slice(0, maxRead)
    .map(([id]) => id);
  const verdict = topicVerdict(topic);
  const createdOn = topic.created.slice(0, 10);
  const found: Paper[] = [];
  for (let from = 0; from < best.length && found.length < MAX_EARLIER; from += batchSize) {
    for (const paper of await digest.get(best.slice(from, from + batchSize))) {
      if (paper.listedAt === null || paper.listedAt > createdOn) continue;
      if (!isNew(paper) && verdict(topicTextOf(paper)) !== null) found.push(paper);
    }
  }
  return found.slice(0, MAX_EARLIER);
}
