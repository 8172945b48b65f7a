/** The earlier papers most like a topic's examples. */
import type { DigestStore } from '../../digest/store.ts';
import type { Paper, PaperId } from '../../paper/paper.ts';
import { topicTextOf, topicVerdict } from '../../topics/match-topic.ts';
import type { ParsedTopic } from '../../topics/topic.ts';
import { MAX_EARLIER } from '../../topics/topic-news.ts';

/** The index as it scores every paper by a learned profile. */
export interface ScoreIndex {
  scoreByWeights(weights: [term: string, weight: number][]): Promise<Map<PaperId, number>>;
}

/** Papers are read so many at a time, best first, until enough were listed before the topic. */
const readAtOnce = 40;
const mostRead = 400;

/**
 * The ten best that match, were listed before the topic was made and are no news of it; none before
 * it has learned.
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
    .slice(0, mostRead)
    .map(([id]) => id);
  const verdict = topicVerdict(topic);
  const madeOn = topic.created.slice(0, 10);
  const found: Paper[] = [];
  for (let from = 0; from < best.length && found.length < MAX_EARLIER; from += readAtOnce) {
    for (const paper of await digest.get(best.slice(from, from + readAtOnce))) {
      if (paper.listedAt === null || paper.listedAt > madeOn) continue;
      if (!isNew(paper) && verdict(topicTextOf(paper)) !== null) found.push(paper);
    }
  }
  return found.slice(0, MAX_EARLIER);
}
