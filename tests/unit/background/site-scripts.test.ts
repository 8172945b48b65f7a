import { beforeEach, describe, expect, it, vi } from 'vitest';
import { installHosts } from '../../../lib/page/hosts.ts';

interface Registered {
  id: string;
  matches: string[];
  excludeMatches: string[];
}
type Grants = { origins?: string[] };

/** The part of the browser that registration needs. */
const world = vi.hoisted(() => ({
  granted: [] as string[],
  registered: [] as Registered[],
  onAdded: [] as ((grants: Grants) => void)[],
  onRemoved: [] as ((grants: Grants) => void)[],
  tabs: [{ id: 7 }, {}] as { id?: number }[],
  started: [] as number[],
  messages: [] as [number, unknown][],
}));

vi.mock('wxt/browser', () => ({
  browser: {
    permissions: {
      getAll: async () => ({ origins: world.granted }),
      onAdded: { addListener: (run: (grants: Grants) => void) => world.onAdded.push(run) },
      onRemoved: { addListener: (run: (grants: Grants) => void) => world.onRemoved.push(run) },
    },
    scripting: {
      getRegisteredContentScripts: async () => world.registered,
      unregisterContentScripts: async () => {
        world.registered = [];
      },
      registerContentScripts: async (scripts: Registered[]) => {
        if (world.registered.length > 0) throw new Error('Duplicate script ID');
        world.registered = scripts;
      },
      insertCSS: async () => undefined,
      executeScript: async ({ target }: { target: { tabId: number } }) => {
        world.started.push(target.tabId);
      },
    },
    tabs: {
      query: async () => world.tabs,
      sendMessage: async (id: number, message: unknown) => {
        world.messages.push([id, message]);
      },
    },
  },
}));

const { watchPermissions, reconcileSiteScripts } = await import(
  '../../../lib/background/site-scripts.ts'
);
const { isPermissionRevoked } = await import('../../../lib/messages/permission-revoked.ts');
const openReview = 'https://openreview.net/*';

beforeEach(() => {
  Object.assign(world, { granted: [...installHosts], registered: [], onAdded: [], onRemoved: [] });
  Object.assign(world, { started: [], messages: [] });
});

describe('the script on granted sites', () => {
  it('is registered only for sites that were granted after the install', async () => {
    await reconcileSiteScripts();
    expect(world.registered).toEqual([]);
    world.granted.push(openReview);
    await reconcileSiteScripts();
    expect(world.registered).toMatchObject([
      { matches: [openReview], excludeMatches: installHosts },
    ]);
  });

  it('is reconciled after unseen changes of grants, after an update, and for concurrent calls', async () => {
    world.granted.push(openReview);
    await Promise.all([reconcileSiteScripts(), reconcileSiteScripts(), reconcileSiteScripts()]);
    expect(world.registered.length).toBe(1);
    world.registered = [];
    await reconcileSiteScripts();
    expect(world.registered.length).toBe(1);
    world.granted = [...installHosts, 'https://aclanthology.org/*'];
    await reconcileSiteScripts();
    expect(world.registered[0]?.matches).toEqual(['https://aclanthology.org/*']);
    world.granted = [...installHosts];
    await reconcileSiteScripts();
    expect(world.registered).toEqual([]);
  });

  it('starts in open tabs when a site is granted, and leaves them when it is revoked', async () => {
    watchPermissions(() => undefined);
    world.granted.push(openReview);
    for (const run of world.onAdded) run({ origins: [openReview] });
    await vi.waitFor(() => expect(world.started).toEqual([7]));
    expect(world.registered.length).toBe(1);

    world.granted = [...installHosts];
    for (const run of world.onRemoved) run({ origins: [openReview] });
    await vi.waitFor(() => expect(world.messages.length).toBe(1));
    expect(world.registered).toEqual([]);
    const message = world.messages[0]?.[1];
    expect(isPermissionRevoked(message, new URL('https://openreview.net/forum?id=1'))).toBe(true);
    expect(isPermissionRevoked(message, new URL('https://arxiv.org/abs/2403.01234'))).toBe(false);
  });

  it('calls back when hosts of the install are granted again, and for no other grant', async () => {
    const restored = vi.fn();
    watchPermissions(restored);
    for (const run of world.onAdded) run({ origins: ['https://huggingface.co/*'] });
    expect(restored).toHaveBeenCalledTimes(1);
    for (const run of world.onAdded) run({});
    await reconcileSiteScripts();
    expect(world.started).toEqual([]);
    expect(restored).toHaveBeenCalledTimes(1);
  });
});

it.each([null, 'withdrawn', {}, { kindredPage: 'withdrawn' }, { kindredPage: 'detection' }])(
  'takes %j for no withdrawal',
  (message) => {
    expect(isPermissionRevoked(message, new URL('https://openreview.net/'))).toBe(false);
  },
);
