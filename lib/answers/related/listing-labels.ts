/** What a listing's lines are marked with. */

import type { DigestStore } from '../../digest/store.ts';
import type { Paper } from '../../paper/paper.ts';
import { type TopicText, topicTextOf, topicVerdict } from '../../topics/match-topic.ts';
import { parseStoredTopic } from '../../topics/stored-topics.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import type { ListingLabel } from './listing-label.ts';

/**
 * One mark for each of the papers that is in the digest and has something to say: that it is in
 * Daily Papers, was read, or belongs to a topic. On Hugging Face topics count only where the user
 * has switched them on.
 */
export async function listingLabels(
  { site, arxivIds }: { site: string; arxivIds: string[] },
  sources: {
    digest: Pick<DigestStore, 'get'>;
    userData: Pick<UserDataStore, 'get'>;
  },
): Promise<ListingLabel[]> {
  const { userData, digest } = sources;
  const [papers, marks, settings] = await Promise.all([
    digest.get([...new Set(arxivIds)].map((id) => `arxiv:${id}`)),
    userData.get('marks'),
    userData.get('settings'),
  ]);
  const withTopics = site !== 'huggingface' || settings.topicsOnHuggingFace;
  const topicsOf = topicNames(withTopics ? await userData.get('topics') : []);
  return papers.flatMap((paper) => {
    if (paper.arxivId === null) return [];
    const mark: ListingLabel = {
      arxivId: paper.arxivId,
      id: paper.id,
      listed: paper.sources.includes('daily-papers'),
      day: paper.listedAt,
      upvotes: paper.upvotes,
      read: (marks[paper.id]?.read ?? null) !== null,
      topics: topicsOf(paper),
    };
    return mark.listed || mark.read || mark.topics.length > 0 ? [mark] : [];
  });
}

function topicNames(stored: Parameters<typeof parseStoredTopic>[0][]): (paper: Paper) => string[] {
  const topics = stored.map((topic) => {
    const read = parseStoredTopic(topic);
    return { name: read.name, verdict: topicVerdict(read) };
  });
  if (topics.length === 0) return () => [];
  return (paper) => {
    const text: TopicText = topicTextOf(paper);
    return topics.filter(({ verdict }) => verdict(text) === 'in').map(({ name }) => name);
  };
}
