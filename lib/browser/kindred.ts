/**
 * The background put together: every port in its browser form, opened when first needed, and the
 * one object that answers every call.
 */
import { relatedAnswer } from '../answer/related.ts';
import { openRelatedIndex, type RelatedIndex } from '../index/related-index.ts';
import type { Handlers } from '../messages/contract.ts';
import { indexChanges } from '../upkeep/index-changes.ts';
import { installStarter } from '../upkeep/install-starter.ts';
import { databaseConnection } from './database.ts';
import { digestStore } from './digest-store.ts';
import { indexStorage } from './index-storage.ts';
import { injectPanel } from './inject.ts';

export function createKindred(): Handlers {
  const database = databaseConnection();
  const digest = digestStore(database);
  let opening: Promise<RelatedIndex> | null = null;
  const relatedIndex = () => {
    opening ??= openRelatedIndex(indexStorage(database));
    return opening;
  };
  const ready = (async () => {
    await installStarter(digest, new Date().toISOString());
    const related = await relatedIndex();
    while ((await indexChanges({ digest, related, search: { change: async () => {} } })) > 0);
  })();
  const status = async () => {
    const counts = await digest.counts();
    return {
      papers: counts.papers,
      listedPapers: counts.listed,
      completeSince: null,
      newestListing: null,
      lastCheck: null,
      nextCheck: null,
      loading: null,
      problem: null,
    };
  };
  const handlers: Partial<Handlers> = {
    async showPanel(_, caller) {
      if (caller.tabId !== null) await injectPanel(caller.tabId);
      return { shown: true };
    },
    async related(request) {
      await ready;
      const index = await relatedIndex();
      return relatedAnswer(request, {
        digest,
        related: (query) => index.related(query),
        marks: async () => new Map(),
        met: async () => null,
        status,
      });
    },
    status,
    remember: async () => null,
    seen: async () => null,
    settings: async () => ({ panel: {}, readByViewing: true }),
  };
  return handlers as Handlers;
}
