/**
 * The text of a Daily Papers page, as it is copied from the browser: a heading, then for each
 * paper its title, its abstract, and mostly "• N authors", "·" and arXiv's date followed by the
 * number of comments. There are no ids in it.
 */

import { normalizeTitle } from '../../paper/identity.ts';
import type { Claim } from '../../paper/paper.ts';
import { clampText, limits } from '../../text/sanitize.ts';
import type { Day, Moment } from '../../time/days.ts';
import { linksIn } from './links-in-text.ts';
import { type PageItem, pageItems, shortestAbstract } from './page-lines.ts';
import { pageYear, parseWrittenDate, type WrittenDate, yearOfId } from './page-year.ts';
import { fileClaim, MAX_PAPERS, type ParsedPapers, RejectedEntries } from './parsed.ts';

export interface PageTextOptions {
  /** Moment of reading. */
  now: Moment;
  /** The day on which the page was looked at, where the user knows it. */
  pageDate?: Day | null;
  /** Ids of a paper already known by its title (`normalizeTitle`). */
  knownByTitle?: (title: string) => { arxivId: string | null; doi: string | null } | null;
}

export interface ParsedPage extends ParsedPapers {
  /** The year in which dates without one were read; null when there were none or none fits. */
  assumedYear: number | null;
}

interface Entry {
  title: string;
  abstract: string;
  authorCount: number | null;
  date: WrittenDate | null;
  comments: number | null;
}

const longestTitle = 300;

/**
 * Reads the page's papers, title by title. A comment count that is not shown is null: the page
 * says neither "none" nor "unknown". Never throws; text that is no part of a page gives nothing.
 */
export function parseDailyPapersText(text: string, options: PageTextOptions): ParsedPage {
  const { entries, heading, refusals } = readEntries(text);
  const known = entries.map(
    (entry) => options.knownByTitle?.(normalizeTitle(entry.title)) ?? { arxivId: null, doi: null },
  );
  const dates = [...heading, ...entries.flatMap((entry) => entry.date ?? [])];
  const hasYearless = entries.some((entry) => entry.date?.year === null);
  const year = hasYearless
    ? pageYear({
        pageDate: options.pageDate ?? null,
        today: options.now.slice(0, 10),
        dates,
        knownYears: entries.flatMap(({ date }, at) => {
          const id = known[at]?.arxivId;
          return date?.year === null && id ? (yearOfId(id, date) ?? []) : [];
        }),
      })
    : null;
  const claims = entries.map(
    (entry, at): Claim => ({
      ...fileClaim(clampText(entry.title, limits.title), options.now),
      ...known[at],
      ...linksIn(entry.abstract),
      abstract: clampText(entry.abstract, limits.abstract),
      authorCount: entry.authorCount,
      published: entry.date === null ? null : parseWrittenDate(entry.date, year),
      comments: entry.comments,
    }),
  );
  return { claims, refused: refusals.all(), assumedYear: year };
}

type Paragraph = Extract<PageItem, { kind: 'text' }>;

/** Takes a page's items in order and holds what is not decided yet. */
class EntryReader {
  readonly entries: Entry[] = [];
  /** Dates above the first paper. */
  readonly heading: WrittenDate[] = [];
  readonly refusals = new RejectedEntries();
  /** A short paragraph that is a title if an abstract or an author line follows. */
  #pending: Paragraph | null = null;
  /** The entry that lines still belong to. */
  #open: Entry | null = null;

  take(item: PageItem, next: PageItem | null): void {
    if (item.kind === 'date') this.#takeDate(item);
    else if (item.kind === 'authors') {
      if (this.#pending !== null) this.#begin(this.#pending, '');
      if (this.#open !== null) this.#open.authorCount ??= item.count;
    } else this.#takeText(item, next);
  }

  /** Above the first paper such a line is the page's heading, below the last its foot. */
  dropPending(): void {
    const pending = this.#pending;
    this.#pending = null;
    if (pending !== null && this.#open !== null && pending.text.split(' ').length >= 5) {
      this.refusals.add(pending.line, 'no abstract follows this line', pending.text);
    }
  }

  #begin(title: Paragraph, abstract: string): void {
    this.#pending = null;
    this.#open = { title: title.text, abstract, authorCount: null, date: null, comments: null };
    if (normalizeTitle(title.text) !== '') this.entries.push(this.#open);
    else this.refusals.add(title.line, 'its title has no words', title.text);
  }

  #takeDate({ date, comments }: Extract<PageItem, { kind: 'date' }>): void {
    if (this.#open === null) this.heading.push(date);
    else if (this.#open.date === null) Object.assign(this.#open, { date, comments });
    this.dropPending();
  }

  #takeText(item: Paragraph, next: PageItem | null): void {
    const open = this.#open?.authorCount === null && this.#open.date === null ? this.#open : null;
    const endsAbstract = open?.abstract && next?.kind === 'authors' && isProse(item.text);
    if (isTitle(item.text, next) && !endsAbstract) {
      this.dropPending();
      this.#pending = item;
    } else if (this.#pending !== null) {
      this.#begin(this.#pending, item.text);
    } else if (open !== null) {
      if (open.abstract.length < limits.abstract) open.abstract += ` ${item.text}`;
    } else this.refusals.add(item.line, 'no title stands above this paragraph', item.text);
  }
}

function readEntries(text: string): EntryReader {
  const reader = new EntryReader();
  for (const { item, next } of withNext(pageItems(text))) {
    if (reader.entries.length >= MAX_PAPERS) {
      reader.refusals.add(item.line, `only ${MAX_PAPERS} papers are read from one text`, '');
      break;
    }
    reader.take(item, next);
  }
  reader.dropPending();
  return reader;
}

/** Short, or of middling length without a full stop and followed by an abstract. */
function isTitle(text: string, next: PageItem | null): boolean {
  if (text.length < shortestAbstract) return true;
  return (
    text.length <= longestTitle &&
    !isProse(text) &&
    next?.kind === 'text' &&
    next.text.length > text.length
  );
}

/** Ends as a sentence does, or names an address: no title. */
function isProse(text: string): boolean {
  return /[.!?]["'”’)]*$|https?:\/\//.test(text);
}

function* withNext<T>(items: Iterable<T>): Generator<{ item: T; next: T | null }, void> {
  let held: T | null = null;
  for (const item of items) {
    if (held !== null) yield { item: held, next: item };
    held = item;
  }
  if (held !== null) yield { item: held, next: null };
}
