import { describe, expect, it } from 'vitest';
import { passesFilters } from '../../../lib/query/filters.ts';
import { parseQuery } from '../../../lib/query/parse-query.ts';

const known = { day: '2025-03-10', upvotes: 21, sources: ['daily-papers', 'file'] as const };
const unknown = { day: null, upvotes: null, sources: [] };

describe('passesFilters', () => {
  it.each([
    ['anything at all', true, true],
    ['after:2025-03-10', true, false],
    ['after:2025-03-11', false, false],
    ['before:2025-03-10', false, false],
    ['before:2025-03-11', true, false],
    ['year:2025', true, false],
    ['-year:2025', false, false],
    ['-year:2024', true, false],
    ['upvotes:>20', true, false],
    ['upvotes:>21', false, false],
    ['-upvotes:>20', false, false],
    ['-upvotes:>30', true, false],
    ['source:file', true, false],
    ['source:arxiv', false, false],
    ['-source:arxiv', true, true],
    ['after:2025 upvotes:>30', false, false],
  ])('%s', (text, passes, passesUnknown) => {
    const { query } = parseQuery(text);
    expect(passesFilters(query, known)).toBe(passes);
    expect(passesFilters(query, unknown)).toBe(passesUnknown);
  });
});
