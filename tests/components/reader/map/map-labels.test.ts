import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelLines, shortTitle } from '../../../../components/reader/map/map-labels.ts';

const byLength = (text: string) => [...text].length;

describe('labels', () => {
  it.each([
    ['Lumen: One Tokenizer for Images and Video', 'Lumen'],
    ['A Title: that is short', 'A Title'],
    ['Next-Scale Prediction Is Enough', 'Next-Scale Prediction Is Enough'],
    [
      'A Very Long Beginning of a Title That Has: a Colon',
      'A Very Long Beginning of a Title That Has: a Colon',
    ],
    [': Nothing before', ': Nothing before'],
    ['', ''],
  ])('for %j are %j', (title, short) => expect(shortTitle(title)).toBe(short));

  it.each([
    ['one two three', 9, ['one two', 'three']],
    ['one two three four five', 9, ['one two', 'three…']],
    ['incomprehensibilities', 10, ['incomprehe', 'nsibiliti…']],
    ['one two, three four', 8, ['one two,', 'three…']],
    ['', 9, []],
  ])('%j in lines of %i', (text, widest, lines) =>
    expect(labelLines(text, widest, byLength)).toEqual(lines),
  );

  it('have at most two lines, none too wide', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 2, max: 30 }), (text, widest) => {
        const lines = labelLines(text, widest, byLength);
        expect(lines.length).toBeLessThanOrEqual(2);
        expect(lines.every((line) => byLength(line) <= widest)).toBe(true);
      }),
    );
  });
});
