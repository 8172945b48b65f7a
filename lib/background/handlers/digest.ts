/** Calls about the digest: its status, its update, import and export. */
import { exportFile } from '../../answers/import/exports.ts';
import { Imports } from '../../answers/import/imports.ts';
import {
  exportUserData,
  mergeUserData,
  undoUserData,
  unknownTopics,
} from '../../answers/import/merge-user-data.ts';
import { storedSizes } from '../../answers/user-data/stored-sizes.ts';
import { feedStatuses } from '../../digest/feeds/feed-state.ts';
import type { DigestStatus } from '../../digest/status.ts';
import type { digestCalls } from '../../messages/calls/digest.ts';
import type { Handlers } from '../../messages/contract.ts';
import { indexBytes } from '../../storage/index-bytes.ts';
import type { HandlerContext } from './context.ts';

/** The most steps of the update that a check by the user waits for. */
const maxAwaitedSteps = 20;

async function checkNow({ ports, jobs }: HandlerContext): Promise<DigestStatus> {
  const updater = await ports.updater();
  const before = await updater.status();
  await updater.askForCheck();
  for (let step = 0; step < maxAwaitedSteps; step++) {
    await jobs.nextStep();
    const after = await updater.status();
    if (after.lastCheck !== before.lastCheck || after.problem !== null) return after;
  }
  return updater.status();
}

export function digestHandlers(context: HandlerContext): Pick<Handlers, keyof typeof digestCalls> {
  const { ports, jobs, status, now } = context;
  const { digest, userData } = ports;
  const imports = new Imports({
    digest,
    mergeUserData: (data, undo) => mergeUserData(data, undo, userData, now()),
    undoUserData: (undo) => undoUserData(undo, userData),
    unknownTopics: async (data) => unknownTopics(data, await userData.get('topics')),
    takeIn: () => jobs.processQueues(),
    now,
  });
  /** Starts the update after a change, which also merges segments and stores the search snapshot. */
  async function thenUpdate<T>(change: Promise<T>): Promise<T> {
    const result = await change;
    void jobs.update();
    return result;
  }
  return {
    status,
    checkNow: () => checkNow(context),

    async pauseLoading({ paused }) {
      const updater = await ports.updater();
      await thenUpdate(updater.pause(paused));
      return updater.status();
    },

    async loadEverything({ wanted }) {
      const updater = await ports.updater();
      await thenUpdate(updater.loadEverything(wanted));
      return updater.status();
    },

    arxivFeeds: async () => feedStatuses(await ports.feedState.read()),
    storedSizes: () =>
      storedSizes({ digest, userData, indexBytes: () => indexBytes(ports.database) }),

    giveText: async ({ name, at, text }) => ({ held: imports.append(name, at, text) }),
    previewImport: ({ name }) => imports.preview(name),
    applyImport: ({ name }) => thenUpdate(imports.apply(name)),
    importProgress: () => imports.progress(),

    async undoImport({ undo }) {
      await thenUpdate(imports.undo(undo));
      return null;
    },

    export: ({ what }) =>
      exportFile(what, { digest, userData: () => exportUserData(userData), now }),

    async deleteEverything() {
      await context.reset();
      return null;
    },
  };
}
