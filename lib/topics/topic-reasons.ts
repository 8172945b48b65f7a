import type { MuteRule } from '../mutes/mute-rule.ts';
import type { Source } from '../paper/paper.ts';
import type { Day, Moment } from '../time/days.ts';
import type { Topic } from './topic.ts';

/** One condition of a topic for one paper. `holds` is null where the fact is unknown. */
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
  /** Similarity to the topic's examples, and the words that it comes from. */
  | { kind: 'like'; least: number; has: number; words: string[] }
  /** The topic's weekly limit. */
  | { kind: 'limit'; least: number; has: number | null }
  /** The topic mutes this; never holds. */
  | { kind: 'ignored'; thing: MuteRule }
  /** Listed in Daily Papers on or after the day on which the topic was created. */
  | { kind: 'new'; made: Day; listed: Day | null }
);

/** Why a topic matches a paper or not: every condition. */
export interface TopicReasons {
  topic: Topic;
  /** Whether the query, the limit and the days all hold. */
  matches: boolean;
  /** When it was announced for this topic; null when it was not. */
  alertedAt: Moment | null;
  checks: TopicCheck[];
}
