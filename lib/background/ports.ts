/** Every port in its browser form. Nothing is opened before it is first used. */
import { browser } from 'wxt/browser';
import { retentionMonths } from '../digest/feeds/categories.ts';
import { createFeedReader } from '../digest/feeds/feed-reader.ts';
import type { FeedStateStore } from '../digest/feeds/feed-state.ts';
import type { ArxivSource } from '../digest/source.ts';
import type { DigestStore } from '../digest/store.ts';
import { checkIntervalMs } from '../digest/update/schedule.ts';
import { createUpdater, type Updater, type UpdateStateStore } from '../digest/update/updater.ts';
import { openRelatedIndex, type RelatedIndex } from '../index/related-index.ts';
import { arxivFeedSource } from '../network/arxiv-feed-source.ts';
import { arxivSource } from '../network/arxiv-source.ts';
import { dailyPapersSource } from '../network/daily-papers-source.ts';
import { PersistentSearch } from '../search/persistent-search.ts';
import { type DatabaseConnection, databaseConnection } from '../storage/database.ts';
import { digestStore } from '../storage/digest-store.ts';
import { feedStateStore } from '../storage/feed-state-store.ts';
import { indexStorage } from '../storage/index-storage.ts';
import { searchStore } from '../storage/search-store.ts';
import { type SessionStore, sessionStore } from '../storage/session-store.ts';
import { updateStateStore } from '../storage/update-state-store.ts';
import { type StorageArea, userDataStore } from '../storage/user-data-store.ts';
import type { UserDataStore } from '../user-data/user-data.ts';

export interface Ports {
  database: DatabaseConnection;
  digest: DigestStore;
  userData: UserDataStore;
  session: SessionStore;
  index(): Promise<RelatedIndex>;
  /** Empties the index, to be built from scratch from the digest. */
  clearIndex(): Promise<void>;
  search: PersistentSearch;
  arxiv: ArxivSource;
  updateState: UpdateStateStore;
  updater(): Promise<Updater>;
  feedState: FeedStateStore;
  /** arXiv's feeds, in steps. */
  feeds(): Promise<ReturnType<typeof createFeedReader>>;
  /** Forgets what is held in memory, after everything was deleted. */
  forget(): void;
}

/** An answer has left the worker after this long; the search's loading keeps it busy then. */
const afterAnswerMs = 150;

const hasAccessTo = (origin: string) => () => browser.permissions.contains({ origins: [origin] });

export function openPorts(
  database: DatabaseConnection = databaseConnection(),
  area: StorageArea = browser.storage.local,
): Ports {
  const digest = digestStore(database);
  const userData = userDataStore(area);
  const arxiv = arxivSource({ hasAccess: hasAccessTo('*://*.arxiv.org/*') });
  const updateState = updateStateStore(database);
  const index = once(() => openRelatedIndex(indexStorage(database)));
  const words = {
    match: async (...asked: Parameters<RelatedIndex['match']>) =>
      (await index.get()).match(...asked),
  };
  const search = new PersistentSearch({
    words,
    digest,
    store: searchStore(database),
    later: (run) => setTimeout(run, afterAnswerMs),
  });
  const updater = once(async () =>
    createUpdater({
      source: dailyPapersSource({ hasAccess: hasAccessTo('https://huggingface.co/*') }),
      arxiv,
      store: digest,
      state: updateState,
      now: Date.now,
      random: Math.random,
      offset: await installOffset(userData),
      online: () => navigator.onLine,
    }),
  );
  const feedState = feedStateStore(database);
  const feeds = once(async () =>
    createFeedReader({
      source: arxivFeedSource({ hasAccess: hasAccessTo('*://*.arxiv.org/*') }),
      store: digest,
      feeds: feedState,
      updateState,
      wishes: async () => {
        const { arxiv } = await userData.get('settings');
        return arxiv ?? { categories: [], months: retentionMonths[1] };
      },
      saved: async (ids) => {
        const marks = await userData.get('marks');
        return ids.filter((id) => (marks[id]?.saved ?? null) !== null);
      },
      now: Date.now,
      random: Math.random,
      offset: await installOffset(userData),
    }),
  );
  return {
    database,
    digest,
    userData,
    session: sessionStore(),
    index: index.get,
    async clearIndex() {
      await indexStorage(database).clear();
      index.forget();
    },
    search,
    arxiv,
    updateState,
    updater: updater.get,
    feedState,
    feeds: feeds.get,
    forget() {
      index.forget();
      search.forget();
      updater.forget();
      feeds.forget();
    },
  };
}

/** This install's place in the three hours between checks, drawn once. */
async function installOffset(userData: UserDataStore): Promise<number> {
  const install = await userData.update(
    'install',
    (known) =>
      known ?? {
        id: crypto.randomUUID(),
        offset: Math.floor(Math.random() * checkIntervalMs),
        installedAt: new Date().toISOString(),
      },
  );
  return install?.offset ?? 0;
}

/** Opens at the first call, again after `forget`; a failure is not remembered. */
function once<T>(open: () => Promise<T>): { get(): Promise<T>; forget(): void } {
  let opening: Promise<T> | null = null;
  const forget = () => {
    opening = null;
  };
  return {
    get() {
      opening ??= open().catch((error: unknown) => {
        forget();
        throw error;
      });
      return opening;
    },
    forget,
  };
}
