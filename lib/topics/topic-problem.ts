import type { QueryParse } from '../query/parse-query.ts';
import { type Clause, isText, type QueryProblem } from '../query/parsed-query.ts';
import { wordKey } from '../query/word-key.ts';
import type { Day } from '../time/days.ts';
import { significantClauses } from './significant-clauses.ts';

/** The first reason why the query can never match a new paper, or null. `today` is a UTC day. */
export function topicProblem({ query, problems }: QueryParse, today: Day): QueryProblem | null {
  const text = query.source.trim();
  const [problem] = problems;
  if (problem) return problem;
  if (query.clauses.length === 0) return { code: 'empty', text };
  if (query.clauses.every((clause) => clause.without)) return { code: 'only-without', text };
  const words = significantClauses(query);
  const hasFilters = query.clauses.some((clause) => !isText(clause) && !clause.without);
  if (!hasFilters && words.every((clause) => clause.without)) {
    return { code: 'only-common-words', text };
  }
  if (contradicts(query.clauses)) return { code: 'contradiction', text };
  const isPast = query.clauses.some(
    (clause) =>
      clause.kind === 'days' && !clause.without && clause.to !== null && clause.to < today,
  );
  return isPast ? { code: 'never-new', text } : null;
}

/** Whether ranges do not overlap, or a word is both required and excluded. */
function contradicts(clauses: readonly Clause[]): boolean {
  let [from, to] = ['', '9999-12-31'];
  let [minUpvotes, maxUpvotes] = [0, Number.POSITIVE_INFINITY];
  const excluded = new Set<string>();
  for (const clause of clauses) {
    if (isText(clause) && clause.without) excluded.add(keyOf(clause));
    if (clause.without) continue;
    if (clause.kind === 'days') {
      if (clause.from !== null && clause.from > from) from = clause.from;
      if (clause.to !== null && clause.to < to) to = clause.to;
    }
    if (clause.kind === 'upvotes') {
      minUpvotes = Math.max(minUpvotes, clause.least ?? 0);
      maxUpvotes = Math.min(maxUpvotes, clause.most ?? maxUpvotes);
    }
  }
  const isExcluded = clauses.some(
    (clause) => isText(clause) && !clause.without && excluded.has(keyOf(clause)),
  );
  return from > to || minUpvotes > maxUpvotes || isExcluded;
}

function keyOf(clause: Extract<Clause, { kind: 'text' }>): string {
  return [clause.field, ...clause.words.map(wordKey)].join(' ');
}
