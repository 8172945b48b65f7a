/**
 * A view shows the last answer until the next is there. What it shows says which question it answers:
 * tests wait for that, not for something that an older answer has as well.
 */

/** Selects what answers exactly this query with no newer answer on its way, and `within` it. */
export const answersTo = (query: string, within = ''): string =>
  `[data-answers=${JSON.stringify(query)}][aria-busy="false"] ${within}`.trim();
