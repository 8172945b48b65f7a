/** The filters of a query: its clauses on days, upvotes and sources. */
import type { Paper, Source } from '../paper/paper.ts';
import type { Day } from '../time/days.ts';
import { type Clause, isText, type ParsedQuery } from './parsed-query.ts';

/** The facts of a paper that filters and sort orders need. */
export interface FilterFacts {
  /** First publication, else the day of listing; null when unknown. */
  day: Day | null;
  upvotes: number | null;
  sources: readonly Source[];
}

/** The day a paper is dated by: its first publication, else its listing. */
export function paperDay({ published, listedAt }: Pick<Paper, 'published' | 'listedAt'>) {
  return published ?? listedAt;
}

export function factsOf(paper: Paper): FilterFacts {
  return { day: paperDay(paper), upvotes: paper.upvotes, sources: paper.sources };
}

export function hasFilters(query: ParsedQuery): boolean {
  return query.clauses.some((clause) => !isText(clause));
}

/** Whether all filters pass; unknown facts fail, also negated filters. */
export function passesFilters(query: ParsedQuery, facts: FilterFacts): boolean {
  return query.clauses.every((clause) => {
    if (isText(clause)) return true;
    const matches = matchesFilter(clause, facts);
    return matches !== null && matches !== clause.without;
  });
}

/** Null when the fact is unknown. */
function matchesFilter(
  clause: Exclude<Clause, { kind: 'text' }>,
  facts: FilterFacts,
): boolean | null {
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
