import type { DigestStore } from '../../digest/store.ts';
import type { Paper } from '../../paper/paper.ts';
import { type TopicText, topicTextOf, topicVerdict } from '../../topics/match-topic.ts';
import { parseStoredTopic, type StoredTopic } from '../../topics/stored-topics.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import type { ListingLabel } from './listing-label.ts';

/**
 * A label for each paper that is in Daily Papers, read or matched by a topic. On Hugging Face,
 * topics only count if the user enabled them there.
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
    const label: ListingLabel = {
      arxivId: paper.arxivId,
      id: paper.id,
      listed: paper.sources.includes('daily-papers'),
      day: paper.listedAt,
      upvotes: paper.upvotes,
      read: (marks[paper.id]?.read ?? null) !== null,
      topics: topicsOf(paper),
    };
    return label.listed || label.read || label.topics.length > 0 ? [label] : [];
  });
}

function topicNames(stored: StoredTopic[]): (paper: Paper) => string[] {
  const topics = stored.map((topic) => {
    const parsed = parseStoredTopic(topic);
    return { name: parsed.name, verdict: topicVerdict(parsed) };
  });
  if (topics.length === 0) return () => [];
  return (paper) => {
    const text: TopicText = topicTextOf(paper);
    return topics.filter(({ verdict }) => verdict(text) === 'in').map(({ name }) => name);
  };
}
