/**
 * What the background answers: plain data that survives JSON, typed for the views.
 */
import type { Day, Moment, Paper, PaperId, Source } from '../paper/paper.ts';
import type { QueryProblem } from '../query/parsed-query.ts';

/** Errors cross the boundary as data: a sentence the reader can act on. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: Failure };

export interface Failure {
  /** Which kind, for the view's choice of state. */
  code:
    | 'bad-request'
    | 'not-allowed'
    | 'offline'
    | 'storage'
    | 'source'
    /** The background was stopped and has forgotten what the question was about: begin again. */
    | 'stopped'
    /** What is stored was written by a newer version, and is left as it is. */
    | 'newer'
    | 'internal';
  /** What failed, what is kept, what to do. */
  message: string;
}

/** How far the digest reaches and how fresh it is. */
export interface DigestStatus {
  papers: number;
  /** Papers listed in Daily Papers (the starter papers are not, until the API says so). */
  listedPapers: number;
  /** Every listing day from here to the last check is stored; null before the first update. */
  completeSince: Day | null;
  newestListing: Day | null;
  lastCheck: Moment | null;
  nextCheck: Moment | null;
  /** The reader has asked for all Daily Papers since the first. */
  everything: boolean;
  loading: Loading | null;
  problem: UpdateProblem | null;
}

/** The first load: 12 months, or everything where the reader asked for it. */
export interface Loading {
  state: 'running' | 'paused';
  /** Oldest day stored so far. */
  reached: Day | null;
  goal: Day;
  daysDone: number;
  daysTotal: number;
}

export interface UpdateProblem {
  kind: 'offline' | 'refused' | 'busy' | 'not-json' | 'unexpected' | 'storage' | 'no-access';
  since: Moment;
  nextTry: Moment | null;
  /** Number of the HTTP status, if there was an answer. */
  httpStatus: number | null;
  /** The first failure that came about with a network; null while there was none. */
  onlineSince?: Moment | null | undefined;
}

/** What the reader has done with a paper. */
export interface Marks {
  read: boolean;
  saved: boolean;
}

export interface RelatedEntry {
  paper: Paper;
  marks: Marks;
  /** Terms that carried the score, strongest first, in the paper's words. */
  why: string[];
  score: number;
  /** Postdates the paper of the page. */
  newer: boolean;
}

export type SortOrder = 'similarity' | 'newest' | 'upvotes';

/** Whether the page's paper is in Daily Papers: three different truths. */
export type Listed =
  | { state: 'listed'; day: Day | null; upvotes: number | null }
  | { state: 'not-listed'; checked: Moment }
  | { state: 'unknown'; since: Day | null };

export interface RelatedAnswer {
  /** Null when the page's paper is not in the digest. */
  self: { paper: Paper; marks: Marks } | null;
  listed: Listed;
  outcome:
    | { state: 'related'; entries: RelatedEntry[] }
    | { state: 'nothing-close' }
    /** A PDF or page whose title and abstract are known neither from the page nor from the digest. */
    | { state: 'no-text' }
    /** The reader has said that the page is not about this paper. */
    | { state: 'refused' };
  /** Strongest terms shared over the entries: the suggestion for a topic. */
  sharedTerms: string[];
  /** What the reader ignores here: for this paper alone, and in all panels. */
  ignored: { here: IgnoredThing[]; everywhere: IgnoredThing[] };
  status: DigestStatus;
}

/** Something the reader does not want to see. */
export interface IgnoredThing {
  kind: 'word' | 'author' | 'paper';
  /** The word or the name as it was written, or the paper's id. */
  what: string;
  /** What a paper is called. */
  title?: string | undefined;
}

/** Where it is ignored: in all panels, in the panel of one paper, or in one topic. */
export type IgnoredScope =
  | { in: 'panels' }
  | { in: 'paper'; id: PaperId; title: string }
  | { in: 'topic'; id: string; name: string };

/** One thing ignored in one place. */
export interface IgnoredEntry {
  thing: IgnoredThing;
  scope: IgnoredScope;
}

