import { vi } from 'vitest';
import type { DigestViewProps } from '../../../components/popup/DigestView.tsx';
import type { Background } from '../../../lib/messages/contract.ts';
import { installHosts } from '../../../lib/page/hosts.ts';
import type { TabFacts } from '../../../lib/page/site-access.ts';
import type { Detection } from '../../../lib/paper/paper.ts';
import { pagePaper, related } from '../fakes.ts';
import { nothingUnread, showDigest } from './show-digest.tsx';

export const evidence = ['address: openreview paper', 'citation_title with authors'];
export const onPaper: Detection = { kind: 'paper', site: 'arxiv', paper: pagePaper, evidence };
export const onNothing: Detection = {
  ...{ kind: 'none', site: null, evidence: ['nothing names a paper'] },
};
export const facts: TabFacts = {
  key: '1',
  possiblePdf: null,
  siteGroup: null,
  isGranted: false,
  areFilesHidden: false,
  isAddressHidden: false,
};
export const openReview = {
  name: 'openreview',
  host: 'openreview.net',
  origins: ['https://openreview.net/*'],
};

export function accessTo(origins: string[]) {
  return {
    granted: vi.fn(async () => origins),
    request: vi.fn(async (_: readonly string[]) => true),
    remove: vi.fn(async (_: readonly string[]) => true),
  };
}

/** Draws the popup on a page; `update` draws it again with what changed. */
export function showPage(props: Partial<DigestViewProps>, answers: Partial<Background> = {}) {
  const access = accessTo([...installHosts]);
  const { background, update } = showDigest(
    {
      unread: async () => nothingUnread,
      latest: async () => ({ papers: [], status: related.status }),
      topics: async () => [],
      notThisPaper: async ({ keep }) => ({ kept: keep }),
      settings: async () => ({ panel: {}, readByViewing: true }),
      setPanel: async () => null,
      ...answers,
    },
    { page: facts, access, ...props },
  );
  return { background, access, update };
}
