/** Splits the text of a Daily Papers page into items by the kind of its lines. */
import type { WrittenDate } from './page-year.ts';
import { linesOf } from './parsed.ts';

export type PageItem =
  | { kind: 'text'; line: number; text: string }
  | { kind: 'authors'; line: number; count: number }
  | { kind: 'date'; line: number; date: WrittenDate; comments: number | null };

/** A paragraph of at least this length is an abstract, unless it looks like a long title. */
export const MIN_ABSTRACT_LENGTH = 160;
const maxLineLength = 40_000;

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const authorsLine = /^(\d{1,5}) authors?$/i;
const dateLine =
  /^(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? (\d{1,2})(?:, (\d{4}))?(?: (\d{1,6}))?$/i;

function metaOf(piece: string, line: number): PageItem | null {
  const authors = authorsLine.exec(piece);
  if (authors) return { kind: 'authors', line, count: Number(authors[1]) };
  const date = dateLine.exec(piece);
  if (!date) return null;
  const [, month = '', day, year, comments] = date;
  return {
    kind: 'date',
    line,
    date: {
      month: months.indexOf(month.slice(0, 3).toLowerCase()) + 1,
      day: Number(day),
      year: year === undefined ? null : Number(year),
    },
    comments: comments === undefined ? null : Number(comments),
  };
}

/** "• 9 authors", "·", "Nov 29, 2024 7", or several on one line; null when the line is other text. */
function metaLine(text: string, line: number): PageItem[] | null {
  if (text.length > 100) return null;
  const pieces = text
    .split(/[•·∙]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const items = pieces.map((piece) => metaOf(piece, line));
  return items.every((item) => item !== null) ? items : null;
}

/**
 * The items of a page, in order. Adjacent lines are one wrapped paragraph when all are short, and a
 * paragraph each otherwise. Numbers on a line of their own (votes) are left out.
 */
export function* pageItems(text: string): Generator<PageItem, void> {
  let run: { line: number; text: string }[] = [];
  const runItems = (): PageItem[] => {
    const [first] = run;
    const lines = run;
    run = [];
    if (first === undefined) return [];
    return lines.every((line) => line.text.length < MIN_ABSTRACT_LENGTH)
      ? [{ kind: 'text', line: first.line, text: lines.map((line) => line.text).join(' ') }]
      : lines.map((line) => ({ kind: 'text', ...line }));
  };
  for (const { number, line } of linesOf(text)) {
    const trimmed = line.slice(0, maxLineLength).replace(/\s+/g, ' ').trim();
    const meta = metaLine(trimmed, number);
    if (meta !== null || /^[\d.,]{1,12}k?$/.test(trimmed)) {
      yield* runItems();
      yield* meta ?? [];
    } else run.push({ line: number, text: trimmed });
  }
  yield* runItems();
}
