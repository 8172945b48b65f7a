import { wordKey } from '../../query/word-key.ts';
import { analyzeWord, foldedWord, wordsOf } from '../../text/terms.ts';
import { withinEdits } from '../matching/edit-distance.ts';
import { editsFor } from '../matching/word-index.ts';
import type { Range } from './search-result.ts';

export interface HighlightQuery {
  word: string;
  /** The beginning of a word counts. */
  begun: boolean;
}

/** Characters of a snippet, about three lines in the popup. */
const snippetLength = 220;

/** A word of a text and where it stands; read once a text, asked at every keystroke. */
export interface HighlightableWord {
  range: Range;
  text: string;
}

export function highlightableWords(text: string): HighlightableWord[] {
  return wordsOf(text).map(({ text: word, start, end }) => ({ range: [start, end], text: word }));
}

/**
 * Finds the words of texts that these words name: half-open UTF-16 ranges, in order. Each spelling
 * is compared once, in however many texts it is met.
 */
export function highlighter(
  sought: readonly HighlightQuery[],
  typos = false,
): (words: readonly HighlightableWord[]) => Range[] {
  const keys = new Set(sought.map(({ word }) => wordKey(word)));
  const begun = sought.filter((word) => word.begun).map(({ word }) => foldedWord(word));
  const misspelt = typos ? sought.map(({ word }) => foldedWord(word)) : [];
  const isSought = (text: string) => {
    const { folded, term } = analyzeWord(text);
    return (
      keys.has(term ?? folded) ||
      begun.some((start) => folded.startsWith(start)) ||
      misspelt.some((word) => withinEdits(word, folded, editsFor(word)))
    );
  };
  const known = new Map<string, boolean>();
  return (words) =>
    words.flatMap(({ text, range }) => {
      let marked = known.get(text);
      if (marked === undefined) {
        marked = isSought(text);
        known.set(text, marked);
      }
      return marked ? [range] : [];
    });
}

/**
 * The piece of a text with most matches in it, cut at words and marked with an ellipsis where it
 * is cut. Null without a match.
 */
export function snippetOf(
  text: string,
  ranges: readonly Range[],
): { text: string; ranges: Range[] } | null {
  const window = fullestWindow(ranges);
  if (window === null) return null;
  const room = Math.max(0, snippetLength - (window[1] - window[0]));
  const wish = Math.max(0, Math.min(window[0] - Math.floor(room / 3), text.length - snippetLength));
  const start = wish === 0 ? 0 : wordStartAfter(text, wish, window[0]);
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

/** From the first match of the fullest stretch to the end of its last. */
function fullestWindow(ranges: readonly Range[]): Range | null {
  let best: Range | null = null;
  let most = 0;
  let first = 0;
  ranges.forEach(([, end], last) => {
    let start = ranges[first]?.[0] ?? 0;
    while (first < last && end - start > snippetLength) start = ranges[++first]?.[0] ?? 0;
    if (last - first + 1 > most) {
      most = last - first + 1;
      best = [start, end];
    }
  });
  return best;
}

function wordStartAfter(text: string, wish: number, latest: number): number {
  const space = text.indexOf(' ', wish);
  return space < 0 || space >= latest ? latest : space + 1;
}

function wordEndBefore(text: string, wish: number, earliest: number): number {
  return Math.max(text.lastIndexOf(' ', wish), earliest);
}
