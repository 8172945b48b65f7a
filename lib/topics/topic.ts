import type { MuteRule } from '../mutes/mute-rule.ts';
import type { PaperId } from '../paper/paper.ts';
import { parseQuery } from '../query/parse-query.ts';
import { type ParsedQuery, queryVersion } from '../query/parsed-query.ts';
import type { Moment } from '../time/days.ts';
import type { ExampleModel } from './example-model.ts';

export interface ParsedTopic extends Topic {
  parsed: ParsedQuery;
  /** What was learned from the examples of `like`. */
  model?: ExampleModel | undefined;
}

/** A topic from what the user wrote; a nameless one is named by its query. */
export function makeTopic({ id, name, query, created, ...rest }: Topic): ParsedTopic {
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
export function reparseTopic(topic: ParsedTopic): ParsedTopic {
  if (topic.parsed.version === queryVersion) return topic;
  return { ...makeTopic(topic), ...(topic.model ? { model: topic.model } : {}) };
}

/** What the views see. */
export function toTopic({ id, name, query, created, ...rest }: ParsedTopic): Topic {
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

/** What a topic of *papers like these* is learned from. */
export interface TopicExamples {
  examples: PaperId[];
  /** Answers of "not this". */
  not: PaperId[];
  /** Words that do not count. */
  struck: string[];
}

export interface Topic {
  id: string;
  name: string;
  /** What the user wrote. */
  query: string;
  created: Moment;
  /** Matches with fewer upvotes than this do not count until they have them. */
  least?: number | undefined;
  /** Its news stays in the list and off the badge. */
  quiet?: boolean | undefined;
  /** Papers like these instead of a query; `least` is then a score. */
  like?: TopicExamples | undefined;
  /** It watches the user's arXiv categories beside Daily Papers. */
  arxiv?: boolean | undefined;
  /** Papers it leaves out. For papers like these, ignored words are those of `like.struck`. */
  ignored?: MuteRule[] | undefined;
}
