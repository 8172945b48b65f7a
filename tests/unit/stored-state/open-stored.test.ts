/** Today's version opens what each older version stored. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { sendDailyNotification } from '../../../lib/jobs/daily-notification.ts';
import type { DigestRecord } from '../../../lib/paper/paper.ts';
import { readFixture, segmentsIn } from '../../stored-state/fixture.ts';
import type { MemoryArea } from '../memory-storage-area.ts';
import { answersOf, firstStart, type Installation, restore, startOn } from './installation.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe.each(['chromium', 'firefox'] as const)('what 0.1 stored in %s', (name) => {
  const state = readFixture(name);
  const { answers } = state;
  let area: MemoryArea;
  let installed: Installation;
  beforeEach(async () => {
    area = await restore(state);
    installed = startOn(area);
    await firstStart(installed);
  });

  it('is rich enough to show a loss', () => {
    expect(Number(answers.badge)).toBeGreaterThan(1);
    expect(answers.unread.filter(({ ids }) => ids.length > 0).length).toBeGreaterThan(2);
    expect(answers.related.filter(({ ids }) => ids.length > 1).length).toBeGreaterThan(1);
    expect(answers.searches.every(({ ids }) => ids.length > 0)).toBe(true);
    expect(answers.readingList.length).toBeGreaterThan(2);
    expect(segmentsIn(state.databases)).toBeGreaterThan(1);
  });

  it('is answered as 0.1 answered it: papers, topics, marks, mutes, settings, news', async () => {
    expect(await answersOf(installed, answers)).toEqual(answers);
  });

  it('is exported as 0.1 exported it', async () => {
    const own = await installed.ask('export', { what: 'user-data' });
    const withoutMoment = (text: string) => text.replace(/"exported":"[^"]*"/, '"exported":""');
    expect(withoutMoment(own.text)).toBe(withoutMoment(state.exported));
    const digest = await installed.ask('export', { what: 'digest' });
    expect(digest.text.split('\n').sort()).toEqual(state.digest.split('\n').sort());
    const ids = digest.text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('alerts to nothing a second time when a check brings the same papers', async () => {
    const { digest } = installed.ports;
    const all: DigestRecord[] = [];
    for await (const records of digest.recordBatches(500)) all.push(...records);
    const at = new Date(Date.now() + 60_000).toISOString();
    await digest.put(all, { kind: 'check', at });
    // A background killed before it removes what it has shown to topics shows it again.
    await installed.ports.database.transact(['arrivals'], 'readwrite', (transaction) =>
      Promise.all(
        answers.unread
          .flatMap(({ ids }) => ids)
          .map((id) => transaction.objectStore('arrivals').add({ id, kind: 'check', at })),
      ),
    );
    await installed.jobs.processQueues();
    expect(await answersOf(startOn(area), answers)).toEqual(answers);
  });

  it('is not notified of a second time: tomorrow’s notification is about what came since', async () => {
    const counts: number[] = [];
    const showNotification = async ({ total }: { total: number }) => void counts.push(total);
    const sources = {
      ...installed.ports,
      setAlarm: async () => undefined,
      showNotification,
      isViewOpen: async () => false,
    };
    const { userData } = installed.ports;
    const [{ upTo }, alerts, marks] = await Promise.all([
      userData.get('notices'),
      userData.get('alerts'),
      userData.get('marks'),
    ]);
    const since = Object.keys(alerts).filter((id) => {
      return !marks[id]?.read && (alerts[id]?.at ?? '') > (upTo ?? '');
    });
    expect(since.length).toBeGreaterThan(1);
    expect(since.length).toBeLessThan(Number(answers.badge));
    for (let day = 0; day < 3; day++) {
      await sendDailyNotification(sources);
      vi.setSystemTime(Date.now() + 86_400_000);
    }
    expect(counts).toEqual([since.length]);
  });

  it('can be undone: the import of papers, and of the user’s own data', async () => {
    await installed.ask('undoImport', { undo: 'papers' });
    await installed.ask('undoImport', { undo: 'own' });
    const { papers } = await installed.ask('status', {});
    expect(answers.papers - papers).toBe(12);
    const names = (await installed.ask('topics', {})).map((topic) => topic.name);
    expect(names).not.toContain('From a file');
    expect(names).toHaveLength(answers.topics.length - 1);
  });

  it('syncs without a change', async () => {
    const before = await browser.storage.sync.get(null);
    expect(Object.keys(before).length).toBeGreaterThan(3);
    vi.setSystemTime(Date.now() + 120_000);
    const { topics } = answers;
    await installed.ask('startSync', {});
    expect(await installed.ask('topics', {})).toEqual(topics);
    expect(Object.keys(await browser.storage.sync.get(null)).sort()).toEqual(
      Object.keys(before).sort(),
    );
  });
});
