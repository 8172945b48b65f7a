/** Calls about papers: search, latest, marks and saved papers. */
import * as v from 'valibot';
import type { SearchAnswer } from '../../answers/papers/search-answer.ts';
import type { DigestStatus } from '../../digest/status.ts';
import type { MarkedPaper, Marks } from '../../marks/marks.ts';
import { answers, read, write } from '../call.ts';
import { pagePaperSchema } from './paper-schemas.ts';
import { index, nothing, text } from './schemas.ts';
import { paperId } from './topic-schemas.ts';

const pageSize = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));

export const paperCalls = {
  search: read({
    needsIndex: true,
    request: v.object({
      query: text(500),
      offset: index,
      limit: pageSize,
      sort: v.picklist(['relevance', 'newest', 'upvotes']),
      /** Waits for titles and names that are not loaded yet, instead of a `partial` answer. */
      complete: v.optional(v.boolean()),
    }),
    answer: answers<SearchAnswer>(),
  }),
  /** The newest listed papers. */
  latest: read({
    needsIndex: true,
    request: v.object({ limit: pageSize }),
    answer: answers<{ papers: MarkedPaper[]; status: DigestStatus }>(),
  }),
  /** Saves papers, or removes them from the saved ones. */
  save: write({
    from: 'page',
    changes: ['marks'],
    request: v.object({ ids: v.array(paperId), saved: v.boolean() }),
    answer: answers<null>(),
  }),
  /** Saves the paper of this page, or removes it; the digest need not contain it. */
  savePaper: write({
    from: 'page',
    changes: ['marks', 'shelf'],
    request: v.object({ paper: pagePaperSchema, saved: v.boolean() }),
    answer: answers<null>(),
  }),
  /** The marks of the paper of this page. */
  pageMarks: read({
    from: 'page',
    request: v.object({ paper: pagePaperSchema }),
    answer: answers<Marks>(),
  }),
  markRead: write({
    from: 'page',
    changes: ['marks'],
    request: v.object({ ids: v.array(paperId), read: v.boolean() }),
    answer: answers<null>(),
  }),
  /** Saved papers, unread first. */
  savedPapers: read({ request: nothing, answer: answers<MarkedPaper[]>() }),
  exportSavedPapers: read({
    request: v.object({
      format: v.picklist(['bibtex', 'ris', 'json']),
      /** All saved papers unless one group is named. */
      group: v.optional(v.picklist(['saved', 'unread', 'read'])),
    }),
    answer: answers<{ filename: string; text: string }>(),
  }),
};
