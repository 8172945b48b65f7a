/** The detector on sites beyond those of the install: where the user gave them, or clicked. */
import { browser } from 'wxt/browser';
import { detectorScripts, detectorStyle, startDetector } from '../extension/start-detector.ts';
import { permissionRevoked } from '../messages/permission-revoked.ts';
import { grantedMatches } from '../page/granted-matches.ts';
import { installHosts } from '../page/hosts.ts';
import { covers } from '../page/match-pattern.ts';

const id = 'site';

let last: Promise<void> = Promise.resolve();

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

/** Makes the registered script match what is granted, whatever happened while nobody looked. */
export function reconcileSiteScripts(): Promise<void> {
  const turn = last.then(reconcileOnce);
  last = turn.catch((error: unknown) => {
    console.warn('Kindred: its script for sites you gave it could not be registered.', error);
  });
  return last;
}

/**
 * Follows the user's grants, wherever they are made: scripts are registered and started in open
 * tabs, or registered no more and told to leave. `restored` runs when hosts of the install come back.
 * Must be called at the start of the background.
 */
export function watchPermissions(restored: () => void): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void reconcileSiteScripts().then(() => startIn(origins));
    if (origins.some((origin) => covers(installHosts, origin))) restored();
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    void reconcileSiteScripts().then(() => leave(origins));
  });
  void reconcileSiteScripts();
}

async function startIn(origins: string[]): Promise<void> {
  const matches = grantedMatches(origins);
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches });
  // A tab that shows an error page or was closed meanwhile has nothing to detect.
  await Promise.allSettled(tabs.flatMap(({ id: tab }) => (tab ? startDetector(tab) : [])));
}

async function leave(origins: string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({});
  const told = tabs.flatMap(({ id: tab }) =>
    tab ? browser.tabs.sendMessage(tab, permissionRevoked(origins)) : [],
  );
  await Promise.allSettled(told);
}
