/** Styles name sides by the direction of writing, so that every view can run from right to left. */
import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './source-files.ts';

/** In vertical writing block and inline change places, so its sides are named as they lie. */
const physical = [
  'border-right: 0',
  'inset: 38vh 0 auto auto',
  'border-radius: var(--k-radius) 0 0 var(--k-radius)',
];

describe('the styles', () => {
  const sides =
    /^(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b|(?:left|right):|(?:text-align|float|clear):\s*(?:left|right)\b)|^(?:margin|padding|inset|border-radius|border-width):\s*\S+ (\S+) \S+ (?!\1\s*$)\S+\s*$/;
  const declared = (css: string) =>
    css
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .split(/[;{}]/)
      .map((part) => part.trim());

  it.each([
    ['margin-left: 4px', true],
    ['text-align: right', true],
    ['padding: 1px 2px 3px 4px', true],
    ['padding: 1px 2px 3px 2px', false],
    ['padding-inline: 1px 2px', false],
  ])('%s names a side of the screen: %s', (text, found) => expect(sides.test(text)).toBe(found));

  it.each(projectFiles().filter((file) => file.endsWith('.css')))(
    'of %s run with the language',
    (file) => {
      const found = declared(readProjectFile(file)).filter((part) => sides.test(part));
      expect(found.filter((part) => !physical.includes(part))).toEqual([]);
    },
  );
});
