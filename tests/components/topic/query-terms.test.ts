import fc from 'fast-check';
import { it } from 'vitest';
import { hasTerm, withoutTerm, withTerm } from '../../../components/topic/query-terms.ts';

it('puts a term into a query and takes it out again', () => {
  const term = fc.stringMatching(/^[a-z+.]{1,8}( [a-z]{1,8})?$/);
  fc.assert(
    fc.property(term, fc.stringMatching(/^[A-Z]{0,6}$/), (word, rest) => {
      // A query that has it, in capitals too, is offered to be without it.
      fc.pre(!hasTerm(rest, word));
      const query = withTerm(rest, word);
      return hasTerm(query, word) && withoutTerm(query, word) === rest;
    }),
  );
});
