/**
 * Calls of the detector and the panel. Content scripts of an earlier version may still run after an
 * update, so these names and fields stay.
 */
import * as v from 'valibot';
import type { ListingLabel } from '../../answers/related/listing-label.ts';
import type { RelatedAnswer } from '../../answers/related/related-answer.ts';
import type { Mute } from '../../mutes/mute-rule.ts';
import { answers, read, write } from '../call.ts';
import { onlySchema, pagePaperSchema } from './paper-schemas.ts';
import { arxivId, nothing, pageKind, panelStart, text } from './schemas.ts';
import { besidePaper, muteRule, paperId } from './topic-schemas.ts';

const notKept = { instead: { kept: false } };

export const pageCalls = {
  /** Injects the panel into the caller's tab, unless the user hides it on pages of this kind. */
  showPanel: read({
    from: 'page',
    repeatable: false,
    request: v.object({ pageKind }),
    answer: answers<{ shown: boolean }>(),
  }),
  /** Injects the script that draws labels on a listing, unless the user turned them off there. */
  showMarks: read({
    from: 'page',
    repeatable: false,
    request: v.object({ pageKind }),
    answer: answers<{ shown: boolean }>(),
  }),
  /** Labels for the papers of a listing; unknown papers are left out. */
  lineMarks: read({
    from: 'page',
    request: v.object({ site: text(60), arxivIds: v.pipe(v.array(arxivId), v.maxLength(3_000)) }),
    answer: answers<ListingLabel[]>(),
  }),
  /** Opens a paper in one of Kindred's own pages. */
  openPaper: read({
    from: 'page',
    repeatable: false,
    request: v.object({ arxivId }),
    answer: answers<null>(),
  }),
  /** Opens the map around a paper. Refused in private windows, whose history it would leave. */
  openMap: read({
    from: 'page',
    inPrivate: 'refuse',
    repeatable: false,
    request: v.object({ of: paperId }),
    answer: answers<null>(),
  }),
  /** Papers related to the page's paper, and whether that paper is listed. */
  related: read({
    from: 'page',
    needsIndex: true,
    request: v.object({
      paper: pagePaperSchema,
      sort: v.picklist(['similarity', 'newest', 'upvotes']),
      onlyNewer: v.boolean(),
      only: v.optional(onlySchema),
      /** Papers outside Daily Papers rank like the others. */
      mixSources: v.optional(v.boolean()),
      ignoredTerms: v.pipe(v.array(text(100)), v.maxLength(100)),
    }),
    answer: answers<RelatedAnswer>(),
  }),
  /** Stores the papers of this page for this browser session. */
  remember: write({
    from: 'page',
    inPrivate: { instead: null },
    changes: ['session'],
    request: v.object({ papers: v.pipe(v.array(pagePaperSchema), v.maxLength(2_000)) }),
    answer: answers<null>(),
  }),
  /** The page's paper has been visible for five seconds. */
  seen: write({
    from: 'page',
    inPrivate: { instead: null },
    changes: ['marks'],
    request: v.object({ paper: pagePaperSchema }),
    answer: answers<null>(),
  }),
  /** Fetches one abstract from arXiv: the only call that sends an id, on the user's click. */
  askArxiv: write({
    from: 'page',
    changes: ['session'],
    request: v.object({ arxivId }),
    answer: answers<{ found: boolean }>(),
  }),
  /**
   * Rejects the detected paper of a page, or undoes that. `keep` is false where the caller knows
   * that its window is private. `kept` says whether it is stored.
   */
  notThisPaper: write({
    from: 'page',
    inPrivate: notKept,
    changes: ['refused'],
    request: v.object({ paper: pagePaperSchema, refused: v.boolean(), keep: v.boolean() }),
    answer: answers<{ kept: boolean }>(),
  }),
  /** Mutes a rule in all panels, or beside one paper known by any of its ids; or unmutes it. */
  ignore: write({
    from: 'page',
    inPrivate: notKept,
    changes: ['ignored'],
    request: v.object({
      thing: muteRule,
      beside: v.optional(besidePaper),
      ignored: v.boolean(),
      keep: v.boolean(),
    }),
    answer: answers<{ kept: boolean }>(),
  }),
  /** Mutes a rule in one topic, or unmutes it. */
  muteInTopic: write({
    changes: ['topics'],
    request: v.object({ topic: text(60), thing: muteRule, ignored: v.boolean() }),
    answer: answers<null>(),
  }),
  /** Every mute: of panels, of one panel, of topics. */
  mutes: read({ request: nothing, answer: answers<Mute[]>() }),
  /** Sets how the panel starts on pages of this kind; not stored in private windows. */
  setPanel: write({
    from: 'page',
    inPrivate: { instead: null },
    changes: ['settings'],
    request: v.object({ pageKind, start: panelStart }),
    answer: answers<null>(),
  }),
};
