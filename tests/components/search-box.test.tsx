// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatMoment,
  formatNumber,
  formatPercent,
  formatRecentDay,
} from '../../components/format.ts';
import { firstSentences } from '../../components/paper/first-sentences.ts';
import { Highlighted } from '../../components/paper/Highlighted.tsx';
import { abstractUrl, toHttpsUrl } from '../../components/paper/paper-urls.ts';
import { hasTerm, withoutTerm, withTerm } from '../../components/topic/query-terms.ts';
import type { Range } from '../../lib/search/results/search-result.ts';

describe('days and moments', () => {
  const now = new Date(2026, 10, 23, 10, 0);
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 5).toISOString();

  it.each([
    [at(23, 9), '09:05'],
    [at(22, 23), 'yesterday 23:05'],
    [at(24, 3), 'tomorrow 03:05'],
    [at(3, 9), '3 Nov 09:05'],
  ])('%s is %s', (moment, words) => {
    expect(formatMoment(moment, now)).toBe(words);
  });

  it.each([
    ['2026-11-23', 'today'],
    ['2026-11-22', 'yesterday'],
    ['2026-11-20', 'Friday'],
    ['2026-11-16', '16 Nov 2026'],
  ])('a listing of %s is of %s', (day, words) => {
    expect(formatRecentDay(day, new Date('2026-11-23T10:00:00Z'))).toBe(words);
  });

  it('groups the digits of numbers', () => expect(formatNumber(6127)).toBe('6,127'));

  it.each([
    [0, '0%'],
    [1 / 3296, '0.03%'],
    [11 / 300, '3.7%'],
    [1, '100%'],
  ])('a share of %d is %s', (share, words) => expect(formatPercent(share)).toBe(words));
});

describe('addresses', () => {
  it.each([
    [{ arxivId: '2404.02905', doi: null }, 'https://arxiv.org/abs/2404.02905'],
    [{ arxivId: 'math/0309136', doi: null }, 'https://arxiv.org/abs/math/0309136'],
    [{ arxivId: '1"><b', doi: null }, 'https://arxiv.org/abs/1%22%3E%3Cb'],
    [{ arxivId: null, doi: '10.1/a b' }, 'https://doi.org/10.1/a%20b'],
    [{ arxivId: null, doi: null }, null],
  ])('of %o is %s', (ids, address) => expect(abstractUrl(ids)).toBe(address));

  it.each([
    ['https://github.com/a/b', 'https://github.com/a/b'],
    ['http://github.com/a', null],
    ['javascript:alert(1)', null],
    ['https://user@host.example/', null],
    ['not an address', null],
    [null, null],
  ])('%s passes as %s', (url, passed) => expect(toHttpsUrl(url)).toBe(passed));
});

describe('the opening of an abstract', () => {
  it('is its first sentence, or two short ones', () => {
    expect(firstSentences('We do this. It works. It is fast.')).toBe('We do this. It works.');
    expect(firstSentences(`${'A long start '.repeat(14)}ends. Then more.`)).toMatch(/ends\.$/);
  });

  it('is never longer than it may be', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), (text) => firstSentences(text).length <= 321),
    );
  });
});

describe('matches', () => {
  it('are marked without changing the text, whatever the ranges', () => {
    const range = fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(range), (text, ranges) => {
        const { container, unmount } = render(
          <Highlighted text={text} ranges={ranges as Range[]} />,
        );
        const same = container.textContent === text;
        unmount();
        return same;
      }),
      { numRuns: 60 },
    );
  });
});

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
