/** Every port in its browser form. Nothing is opened before it is first used. */
import { browser } from 'wxt/browser';
import { Lazy } from '../concurrency/lazy.ts';
import { retentionMonths } from '../digest/feeds/categories.ts';
import { FeedReader } from '../digest/feeds/feed-reader.ts';
import type { FeedStateStore } from '../digest/feeds/feed-state.ts';
import type { ArxivSource } from '../digest/source.ts';
import type { DigestStore } from '../digest/store.ts';
import { checkIntervalMs } from '../digest/update/schedule.ts';
import type { UpdateStateStore } from '../digest/update/state.ts';
import { Updater } from '../digest/update/updater.ts';
import { openRelatedIndex, type RelatedIndex } from '../index/related-index.ts';
import type { JobPorts } from '../jobs/jobs.ts';
import type { SyncSources } from '../jobs/sync/sync-once.ts';
import { SyncScheduler } from '../jobs/sync/sync-scheduler.ts';
import { arxivFeedSource } from '../network/arxiv-feed-source.ts';
import { arxivSource } from '../network/arxiv-source.ts';
import { dailyPapersSource } from '../network/daily-papers-source.ts';
import { PersistentSearch } from '../search/persistent-search.ts';
import { DatabaseConnection } from '../storage/database.ts';
import { IndexedDbDigestStore } from '../storage/digest-store.ts';
import { indexStorage } from '../storage/index-storage.ts';
import { searchStore } from '../storage/search-store.ts';
import { SessionStore } from '../storage/session-store.ts';
import { feedStateStore, updateStateStore } from '../storage/state-stores.ts';
import { syncArea } from '../storage/sync-area.ts';
import { LocalUserDataStore, type StorageArea } from '../storage/user-data-store.ts';
import type { UserDataStore } from '../user-data/user-data.ts';
import { setAlarm, setAlarmBy } from './alarms.ts';
import { showBadge } from './badge.ts';
import { isViewOpen, showNotification } from './notifications.ts';

export interface Ports extends JobPorts {
  database: DatabaseConnection;
  session: SessionStore;
  search: PersistentSearch;
  arxiv: ArxivSource;
  updateState: UpdateStateStore;
  updater(): Promise<Updater>;
  feedState: FeedStateStore;
  /** Forgets what is in memory, after everything was deleted. */
  forget(): void;
}

/** By then an answer has left the background, which loading the search keeps busy. */
const afterAnswerMs = 150;

const hasAccessTo = (origin: string) => () => browser.permissions.contains({ origins: [origin] });
const hasArxivAccess = hasAccessTo('*://*.arxiv.org/*');
const now = () => new Date().toISOString();

export function openPorts(
  database: DatabaseConnection = new DatabaseConnection(),
  area: StorageArea = browser.storage.local,
): Ports {
  const digest = new IndexedDbDigestStore(database);
  const userData = new LocalUserDataStore(area);
  const arxiv = arxivSource({ hasAccess: hasArxivAccess });
  const updateState = updateStateStore(database);
  const feedState = feedStateStore(database);
  const indexRecords = indexStorage(database);
  const index = new Lazy(() => openRelatedIndex(indexRecords));
  const search = openSearch(database, digest, () => index.get());
  const updater = new Lazy(() => openUpdater({ digest, userData, arxiv, updateState }));
  const feeds = new Lazy(() => openFeeds({ digest, userData, feedState, updateState }));
  return {
    database,
    digest,
    userData,
    session: new SessionStore(),
    index: () => index.get(),
    async clearIndex() {
      await indexRecords.clear();
      index.forget();
    },
    search,
    arxiv,
    updateState,
    updater: () => updater.get(),
    feedState,
    feeds: () => feeds.get(),
    sync: new SyncScheduler(syncSources(userData, () => index.get())),
    setAlarm,
    showBadge,
    isViewOpen,
    showNotification,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    now,
    forget() {
      for (const held of [index, search, updater, feeds]) held.forget();
    },
  };
}

function openSearch(
  database: DatabaseConnection,
  digest: DigestStore,
  index: () => Promise<RelatedIndex>,
): PersistentSearch {
  const words = {
    match: async (...query: Parameters<RelatedIndex['match']>) => (await index()).match(...query),
  };
  const later = (run: () => void) => setTimeout(run, afterAnswerMs);
  return new PersistentSearch({ words, digest, store: searchStore(database), later });
}

async function openUpdater({
  digest,
  userData,
  arxiv,
  updateState,
}: Pick<Ports, 'digest' | 'userData' | 'arxiv' | 'updateState'>): Promise<Updater> {
  return new Updater({
    source: dailyPapersSource({ hasAccess: hasAccessTo('https://huggingface.co/*') }),
    arxiv,
    store: digest,
    state: updateState,
    now: Date.now,
    random: Math.random,
    offset: await installOffset(userData),
    online: () => navigator.onLine,
  });
}

async function openFeeds({
  digest,
  userData,
  feedState,
  updateState,
}: Pick<Ports, 'digest' | 'userData' | 'feedState' | 'updateState'>): Promise<FeedReader> {
  return new FeedReader({
    source: arxivFeedSource({ hasAccess: hasArxivAccess }),
    store: digest,
    feeds: feedState,
    updateState,
    settings: async () => {
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
  });
}

const syncSources = (userData: UserDataStore, index: () => Promise<RelatedIndex>): SyncSources => ({
  userData,
  account: syncArea,
  paperIds: async () => (await index()).ids(),
  wakeAt: (time) => setAlarm('copy', time),
  wakeBy: (time) => setAlarmBy('copy', time),
  now,
});

/** This install's offset in the three hours between checks, in milliseconds, drawn once. */
async function installOffset(userData: UserDataStore): Promise<number> {
  const install = await userData.update(
    'install',
    (known) =>
      known ?? {
        id: crypto.randomUUID(),
        offset: Math.floor(Math.random() * checkIntervalMs),
        installedAt: now(),
      },
  );
  return install?.offset ?? 0;
}
