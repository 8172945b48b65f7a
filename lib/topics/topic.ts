import type { MuteRule } from '../mutes/mute-rule.ts';
import type { PaperId } from '../paper/paper.ts';
import { parseQuery } from '../query/parse-query.ts';
import { type ParsedQuery, queryVersion } from '../query/parsed-query.ts';
import type { Moment } from '../time/days.ts';
import type { ExampleModel } from './example-model.ts';

export interface ParsedTopic extends Topic {
  parsed: ParsedQuery;
  /** The model trained on the examples of `like`. */
  model?: ExampleModel | undefined;
}

/** A topic from the user's input; its query is its name where there is none. */
export function makeTopic({ id, name, query, created, ...rest }: Topic): ParsedTopic {
  const trimmed = query.trim();
  return {
    id,
    name: name.trim() || trimmed,
    query: trimmed,
    created,
    ...options(rest),
    parsed: parseQuery(trimmed).query,
  };
}

/** The topic, its query parsed again if an earlier version of the rules parsed it. */
export function reparseTopic(topic: ParsedTopic): ParsedTopic {
  if (topic.parsed.version === queryVersion) return topic;
  return { ...makeTopic(topic), ...(topic.model ? { model: topic.model } : {}) };
}

/** The topic without what is only needed for matching. */
export function toTopic({ id, name, query, created, ...rest }: ParsedTopic): Topic {
  return { id, name, query, created, ...options(rest) };
}

/** The topic's options without those that have their default. */
function options({
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

/** What an example topic learns from. */
export interface TopicExamples {
  examples: PaperId[];
  /** Negative examples: papers to which the user answered "not this". */
  not: PaperId[];
  /** Words that do not count, struck out by the user. */
  struck: string[];
}

export interface Topic {
  id: string;
  name: string;
  /** What the user wrote. */
  query: string;
  created: Moment;
  /** Minimum of upvotes: matches with fewer are not announced until they have them. */
  least?: number | undefined;
  /** Its new papers are in the list but do not count on the badge. */
  quiet?: boolean | undefined;
  /** Examples instead of a query; `least` is then a score. */
  like?: TopicExamples | undefined;
  /** It follows the user's arXiv categories in addition to Daily Papers. */
  arxiv?: boolean | undefined;
  /** What it mutes. Muted words of an example topic are in `like.struck` instead. */
  ignored?: MuteRule[] | undefined;
}
