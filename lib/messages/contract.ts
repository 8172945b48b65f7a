/**
 * The one contract between the views and the background. Each row is one call: who may make it,
 * what it takes (validated before it is acted on) and, by its type, what it answers.
 *
 * `page`: content scripts, which live beside untrusted pages, and Kindred's own pages.
 * `kindred`: Kindred's own pages (popup, side panel, options) alone.
 */
import * as v from 'valibot';
import type { SearchAnswer } from '../answers/papers/search-answer.ts';
import type {
  DigestLine,
  DigestList,
  DigestMap,
  DigestTrends,
} from '../answers/reader/reader-answers.ts';
import type { ListingLabel } from '../answers/related/listing-label.ts';
import type { RelatedAnswer } from '../answers/related/related-answer.ts';
import type { UnreadAnswer } from '../answers/topics/unread-answer.ts';
import type { StoredSizes } from '../answers/user-data/stored-sizes.ts';
import { MAX_CATEGORIES } from '../digest/feeds/categories.ts';
import type { FeedStatus } from '../digest/feeds/feed-state.ts';
import type { DigestStatus } from '../digest/status.ts';
import type { ImportPreview, ImportProgress, ImportResult } from '../import/import-preview.ts';
import type { MarkedPaper, Marks } from '../marks/marks.ts';
import type { Mute } from '../mutes/mute-rule.ts';
import type { Topic } from '../topics/topic.ts';
import type { ExamplePreview, TopicPreview } from '../topics/topic-preview.ts';
import type { TopicReasons } from '../topics/topic-reasons.ts';
import type { Settings } from '../user-data/settings.ts';
import { onlySchema, pagePaperSchema } from './paper-schemas.ts';
import {
  type SyncAndNotificationAnswers,
  syncAndNotificationCalls,
} from './sync-and-notification-calls.ts';
import {
  besidePaper,
  delivery,
  muteRule,
  paperId,
  papers,
  topicExamples,
  wholeTopic,
} from './topic-schemas.ts';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const sortOrder = v.picklist(['similarity', 'newest', 'upvotes']);

