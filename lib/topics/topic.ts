/** A topic as it is stored: what the reader wrote, and how it was read. */
import type { Topic } from '../messages/answers.ts';
import type { Moment } from '../paper/paper.ts';
import { parseQuery } from '../query/parse-query.ts';
import { type ParsedQuery, queryVersion } from '../query/parsed-query.ts';

export interface StoredTopic extends Topic {
  parsed: ParsedQuery;
}

/** A topic from what the reader wrote; a nameless one is named by its query. */
export function makeTopic(topic: {
  id: string;
  name: string;
  query: string;
  created: Moment;
}): StoredTopic {
  const query = topic.query.trim();
  const { id, created } = topic;
  return { id, name: topic.name.trim() || query, query, created, parsed: parseQuery(query).query };
}

/** The topic with its query read by today's rules, if it was read by others. */
export function rereadTopic(topic: StoredTopic): StoredTopic {
  return topic.parsed.version === queryVersion ? topic : makeTopic(topic);
}

/** What the views see. */
export function shownTopic({ id, name, query, created }: StoredTopic): Topic {
  return { id, name, query, created };
}
