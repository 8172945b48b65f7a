/** Registers the detector on the sites that the user granted after the install. */
import { browser } from 'wxt/browser';
import { SerialQueue } from '../concurrency/serial-queue.ts';
import { detectorScripts, detectorStyle, startDetector } from '../extension/start-detector.ts';
import { permissionRevoked } from '../messages/permission-revoked.ts';
import { grantedMatches } from '../page/granted-matches.ts';
import { installHosts } from '../page/hosts.ts';
import { covers } from '../page/match-pattern.ts';

const id = 'site';

const queue = new SerialQueue();

async function reconcileOnce(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = grantedMatches(origins);
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (JSON.stringify([...(known?.matches ?? [])].sort()) === JSON.stringify(matches)) return;
  if (known) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id,
      matches,
      excludeMatches: installHosts,
      js: [...detectorScripts],
      css: [detectorStyle],
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
  ]);
}

/** Registers the script for exactly the sites that are granted now. Never rejects. */
export function reconcileSiteScripts(): Promise<void> {
  return queue.run(reconcileOnce).catch((error: unknown) => {
    console.warn('Kindred: the script for granted sites could not be registered.', error);
  });
}

/**
 * Follows the user's grants, wherever they are made: registers scripts and starts them in open tabs,
 * or unregisters them and has them remove themselves. `onRestored` runs when hosts of the install are
 * granted again. Must be called at the start of the background.
 */
export function watchPermissions(onRestored: () => void): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void reconcileSiteScripts().then(() => startIn(origins));
    if (origins.some((origin) => covers(installHosts, origin))) onRestored();
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    void reconcileSiteScripts().then(() => notifyRevoked(origins));
  });
  void reconcileSiteScripts();
}

async function startIn(origins: string[]): Promise<void> {
  const matches = grantedMatches(origins);
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches });
  // Fails in tabs that show an error page or were closed in the meantime.
  await Promise.allSettled(tabs.flatMap(({ id: tab }) => (tab ? startDetector(tab) : [])));
}

async function notifyRevoked(origins: string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({});
  const messages = tabs.flatMap(({ id: tab }) =>
    tab ? browser.tabs.sendMessage(tab, permissionRevoked(origins)) : [],
  );
  await Promise.allSettled(messages);
}
