import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultLocation,
  formatHash,
  groupings,
  parseHash,
  type ReaderLocation,
} from '../../../components/reader/reader-hash.ts';

describe('the location in the address', () => {
  const anyLocation: fc.Arbitrary<ReaderLocation> = fc.record({
    page: fc.constantFrom('papers', 'trends'),
    of: fc.constant(null),
    by: fc.constantFrom(...groupings),
    query: fc.string({ unit: 'grapheme', maxLength: 60 }),
    least: fc.nat(1_000_000),
    unread: fc.boolean(),
    saved: fc.boolean(),
    year: fc.option(fc.integer({ min: 1000, max: 9999 }).map(String)),
    at: fc.option(fc.string({ minLength: 1, maxLength: 60 })),
  });

  it('reads back as it was written', () => {
    fc.assert(
      fc.property(anyLocation, (one) => void expect(parseHash(formatHash(one))).toEqual(one)),
    );
  });

  it('is empty for the default', () => expect(formatHash(defaultLocation)).toBe(''));

  it('has defaults for what is invalid', () => {
    expect(parseHash('#by=moon&least=-3&year=20xx&page=secret&at=')).toEqual(defaultLocation);
    fc.assert(fc.property(fc.string(), (text) => void expect(parseHash(text).by).toBeDefined()));
  });
});
