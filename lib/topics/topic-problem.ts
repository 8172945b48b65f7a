import type { QueryParse } from '../query/parse-query.ts';
import { type Clause, isText, type QueryProblem } from '../query/parsed-query.ts';
import { wordKey } from '../query/word-key.ts';
import type { Day } from '../time/days.ts';
import { significantClauses } from './significant-clauses.ts';

/** The first reason for which the query could never have news, or null. `today` is a UTC day. */
export function topicProblem({ query, problems }: QueryParse, today: Day): QueryProblem | null {
  const text = query.source.trim();
  const [problem] = problems;
  if (problem) return problem;
  if (query.clauses.length === 0) return { code: 'empty', text };
  if (query.clauses.every((clause) => clause.without)) return { code: 'only-without', text };
  const asked = significantClauses(query);
  const conditions = query.clauses.some((clause) => !isText(clause) && !clause.without);
  if (!conditions && asked.every((clause) => clause.without)) {
    return { code: 'only-common-words', text };
  }
  if (contradicts(query.clauses)) return { code: 'contradiction', text };
  const past = query.clauses.some(
    (clause) =>
      clause.kind === 'days' && !clause.without && clause.to !== null && clause.to < today,
  );
  return past ? { code: 'never-new', text } : null;
}

/** Ranges without common ground, or words both asked for and left out. */
function contradicts(clauses: readonly Clause[]): boolean {
  let [from, to] = ['', '9999-12-31'];
  let [least, most] = [0, Number.POSITIVE_INFINITY];
  const without = new Set<string>();
  for (const clause of clauses) {
    if (isText(clause) && clause.without) without.add(nameOf(clause));
    if (clause.without) continue;
    if (clause.kind === 'days') {
      if (clause.from !== null && clause.from > from) from = clause.from;
      if (clause.to !== null && clause.to < to) to = clause.to;
    }
    if (clause.kind === 'upvotes') {
      least = Math.max(least, clause.least ?? 0);
      most = Math.min(most, clause.most ?? most);
    }
  }
  const both = clauses.some(
    (clause) => isText(clause) && !clause.without && without.has(nameOf(clause)),
  );
  return from > to || least > most || both;
}

function nameOf(clause: Extract<Clause, { kind: 'text' }>): string {
  return [clause.field, ...clause.words.map(wordKey)].join(' ');
}
