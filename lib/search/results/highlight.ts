import { wordKey } from '../../query/word-key.ts';
import { analyzeWord, foldedWord, wordsOf } from '../../text/terms.ts';
import { withinEdits } from '../matching/edit-distance.ts';
import { editsFor } from '../matching/word-index.ts';
import type { QueryWord } from '../query/query-words.ts';
import type { Range } from './search-result.ts';

/** UTF-16 units of a snippet, about three lines in the popup. */
const snippetLength = 220;

/** A word of a text with its position; a text is tokenized once for many keystrokes. */
export interface HighlightableWord {
  range: Range;
  text: string;
}

export function highlightableWords(text: string): HighlightableWord[] {
  return wordsOf(text).map(({ text: word, start, end }) => ({ range: [start, end], text: word }));
}

/**
 * Returns a function that finds the query's words among the words of a text: half-open UTF-16
 * ranges, in order. Each spelling is compared once, in however many texts it occurs.
 */
export function highlighter(
  query: readonly Pick<QueryWord, 'word' | 'isPrefix'>[],
  typos = false,
): (words: readonly HighlightableWord[]) => Range[] {
  const keys = new Set(query.map(({ word }) => wordKey(word)));
  const prefixes = query.filter((word) => word.isPrefix).map(({ word }) => foldedWord(word));
  const spellings = typos ? query.map(({ word }) => foldedWord(word)) : [];
  const matches = (text: string) => {
    const { folded, term } = analyzeWord(text);
    return (
      keys.has(term ?? folded) ||
      prefixes.some((prefix) => folded.startsWith(prefix)) ||
      spellings.some((word) => withinEdits(word, folded, editsFor(word)))
    );
  };
  const known = new Map<string, boolean>();
  return (words) =>
    words.flatMap(({ text, range }) => {
      let isMatch = known.get(text);
      if (isMatch === undefined) {
        isMatch = matches(text);
        known.set(text, isMatch);
      }
      return isMatch ? [range] : [];
    });
}

/**
 * The piece of a text with the most matches, cut between words and with an ellipsis where it is
 * cut. Null without a match.
 */
export function snippetOf(
  text: string,
  ranges: readonly Range[],
): { text: string; ranges: Range[] } | null {
  const window = fullestWindow(ranges);
  if (window === null) return null;
  const room = Math.max(0, snippetLength - (window[1] - window[0]));
  const ideal = Math.max(
    0,
    Math.min(window[0] - Math.floor(room / 3), text.length - snippetLength),
  );
  const start = ideal === 0 ? 0 : wordStartAfter(text, ideal, window[0]);
  const last = start + snippetLength;
  const end = last >= text.length ? text.length : wordEndBefore(text, last, window[1]);
  const lead = start > 0 ? '… ' : '';
  const shift = lead.length - start;
  return {
    text: lead + text.slice(start, end) + (end < text.length ? ' …' : ''),
    ranges: ranges
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]) => [from + shift, to + shift]),
  };
}

/** From the first to the end of the last match of the stretch that has the most. */
function fullestWindow(ranges: readonly Range[]): Range | null {
  let best: Range | null = null;
  let bestCount = 0;
  let first = 0;
  ranges.forEach(([, end], last) => {
    let start = ranges[first]?.[0] ?? 0;
    while (first < last && end - start > snippetLength) start = ranges[++first]?.[0] ?? 0;
    if (last - first + 1 > bestCount) {
      bestCount = last - first + 1;
      best = [start, end];
    }
  });
  return best;
}

function wordStartAfter(text: string, ideal: number, latest: number): number {
  const space = text.indexOf(' ', ideal);
  return space < 0 || space >= latest ? latest : space + 1;
}

function wordEndBefore(text: string, ideal: number, earliest: number): number {
  return Math.max(text.lastIndexOf(' ', ideal), earliest);
}