/** Half-open range of UTF-16 positions. */
export type Range = [start: number, end: number];

export interface SearchResult {
  paper: Paper;
  marks: Marks;
  score: number;
  /** Where the query's words stand in the title. */
  titleRanges: Range[];
  /** A piece of the abstract around the match, or null when the match is elsewhere. */
  snippet: { text: string; ranges: Range[] } | null;
  /** False: only similar words match (a typo tolerated). */
  exact: boolean;
}

export interface SearchAnswer {
  query: string;
  total: number;
  results: SearchResult[];
  /** The query is an id, DOI or link of one paper. */
  pasted: { arxivId: string | null; doi: string | null } | null;
  /** Parts of the query that could not be understood, and the like. */
  problems: QueryProblem[];
  /** Whole queries, the word being typed completed, the likeliest first. */
  completions: string[];
  /** The query with words in the place of those that nothing has; null without such words. */
  meant: string | null;
  /** Titles and names were not loaded yet: ask again with `whole`. */
  partial?: boolean;
  status: DigestStatus;
}

/** What is known of a paper that a listing names. */
export interface LineMark {
  arxivId: string;
  id: PaperId;
  /** In Daily Papers, and since when and with how many upvotes, where that is known. */
  listed: boolean;
  day: Day | null;
  upvotes: number | null;
  read: boolean;
  /** Names of the reader's topics that have it. */
  topics: string[];
}

export interface ListedPaper {
  paper: Paper;
  marks: Marks;
}

export interface Topic {
  id: string;
  name: string;
  /** What the reader wrote. */
  query: string;
  created: Moment;
  /** Matches with fewer upvotes than this do not count until they have them. */
  least?: number | undefined;
  /** Its news stays in the list and off the badge. */
  quiet?: boolean | undefined;
  /** Papers like these instead of a query; `least` is then a score. */
  like?: LikeThese | undefined;
  /** It watches the reader's arXiv categories beside Daily Papers. */
  arxiv?: boolean | undefined;
  /** Papers it leaves out. For papers like these, ignored words are those of `like.struck`. */
  ignored?: IgnoredThing[] | undefined;
}

/** What a topic of *papers like these* is learned from. */
export interface LikeThese {
  examples: PaperId[];
  /** Answers of "not this". */
  not: PaperId[];
  /** Words that do not count. */
  struck: string[];
}

/** What a topic of *papers like these* would have brought. `upvotes` of a week are scores here. */
export interface LikePreview {
  /** From this score on a paper matches; examples score 100 on average. */
  least: number;
  weeks: PreviewWeek[];
  /** Matches of the last 30 days. */
  count: number;
  /** The newest matches. */
  matches: ListedPaper[];
  examples: ListedPaper[];
  /** Words that count most for a paper, and those that count against it or least. */
  strongest: string[];
  weakest: string[];
}

/** Seven days of a back-test, with the upvotes each match has today. */
export interface PreviewWeek {
  /** Its first day. */
  from: Day;
  upvotes: number[];
}

export interface TopicPreview {
  /** A query that matches nothing by construction, or cannot be read. */
  problem: QueryProblem | null;
  /** Papers listed in the last 30 days that match exactly. */
  count: number;
  /** The newest matches with at least as many upvotes as asked for. */
  matches: ListedPaper[];
  /** The other matches of the last 30 days. */
  below: { count: number; matches: ListedPaper[] };
  /** Oldest first; the digest has papers of the first one. */
  weeks: PreviewWeek[];
  /** Words in the digest spelt like the query's: not part of the topic. */
  similarSpellings: string[];
  /** What watching the reader's arXiv categories would add a week; absent where there are none. */
  arxivPerWeek?: number | undefined;
}

/** A paper that was news for a topic. */
export interface AlertedPaper extends ListedPaper {
  /** When the reader was first told. */
  told: Moment;
  /** What of the topic's query it has, as the query writes it. */
  why: string[];
  /** The number of upvotes it passed after it was listed; null when it was news at once. */
  passed: number | null;
}

