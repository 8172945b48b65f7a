import { browser } from 'wxt/browser';
import type { Maintenance } from './maintenance.ts';
import type { Ports } from './ports.ts';

/**
 * Deletes all that Kindred keeps on this device, and what the worker holds of it in memory. The
 * first load stays paused until the user resumes it.
 */
export async function deleteEverything(ports: Ports, upkeep: Maintenance): Promise<void> {
  await (await ports.updater()).pause(true);
  await upkeep.settled();
  await ports.userData.clear();
  await ports.session.clear();
  await browser.storage.local.clear();
  await browser.storage.session.clear();
  await ports.database.destroy();
  ports.forget();
  upkeep.forget();
  await (await ports.updater()).pause(true);
}
