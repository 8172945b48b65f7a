/**
 * Whether a paper matches a topic, exactly: every word by its stem, phrases and hyphenated words
 * without a gap, no prefixes and no typos. Unlike in search, a plain word does not match author
 * names, or a topic "song" would follow everyone called Song.
 */
import { topicMuteTest } from '../mutes/mute-rules.ts';
import type { Paper } from '../paper/paper.ts';
import { passesTextTest, type TextTest, textTestOf } from '../query/clause-match.ts';
import { type FilterFacts, factsOf, passesFilters } from '../query/filters.ts';
import { type PaperText, paperTextOf } from '../query/paper-text.ts';
import { type Clause, isText, type ParsedQuery } from '../query/parsed-query.ts';
import { MIN_SIMILARITY, similarityBy, strongestIn, vectorOf } from './example-model.ts';
import { significantClauses } from './significant-clauses.ts';
import type { ParsedTopic } from './topic.ts';

/** A paper tokenized once for all topics. */
export interface TopicText {
  paper: Paper;
  text: PaperText;
  facts: FilterFacts;
}

export function topicTextOf(paper: Paper): TopicText {
  return { paper, text: paperTextOf(paper), facts: factsOf(paper) };
}

/** The words and phrases of the query that a paper has; null where it does not match. */
export type TopicTest = (paper: TopicText) => { why: string[] } | null;

/** A query prepared for many papers. An empty query matches nothing. */
export function topicTest(query: ParsedQuery): TopicTest {
  const must: TextTest[] = [];
  const mustNot: TextTest[] = [];
  const why: string[] = [];
  for (const clause of significantClauses(query)) {
    (clause.without ? mustNot : must).push(textTestOf(clause));
    if (!clause.without) why.push(clause.words.join(' '));
  }
  const hasFilters = query.clauses.some((clause) => !isText(clause) && !clause.without);
  if (must.length === 0 && !hasFilters) return () => null;
  return ({ text, facts }) =>
    must.every((test) => passesTextTest(test, text)) &&
    !mustNot.some((test) => passesTextTest(test, text)) &&
    passesFilters(query, facts)
      ? { why: [...why] }
      : null;
}

/**
 * `in`: the paper matches; `below`: it would with more upvotes, by the query or the topic's weekly
 * limit; null: it does not match, or the topic mutes something of it.
 */
export type TopicVerdict = (paper: TopicText) => 'in' | 'below' | null;

/** The upvotes a match needs: the highest minimum in query and weekly limit, 0 for none. */
export function minUpvotesOf(topic: { parsed: ParsedQuery; least?: number | undefined }): number {
  const asked = topic.parsed.clauses.filter(isMinUpvotes).map(({ least }) => least ?? 0);
  return Math.max(topic.least ?? 0, ...asked);
}

export function topicVerdict(
  topic: Pick<ParsedTopic, 'parsed' | 'least' | 'like' | 'model' | 'ignored'>,
): TopicVerdict {
  const verdict = topic.like ? exampleVerdict(topic) : queryVerdict(topic);
  if (!topic.ignored) return verdict;
  const muteOf = topicMuteTest(topic.ignored);
  return (paper) => {
    const is = verdict(paper);
    return is !== null && muteOf(paper) === null ? is : null;
  };
}

function queryVerdict(topic: Pick<ParsedTopic, 'parsed' | 'least'>): TopicVerdict {
  const minUpvotes = minUpvotesOf(topic);
  const clauses = topic.parsed.clauses.filter((clause) => !isMinUpvotes(clause));
  const isOnlyUpvotes = minUpvotes > 0 && clauses.every((clause) => clause.without);
  const others = topicTest({ ...topic.parsed, clauses });
  const mustNot = topicTest({ ...topic.parsed, clauses: [...clauses, anyUpvotes] });
  return (paper) => {
    if ((isOnlyUpvotes ? mustNot : others)(paper) === null) return null;
    return minUpvotes === 0 || (paper.facts.upvotes ?? -1) >= minUpvotes ? 'in' : 'below';
  };
}

/**
 * Papers like the examples; the examples themselves are not new, and nothing is before training.
 */
function exampleVerdict({ like, model, least }: Pick<ParsedTopic, 'like' | 'model' | 'least'>) {
  if (!model) return () => null;
  const score = similarityBy(model);
  const labeled = new Set([...(like?.examples ?? []), ...(like?.not ?? [])]);
  return ({ paper }: TopicText) =>
    !labeled.has(paper.id) && score(vectorOf(paper)) >= (least ?? MIN_SIMILARITY) ? 'in' : null;
}

/** Why a paper matches: words of the query, or the strongest words it shares with the examples. */
export function matchedWords(topic: ParsedTopic): (text: TopicText) => string[] {
  const { model } = topic;
  if (model) return ({ paper }) => strongestIn(model, vectorOf(paper), maxWords);
  const test = topicTest(topic.parsed);
  return (text) => test(text)?.why ?? [];
}

const maxWords = 4;

/** Matches every paper whose upvotes are known, as an empty query matches nothing. */
const anyUpvotes: Clause = { kind: 'upvotes', least: null, most: null, without: false };

/** A minimum such as `upvotes:>20`, which a paper may reach later. */
function isMinUpvotes(clause: Clause): clause is Clause & { kind: 'upvotes' } {
  return clause.kind === 'upvotes' && !clause.without && clause.most === null;
}
