/** Today's version on what a newer one stored: nothing is lost, and the user hears what to do. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { readFixture, type StoredState } from '../../stored-state/fixture.ts';
import { dumpDatabases } from '../../stored-state/in-page.ts';
import { firstStart, type Installation, restore, startOn } from './installation.ts';

const stored = readFixture('chromium');
const keys = Object.keys(stored.storage.local);
type Envelope = { version: number; data: unknown };

/** The fixture as a newer version would have changed it. */
function newer(change: (state: StoredState) => void): StoredState {
  const state = structuredClone(stored);
  change(state);
  return state;
}

const raised = (state: StoredState, only: (key: string) => boolean) => {
  for (const [key, item] of Object.entries(state.storage.local)) {
    if (key.startsWith('authored.') && only(key)) {
      state.storage.local[key] = { version: 9, data: { entries: (item as Envelope).data } };
    }
  }
};

/** Everything a user may do that writes; each may be refused, and says what to do then. */
async function doEverything({ ask, jobs }: Installation): Promise<string[]> {
  const [like] = stored.answers.readingList;
  const id = like?.id ?? '';
  const { id: topic } = stored.answers.topics[0] as { id: string };
  const own = JSON.stringify({ format: 'kindred', version: 1, topics: stored.answers.topics });
  const thing = { kind: 'word', what: 'otter' } as const;
  const tries: (() => Promise<unknown>)[] = [
    () => jobs.processQueues(),
    () => ask('follow', { name: 'New', query: 'new' }),
    () => ask('markRead', { ids: [id], read: true }),
    () => ask('save', { ids: [id], saved: false }),
    () => ask('ignore', { thing, ignored: true, keep: true }),
    () => ask('muteInTopic', { topic, thing, ignored: true }),
    () => ask('setPanel', { pageKind: 'arxiv:pdf', start: 'hidden' }),
    () => ask('changeSettings', { readByViewing: true }),
    () => ask('setNotifications', { on: true, minute: 5 }),
    () => ask('startSync', {}),
    () => ask('giveText', { name: 'own', at: 0, text: own }),
    () => ask('applyImport', { name: 'own' }),
  ];
  const refused: string[] = [];
  for (const attempt of tries) {
    await attempt().catch((error: { failure?: { code: string; message: string } }) => {
      if (error.failure?.code !== 'newer') throw error;
      refused.push(error.failure.message);
    });
  }
  return refused;
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a downgrade', () => {
  it('changes no user data of a newer version, here or in the account', async () => {
    const state = newer((one) => raised(one, () => true));
    const area = await restore(state);
    const refused = await doEverything(startOn(area));
    expect(refused.length).toBeGreaterThan(6);
    for (const message of refused) expect(message).toContain('Update Kindred');
    expect(await area.get(keys)).toEqual(state.storage.local);
    expect(await browser.storage.sync.get(null)).toEqual(state.storage.sync);
  });

  it('takes no topic from the account where only topics are newer', async () => {
    const state = newer((one) => raised(one, (key) => key === 'authored.topics'));
    const area = await restore(state);
    await doEverything(startOn(area));
    expect(await area.get('authored.topics')).toEqual({
      'authored.topics': state.storage.local['authored.topics'],
    });
    const topics = (items: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(items).filter(([key]) => key.startsWith('topic.')));
    expect(topics(await browser.storage.sync.get(null))).toEqual(topics(state.storage.sync));
  });

  it('deletes no database of a newer version', async () => {
    const state = newer(({ databases }) => {
      for (const database of Object.values(databases)) database.version += 1;
    });
    const area = await restore(state);
    const installed = startOn(area);
    await expect(firstStart(installed)).rejects.toThrow('Update Kindred');
    for (const name of ['status', 'unread'] as const) {
      await expect(installed.ask(name, {})).rejects.toMatchObject({ failure: { code: 'newer' } });
    }
    expect(await dumpDatabases()).toEqual(state.databases);
  });

  it('keeps keys and fields that this version does not know', async () => {
    const added = { future: { of: ['tomorrow'] } };
    const state = newer(({ storage: { local } }) => {
      local['authored.future'] = { version: 1, data: added };
      for (const kind of ['topics', 'marks', 'alerts', 'shelf', 'ignored']) {
        const { data } = local[`authored.${kind}`] as { data: Record<string, object> };
        for (const entry of Object.values(data)) Object.assign(entry, added);
      }
      for (const kind of ['settings', 'notices', 'install']) {
        Object.assign((local[`authored.${kind}`] as { data: object }).data, added);
      }
    });
    const area = await restore(state);
    const installed = startOn(area);
    await firstStart(installed);
    expect(await doEverything(installed)).toEqual([]);
    await installed.ask('notThisPaper', {
      paper: stored.answers.related[0]?.page as never,
      refused: true,
      keep: true,
    });
    const after = await area.get([...keys, 'authored.future']);
    expect(after['authored.future']).toEqual({ version: 1, data: added });
    const count = (items: unknown) => JSON.stringify(items).split('"future":{"of"').length;
    for (const key of keys.filter((one) => one !== 'authored.undo')) {
      expect([key, count(after[key])]).toEqual([key, count(state.storage.local[key])]);
    }
  });
});
