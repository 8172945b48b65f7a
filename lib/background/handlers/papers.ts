/** Calls about papers: search, latest, marks and saved papers. */
import { latestPapers, withMarks } from '../../answers/papers/latest-papers.ts';
import {
  exportSavedPapers,
  pageMarks,
  savedPapers,
  savePaper,
} from '../../answers/papers/saved-papers.ts';
import { searchAnswer } from '../../answers/papers/search.ts';
import { setMark } from '../../answers/user-data/marks.ts';
import type { paperCalls } from '../../messages/calls/papers.ts';
import type { Handlers } from '../../messages/contract.ts';
import type { HandlerContext } from './context.ts';

export function paperHandlers({
  ports: { digest, userData, search },
  marks,
  status,
  now,
}: HandlerContext): Pick<Handlers, keyof typeof paperCalls> {
  const saved = { digest, userData, now };
  return {
    search: (request) => searchAnswer(request, { search, marks, status }),

    async latest({ limit }) {
      const papers = await latestPapers(limit, digest);
      return { papers: await withMarks(papers, userData), status: await status() };
    },

    async save({ ids, saved }) {
      await setMark(userData, 'saved', ids, saved, now());
      return null;
    },

    async savePaper(request) {
      await savePaper(request.paper, request.saved, saved);
      return null;
    },

    pageMarks: ({ paper }) => pageMarks(paper, saved),

    async markRead({ ids, read }) {
      await setMark(userData, 'read', ids, read, now());
      return null;
    },

    savedPapers: () => savedPapers(saved),
    exportSavedPapers: (request) => exportSavedPapers(request, saved),
  };
}
