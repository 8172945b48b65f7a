/** Every call of the contract, answered from the ports. Nothing is written for a private window. */

import { exportFile } from '../../answers/import/exports.ts';
import { Imports } from '../../answers/import/imports.ts';
import {
  exportUserData,
  mergeUserData,
  undoUserData,
  unknownTopics,
} from '../../answers/import/merge-user-data.ts';
import { latestPapers, withMarks } from '../../answers/papers/latest-papers.ts';
import { withListingCache } from '../../answers/papers/listing-cache.ts';
import { searchAnswer } from '../../answers/papers/search.ts';
import { fetchClaimFromArxiv, pagePaperOf } from '../../answers/related/arxiv-abstract.ts';
import { relatedAnswer } from '../../answers/related/related.ts';
import { examplePreview } from '../../answers/topics/example-preview.ts';
import {
  editTopic,
  followTopic,
  restoreTopic,
  type TopicSources,
  topicPreview,
  topicReasons,
  unfollowTopic,
} from '../../answers/topics/topics.ts';
import { unreadAnswer } from '../../answers/topics/unread.ts';
import { marksOf, setMark } from '../../answers/user-data/marks.ts';
import { listMutes, muteInTopic, mutesBeside } from '../../answers/user-data/mutes.ts';
import { isRejected } from '../../answers/user-data/rejected-detections.ts';
import { changeSettings, setPanelStart } from '../../answers/user-data/settings.ts';
import { storedSizes } from '../../answers/user-data/stored-sizes.ts';
import { feedStatuses } from '../../digest/feeds/feed-state.ts';
import { FailureError } from '../../failure/failure.ts';
import { trainExampleTopics } from '../../jobs/train-example-topics.ts';
import type { Handlers } from '../../messages/contract.ts';
import type { PaperId } from '../../paper/paper.ts';
import { indexBytes } from '../../storage/index-bytes.ts';
import { storePinHintSeen } from '../../storage/pin-hint.ts';
import { storePopupState } from '../../storage/popup-state-store.ts';
import { recordTopicOrigin, wasCreatedFromTab } from '../../storage/topic-origin-store.ts';
import { parseStoredTopic } from '../../topics/stored-topics.ts';
import { toTopic } from '../../topics/topic.ts';
import type { Maintenance } from '../maintenance.ts';
import type { Ports } from '../ports.ts';
import { refusePrivate } from '../refuse-private.ts';
import { createSyncScheduler, type SyncScheduler } from '../sync-scheduler.ts';
import { pageHandlers } from './page.ts';
import { readerHandlers } from './reader.ts';
import { savedPaperHandlers } from './saved-papers.ts';
import { syncAndNotificationHandlers } from './sync-and-notifications.ts';

const now = () => new Date().toISOString();
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
/** A check the reader asked for is waited for, so many steps of the update at most. */
const stepsWaitedFor = 20;

