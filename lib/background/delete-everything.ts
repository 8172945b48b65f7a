import { browser } from 'wxt/browser';
import type { BackgroundJobs } from '../jobs/jobs.ts';
import type { Ports } from './ports.ts';

/**
 * Deletes everything that Kindred stores on this device, and what is in memory of it. The first load
 * stays paused until the user resumes it.
 */
export async function deleteEverything(ports: Ports, jobs: BackgroundJobs): Promise<void> {
  await (await ports.updater()).pause(true);
  await jobs.idle();
  await ports.userData.clear();
  await ports.session.clear();
  await browser.storage.local.clear();
  await browser.storage.session.clear();
  await ports.database.destroy();
  ports.forget();
  jobs.forget();
  await (await ports.updater()).pause(true);
}
