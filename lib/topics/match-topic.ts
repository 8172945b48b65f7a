/**
 * Whether a paper belongs to a topic, exactly: every word by its stem, phrases and hyphenated
 * words without a gap, no beginnings of words and no typos. Unlike search, a plain word does not
 * look among author names, or a topic "song" would follow everyone called Song.
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

/** A paper read once, to be asked by every topic. */
export interface TopicText {
  paper: Paper;
  text: PaperText;
  facts: FilterFacts;
}

export function topicTextOf(paper: Paper): TopicText {
  return { paper, text: paperTextOf(paper), facts: factsOf(paper) };
}

/** Answers for one paper: null, or the words and phrases of the query that it has. */
export type TopicTest = (paper: TopicText) => { why: string[] } | null;

/** A topic made ready for many papers. A query that asks for nothing matches nothing. */
export function topicTest(query: ParsedQuery): TopicTest {
  const asked = significantClauses(query);
  const must: TextTest[] = [];
  const mustNot: TextTest[] = [];
  const why: string[] = [];
  for (const clause of asked) {
    (clause.without ? mustNot : must).push(textTestOf(clause));
    if (!clause.without) why.push(clause.words.join(' '));
  }
  const conditions = query.clauses.some((clause) => !isText(clause) && !clause.without);
  if (must.length === 0 && !conditions) return () => null;
  return ({ text, facts }) =>
    must.every((test) => passesTextTest(test, text)) &&
    !mustNot.some((test) => passesTextTest(test, text)) &&
    passesFilters(query, facts)
      ? { why: [...why] }
      : null;
}

/**
 * What a topic makes of a paper: `in` it is, `below` only its upvotes are too few for the query or
 * for the topic's own limit, null it is not, or the user ignores something of it there.
 */
export type TopicVerdict = (paper: TopicText) => 'in' | 'below' | null;

/** Upvotes from which on a topic's matches count: the highest it asks for anywhere, 0 for none. */
export function minUpvotesOf(topic: { parsed: ParsedQuery; least?: number | undefined }): number {
  const asked = topic.parsed.clauses.filter(isLeastUpvotes).map(({ least }) => least ?? 0);
  return Math.max(topic.least ?? 0, ...asked);
}

export function topicVerdict(
  topic: Pick<ParsedTopic, 'parsed' | 'least' | 'like' | 'model' | 'ignored'>,
): TopicVerdict {
  const verdict = topic.like ? likeVerdict(topic) : queryVerdict(topic);
  if (!topic.ignored) return verdict;
  const ignored = topicMuteTest(topic.ignored);
  return (paper) => {
    const is = verdict(paper);
    return is !== null && ignored(paper) === null ? is : null;
  };
}

function queryVerdict(topic: Pick<ParsedTopic, 'parsed' | 'least'>): TopicVerdict {
  const least = minUpvotesOf(topic);
  const clauses = topic.parsed.clauses.filter((clause) => !isLeastUpvotes(clause));
  const onlyUpvotes = least > 0 && clauses.every((clause) => clause.without);
  const others = topicTest({ ...topic.parsed, clauses });
  const mustNot = topicTest({ ...topic.parsed, clauses: [...clauses, anyUpvotes] });
  return (paper) => {
    if ((onlyUpvotes ? mustNot : others)(paper) === null) return null;
    return least === 0 || (paper.facts.upvotes ?? -1) >= least ? 'in' : 'below';
  };
}

/** Papers like these; those the user has answered for are no news, nor is anything unlearned. */
function likeVerdict({ like, model, least }: Pick<ParsedTopic, 'like' | 'model' | 'least'>) {
  if (!model) return () => null;
  const score = similarityBy(model);
  const answered = new Set([...(like?.examples ?? []), ...(like?.not ?? [])]);
  return ({ paper }: TopicText) =>
    !answered.has(paper.id) && score(vectorOf(paper)) >= (least ?? MIN_SIMILARITY) ? 'in' : null;
}

/** What of a topic a paper has: words of the query, or the strongest words it shares with examples. */
export function matchedWords(topic: ParsedTopic): (text: TopicText) => string[] {
  const { model } = topic;
  if (model) return ({ paper }) => strongestIn(model, vectorOf(paper), shownWords);
  const test = topicTest(topic.parsed);
  return (text) => test(text)?.why ?? [];
}

const shownWords = 4;

/** Holds for every paper whose upvotes are known; a query must ask for something. */
const anyUpvotes: Clause = { kind: 'upvotes', least: null, most: null, without: false };

/** `upvotes:>20`, which a paper may come to fulfil. */
function isLeastUpvotes(clause: Clause): clause is Clause & { kind: 'upvotes' } {
  return clause.kind === 'upvotes' && !clause.without && clause.most === null;
}

/** One query against one paper; for many of either use `topicTest` and `topicTextOf`. */
export function matchesTopic(query: ParsedQuery, paper: Paper): { why: string[] } | null {
  return topicTest(query)(topicTextOf(paper));
}
