/** Calls about the digest: its status, its update, import and export. */
import * as v from 'valibot';
import type { StoredSizes } from '../../answers/user-data/stored-sizes.ts';
import type { FeedStatus } from '../../digest/feeds/feed-state.ts';
import type { DigestStatus } from '../../digest/status.ts';
import type { ImportPreview, ImportProgress, ImportResult } from '../../import/import-preview.ts';
import { answers, read, write } from '../call.ts';
import { index, nothing, text } from './schemas.ts';

const importedKinds = [
  'digest',
  'topics',
  'marks',
  'shelf',
  'ignored',
  'refused',
  'settings',
] as const;
const anywhere = { inPrivate: 'answer' } as const;

export const digestCalls = {
  status: read({ from: 'page', request: nothing, answer: answers<DigestStatus>() }),
  /** Checks Daily Papers now. */
  checkNow: write({
    ...anywhere,
    changes: ['digest'],
    request: nothing,
    answer: answers<DigestStatus>(),
  }),
  pauseLoading: write({
    ...anywhere,
    from: 'page',
    changes: ['digest'],
    request: v.object({ paused: v.boolean() }),
    answer: answers<DigestStatus>(),
  }),
  /** Loads everything since the first Daily Papers, or no more than the last year. */
  loadEverything: write({
    ...anywhere,
    changes: ['digest'],
    request: v.object({ wanted: v.boolean() }),
    answer: answers<DigestStatus>(),
  }),
  /** The state of each arXiv category that the user added. */
  arxivFeeds: read({ request: nothing, answer: answers<FeedStatus[]>() }),
  /** What is stored, in bytes. */
  storedSizes: read({ request: nothing, answer: answers<StoredSizes>() }),
  /**
   * Uploads one chunk of a text to import, at offset `at`, under a name that the caller chooses:
   * browsers limit the size of a message. Returns the number of characters received; continue there.
   */
  giveText: write({
    ...anywhere,
    changes: [],
    request: v.object({ name: text(60), at: index, text: text(10_000_000) }),
    answer: answers<{ held: number }>(),
  }),
  /** What an import of the uploaded text would change. */
  previewImport: read({
    request: v.object({ name: text(60) }),
    answer: answers<ImportPreview>(),
  }),
  applyImport: write({
    ...anywhere,
    changes: importedKinds,
    request: v.object({ name: text(60) }),
    answer: answers<ImportResult>(),
  }),
  importProgress: read({ request: nothing, answer: answers<ImportProgress | null>() }),
  undoImport: write({
    ...anywhere,
    changes: importedKinds,
    request: v.object({ undo: text(60) }),
    answer: answers<null>(),
  }),
  /** The digest as JSON Lines, or the user data as Kindred's own file. */
  export: read({
    request: v.object({ what: v.picklist(['digest', 'user-data']) }),
    answer: answers<{ filename: string; text: string }>(),
  }),
  /** Deletes everything on this device. */
  deleteEverything: write({
    ...anywhere,
    changes: importedKinds,
    request: nothing,
    answer: answers<null>(),
  }),
};
