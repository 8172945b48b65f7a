/**
 * Parses the text of a Daily Papers page, as copied from the browser: a heading, then per paper its
 * title, its abstract, and mostly "• N authors", "·" and arXiv's date followed by the number of
 * comments. It has no ids.
 */
import { normalizeTitle } from '../../paper/identity.ts';
import type { Claim } from '../../paper/paper.ts';
import { clampText, limits } from '../../text/sanitize.ts';
import type { Day, Moment } from '../../time/days.ts';
import { linksIn } from './links-in-text.ts';
import { MIN_ABSTRACT_LENGTH, type PageItem, pageItems } from './page-lines.ts';
import { pageYear, parseWrittenDate, type WrittenDate, yearOfId } from './page-year.ts';
import { fileClaim, MAX_PAPERS, type ParsedPapers, RejectedEntries } from './parsed.ts';

export interface PageTextOptions {
  /** The time of the import. */
  now: Moment;
  /** The day on which the page was copied, where the user knows it. */
  pageDate?: Day | null;
  /** The ids of a paper that is known by its title (`normalizeTitle`). */
  knownByTitle?: (title: string) => { arxivId: string | null; doi: string | null } | null;
}

interface ParsedPage extends ParsedPapers {
  /** The year assumed for dates without one; null where there are none, or no year fits. */
  assumedYear: number | null;
}

interface Entry {
  title: string;
  abstract: string;
  authorCount: number | null;
  date: WrittenDate | null;
  comments: number | null;
}

const maxTitleLength = 300;

/**
 * Parses the page's papers. A missing number of comments is null: the page does not tell none from
 * unknown. Never throws; text that is not part of a page yields no papers.
 */
export function parseDailyPapersText(text: string, options: PageTextOptions): ParsedPage {
  const { entries, heading, rejected } = parseEntries(text);
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
  return { claims, refused: rejected.all(), assumedYear: year };
}

type Paragraph = Extract<PageItem, { kind: 'text' }>;

/** Assembles entries from a page's items, in order. */
class EntryParser {
  readonly entries: Entry[] = [];
  /** Dates above the first paper. */
  readonly heading: WrittenDate[] = [];
  readonly rejected = new RejectedEntries();
  /** A short paragraph, which is a title if an abstract or an author line follows. */
  #pending: Paragraph | null = null;
  /** The entry that the next lines belong to. */
  #open: Entry | null = null;

  add(item: PageItem, next: PageItem | null): void {
    if (item.kind === 'date') this.#addDate(item);
    else if (item.kind === 'authors') {
      if (this.#pending !== null) this.#begin(this.#pending, '');
      if (this.#open !== null) this.#open.authorCount ??= item.count;
    } else this.#addText(item, next);
  }

  /** Rejects a pending title without an abstract, unless it belongs to the page's head or foot. */
  dropPending(): void {
    const pending = this.#pending;
    this.#pending = null;
    if (pending !== null && this.#open !== null && pending.text.split(' ').length >= 5) {
      this.rejected.add(pending.line, 'no abstract follows this line', pending.text);
    }
  }

  #begin(title: Paragraph, abstract: string): void {
    this.#pending = null;
    this.#open = { title: title.text, abstract, authorCount: null, date: null, comments: null };
    if (normalizeTitle(title.text) !== '') this.entries.push(this.#open);
    else this.rejected.add(title.line, 'its title has no words', title.text);
  }

  #addDate({ date, comments }: Extract<PageItem, { kind: 'date' }>): void {
    if (this.#open === null) this.heading.push(date);
    else if (this.#open.date === null) Object.assign(this.#open, { date, comments });
    this.dropPending();
  }

  #addText(item: Paragraph, next: PageItem | null): void {
    const open = this.#open?.authorCount === null && this.#open.date === null ? this.#open : null;
    const endsAbstract = open?.abstract && next?.kind === 'authors' && isProse(item.text);
    if (isTitle(item.text, next) && !endsAbstract) {
      this.dropPending();
      this.#pending = item;
    } else if (this.#pending !== null) {
      this.#begin(this.#pending, item.text);
    } else if (open !== null) {
      if (open.abstract.length < limits.abstract) open.abstract += ` ${item.text}`;
    } else this.rejected.add(item.line, 'no title is above this paragraph', item.text);
  }
}

function parseEntries(text: string): EntryParser {
  const parser = new EntryParser();
  for (const { item, next } of withNext(pageItems(text))) {
    if (parser.entries.length >= MAX_PAPERS) {
      parser.rejected.add(item.line, `only ${MAX_PAPERS} papers are read from one text`, '');
      break;
    }
    parser.add(item, next);
  }
  parser.dropPending();
  return parser;
}

/** Whether a paragraph is a title: short, or followed by a longer one and without a full stop. */
function isTitle(text: string, next: PageItem | null): boolean {
  if (text.length < MIN_ABSTRACT_LENGTH) return true;
  return (
    text.length <= maxTitleLength &&
    !isProse(text) &&
    next?.kind === 'text' &&
    next.text.length > text.length
  );
}

/** Whether a paragraph ends like a sentence or contains an address, as no title does. */
function isProse(text: string): boolean {
  return /[.!?]["'”’)]*$|https?:\/\//.test(text);
}

function* withNext<T>(items: Iterable<T>): Generator<{ item: T; next: T | null }, void> {
  let previous: T | null = null;
  for (const item of items) {
    if (previous !== null) yield { item: previous, next: item };
    previous = item;
  }
  if (previous !== null) yield { item: previous, next: null };
}