/** A topic with what is new for it. */
export interface TopicNews {
  topic: Topic;
  unread: AlertedPaper[];
  /** Matches of the last 14 days that have too few upvotes to count. */
  below: ListedPaper[];
  /** Its ten latest matches, listed before the topic was made. */
  earlier: ListedPaper[];
}

export interface UnreadAnswer {
  topics: TopicNews[];
  /** Unread new works of the last 30 days over the topics that count, each once: the badge's number. */
  total: number;
}

/** One condition of a topic, asked of one paper. `holds` is null where the fact is unknown. */
export type TopicCheck = { holds: boolean | null } & (
  | { kind: 'words'; field: 'any' | 'title' | 'author'; words: string; without: boolean }
  | { kind: 'days'; from: Day | null; to: Day | null; without: boolean; has: Day | null }
  | {
      kind: 'upvotes';
      least: number | null;
      most: number | null;
      without: boolean;
      has: number | null;
    }
  | { kind: 'source'; source: Source; without: boolean }
  /** How like the examples of its topic the paper is, and which words say so. */
  | { kind: 'like'; least: number; has: number; words: string[] }
  /** The topic's own limit. */
  | { kind: 'limit'; least: number; has: number | null }
  /** The reader ignores this in the topic; never holds. */
  | { kind: 'ignored'; thing: IgnoredThing }
  /** Listed in Daily Papers on or after the day on which the topic was made. */
  | { kind: 'new'; made: Day; listed: Day | null }
);

/** Why a topic has a paper, or not: every condition that was asked. */
export interface TopicReasons {
  topic: Topic;
  /** Whether the query, the limit and the days all hold. */
  matches: boolean;
  /** When the reader was told of it for this topic. */
  told: Moment | null;
  checks: TopicCheck[];
}

export interface ImportPreview {
  format: 'daily-papers-text' | 'daily-papers-api' | 'json-lines' | 'arxiv-atom' | 'kindred';
  /** The first of them, for the reader to look at. */
  added: Paper[];
  changed: Paper[];
  addedCount: number;
  changedCount: number;
  unchanged: number;
  refused: { line: number; reason: string; excerpt: string }[];
  refusedCount: number;
  /** For the text of a page: the year in which dates without one were read. */
  assumedYear: number | null;
  /** For a file with authored data. */
  topics: number;
  /** Names of those that are not here yet. */
  freshTopics?: string[] | undefined;
  marks: number;
  /** Things ignored and papers refused. */
  ignored: number;
}

/** How a category of arXiv fares. */
export interface FeedStatus {
  category: string;
  /** The day whose feed was read last. */
  readFor: Day | null;
  problem: UpdateProblem['kind'] | null;
}

/** What is kept on this computer, in bytes of its text or records. */
export interface StoredSizes {
  /** By who told of the papers; a paper that several told of counts with each. */
  sources: { source: Source; papers: number; bytes: number }[];
  papers: number;
  indexBytes: number;
  /** Topics, marks and settings. */
  authoredBytes: number;
}

/** How far an import is, in papers. */
export interface ImportProgress {
  stage: 'storing' | 'indexing';
  done: number;
  /** 0 while the text is being read. */
  total: number;
}

export interface ImportResult {
  added: number;
  changed: number;
  topics: number;
  marks: number;
  ignored: number;
  /** Hand this to `undoImport`. */
  undo: string;
}

export interface Settings {
  /** How the panel starts, by page kind (`site:view`), where the reader chose. */
  panel: Record<string, 'open' | 'closed' | 'hidden'>;
  /** A paper whose page was visible for five seconds is read. */
  readByViewing: boolean;
  /** `auto` or absent: as the page beside which Kindred stands, on its own pages as the system. */
  theme?: 'auto' | 'light' | 'dark' | undefined;
  /** Whether letters act as keys on the reader page; absent: they do. */
  letterKeys?: boolean | undefined;
  /** Hugging Face's listings show which lines the reader's topics have. */
  topicsOnHuggingFace?: boolean | undefined;
  /** Categories of arXiv whose daily feed is read, and for how many months its papers are kept. */
  arxiv?: { categories: string[]; months: number } | undefined;
}

export type { PaperId };