export function createHandlers(
  ports: Ports,
  upkeep: Maintenance,
  reset: () => Promise<void>,
  copier: SyncScheduler = createSyncScheduler(ports, upkeep.takeIn),
): Handlers {
  const { digest, authored, session } = ports;
  const status = async () => (await ports.updater()).status();
  const marks = (ids: PaperId[]) => marksOf(authored, ids);
  const arxivWeek = async () => {
    const { arxiv } = await authored.get('settings');
    if (!arxiv || arxiv.categories.length === 0) return null;
    const { added } = await ports.feedState.read();
    const papers = await digest.get([...new Set(Object.values(added).flat())]);
    return {
      papers: papers.filter(({ listedAt }) => listedAt === null),
      days: Object.keys(added).length,
    };
  };
  const topics: TopicSources = {
    authored,
    digest: withListingCache(digest, now),
    words: ports.index,
    now,
    newId: () => crypto.randomUUID(),
    arxivWeek,
  };
  const imports = new Imports({
    digest,
    mergeAuthored: (data, undo) => mergeUserData(data, undo, authored, now()),
    undoAuthored: (undo) => undoUserData(undo, authored),
    freshTopics: async (data) => unknownTopics(data, await authored.get('topics')),
    takeIn: upkeep.takeIn,
    now,
  });

  const learn = () => trainExampleTopics({ digest, authored, index: ports.index });

  return {
    ...savedPaperHandlers(ports),
    ...readerHandlers(ports, upkeep),
    ...pageHandlers(ports, upkeep),
    ...syncAndNotificationHandlers(ports, copier),

    async related(request) {
      await upkeep.ready();
      return upkeep.healed(async () => {
        const index = await ports.index();
        return relatedAnswer(request, {
          digest,
          related: (query) => index.related(query),
          marks,
          met: (paper) => session.find(paper),
          ignored: (keys) => mutesBeside(keys, authored),
          refused: (paper) => isRejected(paper, authored),
          status,
        });
      });
    },

    async ignoreInTopic(request, caller) {
      refusePrivate(caller);
      await muteInTopic(request, authored);
      await learn();
      await upkeep.refreshBadge();
      return null;
    },

    ignored: () => listMutes(authored),

    async askArxiv({ arxivId }, caller) {
      refusePrivate(caller);
      const { arxiv, updateState: state } = ports;
      const claim = await fetchClaimFromArxiv(arxivId, { arxiv, state, now: Date.now, wait });
      if (claim !== null) await session.remember([pagePaperOf(claim)]);
      return { found: claim !== null };
    },

    status,

    async markRead({ ids, read }, caller) {
      refusePrivate(caller);
      await setMark(authored, 'read', ids, read, now());
      await upkeep.refreshBadge();
      return null;
    },

    async previewTopic(request) {
      await upkeep.ready();
      return topicPreview(request, topics);
    },

    async previewLike(request) {
      await upkeep.ready();
      return examplePreview(request, { authored, digest: topics.digest, index: ports.index, now });
    },

    async follow(request, caller) {
      refusePrivate(caller);
      const topic = await followTopic(request, topics);
      await learn();
      await recordTopicOrigin(topic.id, caller.tabId);
      return topic;
    },

    async undoFollow({ id }, caller) {
      if (!(await wasCreatedFromTab(id, caller.tabId))) {
        throw new FailureError({
          code: 'not-allowed',
          message: 'This topic was not made here. Unfollow it from Kindred’s popup.',
        });
      }
      await unfollowTopic(id, authored);
      await upkeep.refreshBadge();
      return null;
    },

    settings: () => authored.get('settings'),

    async setPanel(request, caller) {
      if (!caller.private) await setPanelStart(request, authored);
      return null;
    },

    async changeSettings(changes) {
      const settings = await changeSettings(changes, authored);
      if (changes.arxiv !== undefined) void upkeep.run();
      return settings;
    },

    async search(request) {
      await upkeep.ready();
      const sources = { search: ports.search, digest, marks, status };
      return upkeep.healed(() => searchAnswer(request, sources));
    },

    async rememberPopup(state, caller) {
      if (!caller.private) await storePopupState(state, new Date());
      return null;
    },

    async pinHintSeen() {
      await storePinHintSeen();
      return null;
    },

    async latest({ limit }) {
      await upkeep.ready();
      const papers = await latestPapers(limit, digest);
      return { papers: await withMarks(papers, authored), status: await status() };
    },

    async unread() {
      await upkeep.ready();
      return unreadAnswer({ authored, digest, index: ports.index, now });
    },

    async topics() {
      return (await authored.get('topics')).map((topic) => toTopic(parseStoredTopic(topic)));
    },

    async editTopic(request, caller) {
      refusePrivate(caller);
      const topic = await editTopic(request, topics);
      await learn();
      await upkeep.refreshBadge();
      return topic;
    },

    topicReasons: (request) => topicReasons(request, topics),

    async unfollow({ id }, caller) {
      refusePrivate(caller);
      await unfollowTopic(id, authored);
      await upkeep.refreshBadge();
      return null;
    },

    async restoreTopic({ topic }, caller) {
      refusePrivate(caller);
      await restoreTopic(topic, authored);
      await learn();
      await upkeep.refreshBadge();
      return null;
    },

    async checkNow() {
      const updater = await ports.updater();
      const before = await updater.status();
      await updater.askForCheck();
      for (let step = 0; step < stepsWaitedFor; step++) {
        const stepped = upkeep.stepped();
        void upkeep.run();
        await stepped;
        const after = await updater.status();
        if (after.lastCheck !== before.lastCheck || after.problem !== null) return after;
      }
      return updater.status();
    },

    async pauseLoading({ paused }) {
      const updater = await ports.updater();
      await updater.pause(paused);
      void upkeep.run();
      return updater.status();
    },

    async loadEverything({ wanted }) {
      const updater = await ports.updater();
      await updater.loadEverything(wanted);
      void upkeep.run();
      return updater.status();
    },

    giveText: async ({ name, at, text }) => ({ held: imports.give(name, at, text) }),
    previewImport: ({ name }) => imports.preview(name),
    async applyImport({ name }) {
      const result = await imports.apply(name);
      // What the import has left to idle moments: merging, and the search's snapshot.
      void upkeep.run();
      return result;
    },
    importProgress: () => imports.progress(),

    async undoImport({ undo }) {
      await imports.undo(undo);
      void upkeep.run();
      return null;
    },

    arxivFeeds: async () => feedStatuses(await ports.feedState.read()),

    storedSizes: () =>
      storedSizes({ digest, authored, indexBytes: () => indexBytes(ports.database) }),

    export: ({ what }) =>
      exportFile(what, { digest, authored: () => exportUserData(authored), now }),

    async deleteEverything() {
      await reset();
      return null;
    },
  };
}
