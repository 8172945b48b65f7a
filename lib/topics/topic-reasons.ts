import type { MuteRule } from '../mutes/mute-rule.ts';
import type { Source } from '../paper/paper.ts';
import type { Day, Moment } from '../time/days.ts';
import type { Topic } from './topic.ts';

/** One condition of a topic, asked of one paper. `holds` is null where the fact is unknown. */
export type TopicCheck = { holds: boolean | null } & (
  | { kind: 'words'; field: 'any' | 'title' | 'author'; words: string; without: boolean }
  | { kind: 'days'; from: Day | null; to: Day | null; without: boolean; has: Day | null }
  | {
      kind: 'upvotes';
      least: number | null;
      most: number | null;
      without: boolean;
      has: number | null;
    }
  | { kind: 'source'; source: Source; without: boolean }
  /** How like the examples of its topic the paper is, and which words say so. */
  | { kind: 'like'; least: number; has: number; words: string[] }
  /** The topic's own limit. */
  | { kind: 'limit'; least: number; has: number | null }
  /** The user ignores this in the topic; never holds. */
  | { kind: 'ignored'; thing: MuteRule }
  /** Listed in Daily Papers on or after the day on which the topic was made. */
  | { kind: 'new'; made: Day; listed: Day | null }
);

/** Why a topic has a paper, or not: every condition that was asked. */
export interface TopicReasons {
  topic: Topic;
  /** Whether the query, the limit and the days all hold. */
  matches: boolean;
  /** When the user was told of it for this topic. */
  notifiedAt: Moment | null;
  checks: TopicCheck[];
}
