/** What detector and panel tell of the page they are in, and ask for it. */

import { listingLabels } from '../../answers/related/listing-labels.ts';
import { setMark } from '../../answers/user-data/marks.ts';
import { muteInPanels } from '../../answers/user-data/mutes.ts';
import { rejectDetection } from '../../answers/user-data/rejected-detections.ts';
import { openMap } from '../../extension/extension-pages.ts';
import type { Handlers } from '../../messages/contract.ts';
import { parseArxivId } from '../../paper/arxiv-id.ts';
import { keysOf } from '../../paper/identity.ts';
import { openSearch } from '../context-menu-and-omnibox.ts';
import { injectListing, injectPanel } from '../inject.ts';
import type { Maintenance } from '../maintenance.ts';
import type { Ports } from '../ports.ts';
import { refusePrivate } from '../refuse-private.ts';

type PageCalls =
  | 'showPanel'
  | 'showMarks'
  | 'lineMarks'
  | 'openPaper'
  | 'openMap'
  | 'notThisPaper'
  | 'ignore'
  | 'remember'
  | 'seen';

const now = () => new Date().toISOString();

export function pageHandlers(
  { digest, authored, session }: Ports,
  upkeep: Pick<Maintenance, 'refreshBadge'>,
): Pick<Handlers, PageCalls> {
  return {
    async showPanel({ pageKind }, { tabId }) {
      const { panel } = await authored.get('settings');
      if (tabId === null || panel[pageKind] === 'hidden') return { shown: false };
      await injectPanel(tabId);
      return { shown: true };
    },

    async showMarks({ pageKind }, { tabId }) {
      const { panel } = await authored.get('settings');
      if (tabId === null || panel[pageKind] === 'hidden') return { shown: false };
      await injectListing(tabId);
      return { shown: true };
    },

    lineMarks: (request) => listingLabels(request, { digest, authored }),

    async openPaper({ arxivId }) {
      const id = parseArxivId(arxivId);
      if (id !== null) await openSearch(`arxiv:${id}`);
      return null;
    },

    async openMap({ of }, caller) {
      // Its page would stand in an ordinary window, and in that window's history.
      refusePrivate(caller);
      await openMap(of);
      return null;
    },

    async notThisPaper({ paper, refused, keep }, caller) {
      if (caller.private || !keep) return { kept: false };
      await rejectDetection(paper, refused, authored, now());
      return { kept: true };
    },

    async ignore(request, caller) {
      if (caller.private || !request.keep) return { kept: false };
      await muteInPanels(request, authored, now());
      return { kept: true };
    },

    async remember({ papers }, caller) {
      if (!caller.private) await session.remember(papers);
      return null;
    },

    async seen({ paper }, caller) {
      if (caller.private || !(await authored.get('settings')).readByViewing) return null;
      const known = await digest.find(keysOf(paper));
      if (known === null) return null;
      await setMark(authored, 'read', [known.id], true, now());
      await upkeep.refreshBadge();
      return null;
    },
  };
}
