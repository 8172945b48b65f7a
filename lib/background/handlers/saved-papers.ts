/** The calls about the reading list. */

import {
  exportSavedPapers,
  pageMarks,
  type SavedPapersSources,
  savedPapers,
  savePaper,
} from '../../answers/papers/saved-papers.ts';
import { setMark } from '../../answers/user-data/marks.ts';
import type { Handlers } from '../../messages/contract.ts';
import type { Ports } from '../ports.ts';
import { refusePrivate } from '../refuse-private.ts';

type ReadingCalls = 'save' | 'savePaper' | 'pageMarks' | 'readingList' | 'exportReadingList';

const now = () => new Date().toISOString();

export function savedPaperHandlers({ digest, authored }: Ports): Pick<Handlers, ReadingCalls> {
  const sources: SavedPapersSources = { digest, authored, now };
  return {
    async save({ ids, saved }, caller) {
      refusePrivate(caller);
      await setMark(authored, 'saved', ids, saved, now());
      return null;
    },

    async savePaper({ paper, saved }, caller) {
      refusePrivate(caller);
      await savePaper(paper, saved, sources);
      return null;
    },

    pageMarks: ({ paper }) => pageMarks(paper, sources),

    readingList: () => savedPapers(sources),

    exportReadingList: (request) => exportSavedPapers(request, sources),
  };
}
