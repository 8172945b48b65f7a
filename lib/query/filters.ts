/** The conditions of a query that are not about words. */
import type { Paper, Source } from '../paper/paper.ts';
import type { Day } from '../time/days.ts';
import { type Clause, isText, type ParsedQuery } from './parsed-query.ts';

/** What filters and orders look at. */
export interface FilterFacts {
  /** Day by which a paper is dated; null when unknown. */
  day: Day | null;
  upvotes: number | null;
  sources: readonly Source[];
}

/** First publication, else the day of listing. */
export function paperDay(paper: Pick<Paper, 'published' | 'listedAt'>): Day | null {
  return paper.published ?? paper.listedAt;
}

export function factsOf(paper: Paper): FilterFacts {
  return { day: paperDay(paper), upvotes: paper.upvotes, sources: paper.sources };
}

/** Whether the query has any condition on days, upvotes or source. */
export function hasFilters(query: ParsedQuery): boolean {
  return query.clauses.some((clause) => !isText(clause));
}

/** Whether all conditions on days, upvotes and source hold; unknown facts fail, turned round or not. */
export function passesFilters(query: ParsedQuery, facts: FilterFacts): boolean {
  return query.clauses.every((clause) => {
    if (isText(clause)) return true;
    const holds = holdsFor(clause, facts);
    return holds !== null && holds !== clause.without;
  });
}

/** Null: unknown. */
function holdsFor(clause: Exclude<Clause, { kind: 'text' }>, facts: FilterFacts): boolean | null {
  switch (clause.kind) {
    case 'days':
      if (facts.day === null) return null;
      return (
        (clause.from === null || facts.day >= clause.from) &&
        (clause.to === null || facts.day <= clause.to)
      );
    case 'upvotes':
      if (facts.upvotes === null) return null;
      return (
        (clause.least === null || facts.upvotes >= clause.least) &&
        (clause.most === null || facts.upvotes <= clause.most)
      );
    case 'source':
      return facts.sources.includes(clause.source);
  }
}