/** Every call's request, with who may make it. */
export const calls = {
  /**
   * The page is a paper: put the panel's script into this tab, unless the reader hides the panel
   * on pages of this kind (`site:view`).
   */
  showPanel: { from: 'page', request: v.object({ pageKind: text(80) }) },
  /** The page is a listing: put the script of its marks into this tab, unless the reader hides it. */
  showMarks: { from: 'page', request: v.object({ pageKind: text(80) }) },
  /** What is known of the papers a listing names; those nothing is known of are left out. */
  lineMarks: {
    from: 'page',
    request: v.object({
      site: text(60),
      arxivIds: v.pipe(v.array(text(40)), v.maxLength(3_000)),
    }),
  },
  /** Show a paper in a page of Kindred's own, where it can be followed, saved and explained. */
  openPaper: { from: 'page', request: v.object({ arxivId: text(40) }) },
  /** Show the map around a paper in a page of Kindred's own. */
  openMap: { from: 'page', request: v.object({ of: paperId }) },
  /** Papers of the digest related to the page's paper, and whether that paper is listed. */
  related: {
    from: 'page',
    request: v.object({
      paper: pagePaperSchema,
      sort: sortOrder,
      onlyNewer: v.boolean(),
      only: v.optional(onlySchema),
      /** Papers outside Daily Papers stand among the others, not below those of similar score. */
      mixSources: v.optional(v.boolean()),
      ignoredTerms: v.pipe(v.array(text(100)), v.maxLength(100)),
    }),
  },
  /** Ids, titles and abstracts met on this page, kept for this browser session. */
  remember: {
    from: 'page',
    request: v.object({ papers: v.pipe(v.array(pagePaperSchema), v.maxLength(2_000)) }),
  },
  /** The page's paper has been visible for five seconds. */
  seen: { from: 'page', request: v.object({ paper: pagePaperSchema }) },
  /** Ask arXiv for one abstract: the only call that sends an id, on the reader's click. */
  askArxiv: { from: 'page', request: v.object({ arxivId: text(40) }) },
  /**
   * The reader says that a page is not about the paper that was found there, or that it is after
   * all; `keep` false where the caller knows that its window is private.
   */
  notThisPaper: {
    from: 'page',
    request: v.object({ paper: pagePaperSchema, refused: v.boolean(), keep: v.boolean() }),
  },
  /**
   * Ignore a word, an author or a paper in all panels, or beside one paper, known by any of `ids`,
   * alone; or no longer. Topics are not touched. `keep` as above.
   */
  ignore: {
    from: 'page',
    request: v.object({
      thing: muteRule,
      beside: v.optional(besidePaper),
      ignored: v.boolean(),
      keep: v.boolean(),
    }),
  },
  /** The same in one topic. Panels are not touched. */
  ignoreInTopic: {
    from: 'kindred',
    request: v.object({ topic: text(60), thing: muteRule, ignored: v.boolean() }),
  },
  /** Everything the reader ignores anywhere. */
  ignored: { from: 'kindred', request: v.object({}) },
  status: { from: 'page', request: v.object({}) },
  /** Keep a paper, or no longer. */
  save: { from: 'page', request: v.object({ ids: v.array(paperId), saved: v.boolean() }) },
  /** Keep the paper of this page, or no longer; the digest need not have it. */
  savePaper: { from: 'page', request: v.object({ paper: pagePaperSchema, saved: v.boolean() }) },
  /** What the reader has done with the paper of this page. */
  pageMarks: { from: 'page', request: v.object({ paper: pagePaperSchema }) },
  /** Saved papers, unread first. */
  readingList: { from: 'kindred', request: v.object({}) },
  exportReadingList: {
    from: 'kindred',
    request: v.object({
      format: v.picklist(['bibtex', 'ris', 'json']),
      /** All saved papers unless one group is named. */
      group: v.optional(v.picklist(['saved', 'unread', 'read'])),
    }),
  },
  /** Mark papers read or unread. */
  markRead: { from: 'page', request: v.object({ ids: v.array(paperId), read: v.boolean() }) },
  /** What a topic would have matched. Nothing is stored. */
  previewTopic: {
    from: 'page',
    request: v.object({ query: text(500), least: delivery.least }),
  },
  /** What a topic of papers like these would have matched; without `least`, about five a week. */
  previewLike: {
    from: 'page',
    request: v.object({ like: topicExamples, least: delivery.least }),
  },
  /** Make a topic. */
  follow: {
    from: 'page',
    request: v.object({ name: text(120), query: text(500), ...delivery }),
  },
  /** Take back a topic made from this very sender in this browser session. */
  undoFollow: { from: 'page', request: v.object({ id: text(60) }) },
  settings: { from: 'page', request: v.object({}) },
  /** How the panel starts on pages of this kind from now on, in private windows not kept. */
  setPanel: {
    from: 'page',
    request: v.object({ pageKind: text(80), start: v.picklist(['open', 'closed', 'hidden']) }),
  },
  changeSettings: {
    from: 'kindred',
    request: v.partial(
      v.object({
        panel: v.record(text(80), v.nullable(v.picklist(['open', 'closed', 'hidden']))),
        readByViewing: v.boolean(),
        theme: v.optional(v.picklist(['auto', 'light', 'dark'])),
        letterKeys: v.optional(v.boolean()),
        topicsOnHuggingFace: v.boolean(),
        arxiv: v.object({
          categories: v.pipe(v.array(text(30)), v.maxLength(MAX_CATEGORIES)),
          months: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24)),
        }),
      }),
    ),
  },
  search: {
    from: 'kindred',
    request: v.object({
      query: text(500),
      offset: v.pipe(v.number(), v.integer(), v.minValue(0)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
      sort: v.picklist(['relevance', 'newest', 'upvotes']),
      /** Waits for titles and names where they are not loaded, instead of a `partial` answer. */
      whole: v.optional(v.boolean()),
    }),
  },
  /** The popup was left like this; kept for this browser session. */
  rememberPopup: { from: 'kindred', request: v.object({ tab: text(20), query: text(500) }) },
  /** The reader has seen how to keep the icon on the toolbar. */
  pinHintSeen: { from: 'kindred', request: v.object({}) },
  /** Newest listed papers. */
  latest: {
    from: 'kindred',
    request: v.object({ limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)) }),
  },
  /** The digest in groups, by ids, with its first papers. */
  digestList: {
    from: 'kindred',
    request: v.object({
      by: v.picklist(['day', 'week', 'month', 'topic', 'source']),
      query: text(500),
      /** Only papers with so many upvotes; 0 for all. */
      least: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
      unread: v.boolean(),
      saved: v.boolean(),
      year: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}$/))),
    }),
  },
  /** Papers of such a list. */
  digestLines: { from: 'kindred', request: v.object({ ids: papers }) },
  /** Papers a week, by topic, and what is rising. */
  digestTrends: { from: 'kindred', request: v.object({}) },
  /** The papers nearest to one, and how close they are to one another. */
  digestMap: { from: 'kindred', request: v.object({ of: paperId }) },
  unread: { from: 'kindred', request: v.object({}) },
  topics: { from: 'kindred', request: v.object({}) },
  editTopic: {
    from: 'kindred',
    request: v.object({ id: text(60), name: text(120), query: text(500), ...delivery }),
  },
  /** Why the topics have a paper, or not: one of the digest or the reading list, or a page's. */
  topicReasons: {
    from: 'kindred',
    request: v.union([v.object({ id: paperId }), v.object({ paper: pagePaperSchema })]),
  },
  unfollow: { from: 'kindred', request: v.object({ id: text(60) }) },
  /** Undo of `unfollow`: the topic as it was. */
  restoreTopic: {
    from: 'kindred',
    request: v.object({ topic: wholeTopic }),
  },
  /** Check Daily Papers now. */
  checkNow: { from: 'kindred', request: v.object({}) },
  pauseLoading: { from: 'page', request: v.object({ paused: v.boolean() }) },
  /** Load everything since the first Daily Papers, or no more than the last year. */
  loadEverything: { from: 'kindred', request: v.object({ wanted: v.boolean() }) },
  /**
   * A piece of a text to import, from so many characters on, under a name of the caller's: browsers
   * bound a message's size. Answers how many characters are held; go on from there.
   */
  giveText: {
    from: 'kindred',
    request: v.object({
      name: text(60),
      at: v.pipe(v.number(), v.integer(), v.minValue(0)),
      text: text(10_000_000),
    }),
  },
  /** What the text given under this name would change. Nothing is stored. */
  previewImport: { from: 'kindred', request: v.object({ name: text(60) }) },
  applyImport: { from: 'kindred', request: v.object({ name: text(60) }) },
  importProgress: { from: 'kindred', request: v.object({}) },
  undoImport: { from: 'kindred', request: v.object({ undo: text(60) }) },
  /** How the reader's categories of arXiv fare. */
  arxivFeeds: { from: 'kindred', request: v.object({}) },
  /** What is kept, and how large it is. */
  storedSizes: { from: 'kindred', request: v.object({}) },
  /** The whole digest as JSON Lines, or topics, marks and settings as Kindred's own file. */
  export: { from: 'kindred', request: v.object({ what: v.picklist(['digest', 'authored']) }) },
  /** Delete everything on this computer. */
  deleteEverything: { from: 'kindred', request: v.object({}) },
  ...syncAndNotificationCalls,
} as const satisfies Record<string, { from: 'page' | 'kindred'; request: v.GenericSchema }>;

