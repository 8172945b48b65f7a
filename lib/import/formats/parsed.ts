/** What reading a text gives, whatever its format: papers, and what could not be read. */

import { emptyClaim } from '../../digest/merge.ts';
import type { Claim } from '../../paper/paper.ts';
import type { Moment } from '../../time/days.ts';

/** A piece of a text that was not taken. */
export interface RejectedEntry {
  /** Line of the text, from 1; in one-document formats the place in the list, from 1. */
  line: number;
  /** Half a sentence: "its id is …", "it has no title". */
  reason: string;
  /** How the piece begins. */
  excerpt: string;
}

export interface ParsedPapers {
  claims: Claim[];
  refused: RejectedEntry[];
}

/** Most papers taken from one text; far above any digest. */
export const MAX_PAPERS = 500_000;

const mostRefusals = 1_000;
const longestExcerpt = 120;

/** Collects refusals, and beyond the first thousand only counts them. */
export class RejectedEntries {
  #kept: RejectedEntry[] = [];
  #further = 0;

  add(line: number, reason: string, piece: string): void {
    if (this.#kept.length >= mostRefusals) this.#further++;
    else this.#kept.push({ line, reason, excerpt: excerptOf(piece) });
  }

  all(): RejectedEntry[] {
    const last = this.#kept.at(-1);
    return last === undefined || this.#further === 0
      ? this.#kept
      : [
          ...this.#kept,
          { line: last.line, reason: `${this.#further} more were refused after it`, excerpt: '' },
        ];
  }
}

function excerptOf(piece: string): string {
  const line = piece
    .slice(0, longestExcerpt * 2)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length <= longestExcerpt
    ? line
    : `${line.slice(0, longestExcerpt - 1).toWellFormed()}…`;
}

/** Lines of a text with their numbers, from 1, without holding them all at once. */
export function* linesOf(text: string): Generator<{ number: number; line: string }, void> {
  let start = text.startsWith('\ufeff') ? 1 : 0;
  for (let number = 1; start <= text.length; number++) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    yield { number, line: text.slice(start, end) };
    start = end + 1;
  }
}

/** A claim of a file that says nothing yet. */
export function fileClaim(title: string, seenAt: Moment): Claim {
  return { source: 'file', seenAt, ...emptyClaim, title };
}
