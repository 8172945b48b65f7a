/** A topic as it is stored: what the reader wrote, and how it was read. */
import type { Topic } from '../messages/answers.ts';
import { parseQuery } from '../query/parse-query.ts';
import { type ParsedQuery, queryVersion } from '../query/parsed-query.ts';
import type { LikeModel } from './example-model.ts';

export interface StoredTopic extends Topic {
  parsed: ParsedQuery;
  /** What was learned from the examples of `like`. */
  model?: LikeModel | undefined;
}

/** A topic from what the reader wrote; a nameless one is named by its query. */
export function makeTopic({ id, name, query, created, ...rest }: Topic): StoredTopic {
  const written = query.trim();
  return {
    id,
    name: name.trim() || written,
    query: written,
    created,
    ...delivery(rest),
    parsed: parseQuery(written).query,
  };
}

/** The topic with its query read by today's rules, if it was read by others. */
export function rereadTopic(topic: StoredTopic): StoredTopic {
  if (topic.parsed.version === queryVersion) return topic;
  return { ...makeTopic(topic), ...(topic.model ? { model: topic.model } : {}) };
}

/** What the views see. */
export function shownTopic({ id, name, query, created, ...rest }: StoredTopic): Topic {
  return { id, name, query, created, ...delivery(rest) };
}

/** What is said of the delivery; the usual way is not written down. */
function delivery({
  least,
  quiet,
  arxiv,
  like,
  ignored,
}: Pick<Topic, 'least' | 'quiet' | 'arxiv' | 'like' | 'ignored'>): Partial<Topic> {
  return {
    ...(least ? { least } : {}),
    ...(quiet ? { quiet } : {}),
    ...(arxiv ? { arxiv } : {}),
    ...(like ? { like } : {}),
    ...(ignored && ignored.length > 0 ? { ignored } : {}),
  };
}
