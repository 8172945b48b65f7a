import { describe, expect, it } from 'vitest';
import { readProjectFile } from './source-files.ts';

/** Rows of the README whose figures come from docs that commands write. */
const rows = readProjectFile('README.md')
  .split('\n')
  .flatMap((line) => {
    const cells = line.replace(/^\||\|$/g, '').split('|');
    const [what = '', figures = '', where = ''] = cells.map((cell) => cell.trim());
    const documents = [...where.matchAll(/\((docs\/[\w-]+\.md)\)/g)].map((match) => match[1] ?? '');
    return documents.length > 0 && /\d/.test(figures) ? [{ what, figures, documents }] : [];
  });

const numbersIn = (text: string): string[] => text.match(/\d+(?:\.\d+)?/g) ?? [];

describe('the figures of the README', () => {
  it('are there', () => expect(rows.length).toBeGreaterThan(3));

  it.each(rows)('$figures are in the docs that the row links to', ({ figures, documents }) => {
    const printed = new Set(documents.flatMap((file) => numbersIn(readProjectFile(file))));
    expect(numbersIn(figures).filter((number) => !printed.has(number))).toEqual([]);
  });
});
