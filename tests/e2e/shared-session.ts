/**
 * One quiet session for all test files that leave the digest as it was: what the user may have
 * changed is put back after each, so that each finds what the first has found.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ExtensionApi } from '../browsers/extension-browser.ts';
import { until } from '../browsers/wait.ts';
import { Session } from './session.ts';

interface Found {
  stored: Record<string, unknown>;
  papers: number;
}

let idle: { session: Session; found: Found } | null = null;
const foundBy = new WeakMap<Session, Found>();

/** Runs in a page of the extension. */
const readStored = (api: ExtensionApi) => api.storage.local.get(null);

/** Runs in a page of the extension: puts back what was stored, and forgets what views remember. */
async function putBack(api: ExtensionApi, stored: Record<string, unknown>): Promise<void> {
  await api.storage.session.clear();
  const added = Object.keys(await api.storage.local.get(null)).filter((key) => !(key in stored));
  await api.storage.local.remove(added);
  await api.storage.local.set(stored);
}

async function whatIsThere(session: Session): Promise<Found> {
  const { papers } = await session.ask('status', {});
  return { papers, stored: await session.browser.inExtension(readStored, null) };
}

/** The session that an earlier file has left, or a new one. */
export async function acquireSharedSession(): Promise<Session> {
  if (idle) {
    const { session, found } = idle;
    idle = null;
    foundBy.set(session, found);
    return session;
  }
  const session = await Session.start();
  try {
    await session.quiet();
    foundBy.set(session, await whatIsThere(session));
  } catch (error) {
    await session.close();
    throw error;
  }
  return session;
}

/** Leaves it to the next file; it ends with the run. One that cannot be put back is closed. */
export async function releaseSharedSession(session: Session | undefined): Promise<void> {
  const found = session && foundBy.get(session);
  if (!session || !found) return;
  try {
    await session.browser.closeTabs();
    session.services.forget();
    await session.browser.inExtension(putBack, found.stored);
    // What it has in memory is of before.
    await session.browser.stopWorker();
    await until('everything to be as it was', async () =>
      isDeepStrictEqual(await whatIsThere(session), found),
    );
    idle = { session, found };
  } catch (error) {
    console.log(`The shared session is not left to the next file: ${error}`);
    await session.close();
  }
}
