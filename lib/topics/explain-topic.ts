import { topicMuteTest } from '../mutes/mute-rules.ts';
import type { Paper } from '../paper/paper.ts';
import { passesTextTest, textTestOf } from '../query/clause-match.ts';
import { type Clause, isText } from '../query/parsed-query.ts';
import { MIN_SIMILARITY, similarityBy, strongestIn, vectorOf } from './example-model.ts';
import { type TopicText, topicTextOf } from './match-topic.ts';
import { significantClauses } from './significant-clauses.ts';
import type { ParsedTopic } from './topic.ts';
import type { TopicCheck } from './topic-reasons.ts';

/** Whether the paper meets each condition of the topic, in the order of the query. */
export function explainTopic(topic: ParsedTopic, paper: Paper): TopicCheck[] {
  const text = topicTextOf(paper);
  const rule = topicMuteTest(topic.ignored ?? [])(text);
  const muted: TopicCheck[] = rule === null ? [] : [{ kind: 'ignored', thing: rule, holds: false }];
  if (topic.like) return [exampleCheck(topic, paper), ...muted, newCheck(topic, paper)];
  const words = new Set<Clause>(significantClauses(topic.parsed));
  const checks = topic.parsed.clauses
    .filter((clause) => !isText(clause) || words.has(clause))
    .map((clause) => checkOf(clause, text));
  if (topic.least) {
    checks.push({
      kind: 'limit',
      least: topic.least,
      has: paper.upvotes,
      holds: paper.upvotes === null ? null : paper.upvotes >= topic.least,
    });
  }
  return [...checks, ...muted, newCheck(topic, paper)];
}

function exampleCheck({ model, least = MIN_SIMILARITY }: ParsedTopic, paper: Paper): TopicCheck {
  const vector = vectorOf(paper);
  const has = model ? Math.round(similarityBy(model)(vector)) : 0;
  const words = model ? strongestIn(model, vector, 4) : [];
  return { kind: 'like', least, has, words, holds: model ? has >= least : null };
}

function newCheck(topic: ParsedTopic, paper: Paper): TopicCheck {
  const made = topic.created.slice(0, 10);
  const byArxiv = topic.arxiv && paper.sources.includes('arxiv') ? paper.published : null;
  const listed = paper.listedAt ?? byArxiv;
  return { kind: 'new', made, listed, holds: listed !== null && listed >= made };
}

function checkOf(clause: Clause, { paper, text, facts }: TopicText): TopicCheck {
  const { without } = clause;
  const unlessExcluded = (holds: boolean | null) => (holds === null ? null : holds !== without);
  switch (clause.kind) {
    case 'text': {
      const found = passesTextTest(textTestOf(clause), text);
      // A paper without an abstract may have the words there.
      const isUnknown =
        !found &&
        !without &&
        clause.field === 'any' &&
        paper.abstract === '' &&
        paper.summary === null;
      const holds = isUnknown ? null : unlessExcluded(found);
      return { kind: 'words', field: clause.field, words: clause.words.join(' '), without, holds };
    }
    case 'days': {
      const { from, to } = clause;
      const has = facts.day;
      const isInside = has === null ? null : has >= (from ?? '') && (to === null || has <= to);
      return { kind: 'days', from, to, without, has, holds: unlessExcluded(isInside) };
    }
    case 'upvotes': {
      const { least, most } = clause;
      const has = facts.upvotes;
      const isInside = has === null ? null : has >= (least ?? 0) && has <= (most ?? has);
      return { kind: 'upvotes', least, most, without, has, holds: unlessExcluded(isInside) };
    }
    case 'source': {
      const holds = unlessExcluded(facts.sources.includes(clause.source));
      return { kind: 'source', source: clause.source, without, holds };
    }
  }
}

/** Whether every condition is met. */
export function allHold(checks: readonly TopicCheck[]): boolean {
  return checks.every(({ holds }) => holds === true);
}