export type CallName = keyof typeof calls;
export type Request<N extends CallName> = v.InferOutput<(typeof calls)[N]['request']>;

/** Every call's answer. */
export interface Answers extends SyncAndNotificationAnswers {
  showPanel: { shown: boolean };
  showMarks: { shown: boolean };
  lineMarks: ListingLabel[];
  openPaper: null;
  openMap: null;
  /** Whether that is remembered. */
  notThisPaper: { kept: boolean };
  /** Whether that is remembered. */
  ignore: { kept: boolean };
  ignoreInTopic: null;
  ignored: Mute[];
  related: RelatedAnswer;
  remember: null;
  seen: null;
  askArxiv: { found: boolean };
  status: DigestStatus;
  save: null;
  savePaper: null;
  pageMarks: Marks;
  readingList: MarkedPaper[];
  exportReadingList: { filename: string; text: string };
  markRead: null;
  previewTopic: TopicPreview;
  previewLike: ExamplePreview;
  follow: Topic;
  undoFollow: null;
  settings: Settings;
  setPanel: null;
  changeSettings: Settings;
  search: SearchAnswer;
  rememberPopup: null;
  pinHintSeen: null;
  latest: { papers: MarkedPaper[]; status: DigestStatus };
  digestList: DigestList;
  digestLines: DigestLine[];
  digestTrends: DigestTrends | null;
  digestMap: DigestMap;
  unread: UnreadAnswer;
  topics: Topic[];
  editTopic: Topic;
  topicReasons: TopicReasons[];
  unfollow: null;
  restoreTopic: null;
  checkNow: DigestStatus;
  pauseLoading: DigestStatus;
  loadEverything: DigestStatus;
  giveText: { held: number };
  previewImport: ImportPreview;
  applyImport: ImportResult;
  importProgress: ImportProgress | null;
  undoImport: null;
  arxivFeeds: FeedStatus[];
  storedSizes: StoredSizes;
  export: { filename: string; text: string };
  deleteEverything: null;
}

/** Who called, as the browser tells it; as the caller tells it only that its window is private. */
export interface Caller {
  tabId: number | null;
  /** In a private window: answer, write nothing. */
  private: boolean;
}

/** One function a call: what the background implements. */
export type Handlers = {
  [N in CallName]: (request: Request<N>, caller: Caller) => Promise<Answers[N]>;
};

/** The background as its callers see it. */
export type Background = {
  [N in CallName]: (request: Request<N>) => Promise<Answers[N]>;
};
