/** What every format parses to: papers, and entries that could not be read. */
import { emptyClaim } from '../../digest/merge.ts';
import type { Claim } from '../../paper/paper.ts';
import type { Moment } from '../../time/days.ts';

/** An entry of a text that was rejected. */
export interface RejectedEntry {
  /** The line, from 1; in formats of one document the position in the list, from 1. */
  line: number;
  /** A clause: "its id is …", "it has no title". */
  reason: string;
  /** The beginning of the entry. */
  excerpt: string;
}

export interface ParsedPapers {
  claims: Claim[];
  refused: RejectedEntry[];
}

/** The most papers of one text, far above any digest. */
export const MAX_PAPERS = 500_000;

const maxRejected = 1_000;
const maxExcerptLength = 120;

/** Collects rejected entries; after the first thousand it only counts them. */
export class RejectedEntries {
  #kept: RejectedEntry[] = [];
  #further = 0;

  add(line: number, reason: string, entry: string): void {
    if (this.#kept.length >= maxRejected) this.#further++;
    else this.#kept.push({ line, reason, excerpt: excerptOf(entry) });
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

function excerptOf(entry: string): string {
  const line = entry
    .slice(0, maxExcerptLength * 2)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length <= maxExcerptLength
    ? line
    : `${line.slice(0, maxExcerptLength - 1).toWellFormed()}…`;
}

/** The lines of a text with their numbers, from 1, one at a time. */
export function* linesOf(text: string): Generator<{ number: number; line: string }, void> {
  let start = text.startsWith('\ufeff') ? 1 : 0;
  for (let number = 1; start <= text.length; number++) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    yield { number, line: text.slice(start, end) };
    start = end + 1;
  }
}

/** A claim of a file with only a title. */
export function fileClaim(title: string, seenAt: Moment): Claim {
  return { source: 'file', seenAt, ...emptyClaim, title };
}
