/** Calls about the caller's page: what to show there, and what is related to its paper. */
import { fetchClaimFromArxiv, pagePaperOf } from '../../answers/related/arxiv-abstract.ts';
import { listingLabels } from '../../answers/related/listing-labels.ts';
import { relatedAnswer } from '../../answers/related/related.ts';
import { setMark } from '../../answers/user-data/marks.ts';
import {
  listMutes,
  muteInPanels,
  muteInTopic,
  mutesBeside,
} from '../../answers/user-data/mutes.ts';
import { isRejected, rejectDetection } from '../../answers/user-data/rejected-detections.ts';
import { setPanelStart } from '../../answers/user-data/settings.ts';
import { openMap } from '../../extension/extension-pages.ts';
import type { pageCalls } from '../../messages/calls/page.ts';
import type { Handlers } from '../../messages/contract.ts';
import { parseArxivId } from '../../paper/arxiv-id.ts';
import { keysOf } from '../../paper/identity.ts';
import { openSearch } from '../context-menu-and-omnibox.ts';
import { injectListing, injectPanel } from '../inject.ts';
import type { HandlerContext } from './context.ts';

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The handlers of calls about the page in a tab. One entry a call, so the table is long. */
export function pageHandlers({
  ports: { digest, userData, session, index, arxiv, updateState },
  marks,
  status,
  now,
}: HandlerContext): Pick<Handlers, keyof typeof pageCalls> {
  /** Injects a script unless the user hides it on pages of this kind. */
  async function show(pageKind: string, tabId: number | null, inject: (id: number) => unknown) {
    const { panel } = await userData.get('settings');
    if (tabId === null || panel[pageKind] === 'hidden') return { shown: false };
    await inject(tabId);
    return { shown: true };
  }
  return {
    showPanel: ({ pageKind }, { tabId }) => show(pageKind, tabId, injectPanel),
    showMarks: ({ pageKind }, { tabId }) => show(pageKind, tabId, injectListing),
    lineMarks: (request) => listingLabels(request, { digest, userData }),

    async openPaper({ arxivId }) {
      const id = parseArxivId(arxivId);
      if (id !== null) await openSearch(`arxiv:${id}`);
      return null;
    },

    async openMap({ of }) {
      await openMap(of);
      return null;
    },

    async related(request) {
      const related = await index();
      return relatedAnswer(request, {
        digest,
        related: (query) => related.related(query),
        marks,
        findInSession: (paper) => session.find(paper),
        mutesBeside: (keys) => mutesBeside(keys, userData),
        isRejected: (paper) => isRejected(paper, userData),
        status,
      });
    },

    async remember({ papers }) {
      await session.remember(papers);
      return null;
    },

    async seen({ paper }) {
      if (!(await userData.get('settings')).readByViewing) return null;
      const known = await digest.find(keysOf(paper));
      if (known !== null) await setMark(userData, 'read', [known.id], true, now());
      return null;
    },

    async askArxiv({ arxivId }) {
      const sources = { arxiv, state: updateState, now: Date.now, wait };
      const claim = await fetchClaimFromArxiv(arxivId, sources);
      if (claim !== null) await session.remember([pagePaperOf(claim)]);
      return { found: claim !== null };
    },

    async notThisPaper({ paper, refused, keep }) {
      if (keep) await rejectDetection(paper, refused, userData, now());
      return { kept: keep };
    },

    async ignore(request) {
      if (request.keep) await muteInPanels(request, userData, now());
      return { kept: request.keep };
    },

    async muteInTopic(request) {
      await muteInTopic(request, userData);
      return null;
    },

    mutes: () => listMutes(userData),

    async setPanel(request) {
      await setPanelStart(request, userData);
      return null;
    },
  };
}
