import { beforeEach, describe, expect, it } from 'vitest';
import {
  type NotificationSources,
  sendDailyNotification,
} from '../../../lib/jobs/daily-notification.ts';
import type { UnreadSummary } from '../../../lib/jobs/unread-summary.ts';
import { LocalUserDataStore } from '../../../lib/storage/user-data-store.ts';
import {
  enableNotifications,
  isNotificationDue,
  nextNotification,
  shouldOfferNotifications,
} from '../../../lib/topics/notification-schedule.ts';
import { makeTopic } from '../../../lib/topics/topic.ts';
import { Life } from '../killable.ts';
import { MemoryArea } from '../memory-storage-area.ts';

/** By the device's clock. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 2, day, hour, minute);
const nine = 9 * 60;
const off = { on: false, minute: nine, lastDay: null, upTo: null };
const on = enableNotifications(off, nine, at(1, 8));

describe('the time of the day', () => {
  it.each([
    ['before it', at(1, 8, 59), false],
    ['at it', at(1, 9), true],
    ['after it, when the device was asleep', at(1, 15), true],
    ['after midnight', at(2, 0, 30), false],
  ])('%s', (_, now, isDue) => {
    expect(isNotificationDue(on, now)).toBe(isDue);
  });

  it('is over on the day on which it was set too late, and on a day that is done', () => {
    expect(isNotificationDue(enableNotifications(off, nine, at(1, 10)), at(1, 11))).toBe(false);
    expect(isNotificationDue({ ...on, lastDay: '2026-03-01' }, at(1, 23))).toBe(false);
    expect(isNotificationDue({ ...on, lastDay: '2026-03-01' }, at(2, 9))).toBe(true);
  });

  it('comes next on the same day, the next one, or at once', () => {
    expect(nextNotification(on, at(1, 8))).toBe(at(1, 9).getTime());
    expect(nextNotification({ ...on, lastDay: '2026-03-01' }, at(1, 9))).toBe(at(2, 9).getTime());
    expect(nextNotification(on, at(1, 12))).toBe(at(1, 12).getTime());
  });

  it('does not come twice a day when it is changed', () => {
    const done = { ...on, lastDay: '2026-03-01' };
    expect(isNotificationDue(enableNotifications(done, 11 * 60, at(1, 10)), at(1, 12))).toBe(false);
  });
});

it('is offered a week after the first topic', () => {
  const created = '2026-03-01T10:00:00.000Z';
  expect(shouldOfferNotifications([], '2026-03-09T10:00:00.000Z')).toBe(false);
  expect(shouldOfferNotifications([{ created }], '2026-03-08T09:59:59.999Z')).toBe(false);
  expect(shouldOfferNotifications([{ created }], '2026-03-08T10:00:00.000Z')).toBe(true);
});

describe('a notification', () => {
  let area: MemoryArea;
  let shown: UnreadSummary[];
  let now: Date;
  let isOpen: boolean;
  let alarm: number | null;
  const topics = [
    makeTopic({ id: 'a', name: 'Sparse', query: 'sparse', created: at(1, 0).toISOString() }),
    makeTopic({ id: 'q', name: 'Quiet', query: 'x', created: at(1, 0).toISOString(), quiet: true }),
  ];

  function sources(life: Life | null = null): NotificationSources {
    const userData = new LocalUserDataStore(life ? life.wrap(area) : area);
    const outside = {
      isViewOpen: async () => isOpen,
      showNotification: async (unread: UnreadSummary) => void shown.push(unread),
      setAlarm: async (time: number | null) => {
        alarm = time;
      },
    };
    return {
      userData,
      digest: { get: async () => [] },
      ...(life ? life.wrap(outside) : outside),
      now: () => now.toISOString(),
    };
  }

  const alert = (id: string, when: Date, topic = 'a') =>
    new LocalUserDataStore(area).update('alerts', (alerts) => ({
      ...alerts,
      [id]: { topics: [topic], at: when.toISOString() },
    }));

  beforeEach(async () => {
    area = new MemoryArea();
    shown = [];
    isOpen = false;
    alarm = null;
    now = at(1, 9);
    const userData = new LocalUserDataStore(area);
    await userData.update('topics', () => topics);
    await userData.update('notices', () => on);
  });

  it('has what is new since the last one, once a day at most', async () => {
    await alert('arxiv:0', at(1, 7));
    await alert('arxiv:1', at(1, 8, 30));
    await sendDailyNotification(sources());
    expect(shown).toEqual([{ total: 1, topics: [{ name: 'Sparse', count: 1 }] }]);
    expect(alarm).toBe(at(2, 9).getTime());
    await alert('arxiv:2', at(1, 10));
    now = at(1, 11);
    await sendDailyNotification(sources());
    expect(shown).toHaveLength(1);
    now = at(2, 9, 1);
    await sendDailyNotification(sources());
    expect(shown).toHaveLength(2);
    expect(shown[1]?.total).toBe(1);
  });

  it.each([
    ['nothing is new', async () => undefined],
    ['what is new is for a quiet topic', () => alert('arxiv:1', at(1, 8, 30), 'q')],
    [
      'one of Kindred’s views is open',
      () => {
        isOpen = true;
        return alert('arxiv:1', at(1, 8, 30));
      },
    ],
    [
      'another device announced it before',
      async () => {
        await alert('arxiv:1', at(1, 8, 30));
        const { shortHash } = await import('../../../lib/sync/short-hash.ts');
        const told = { [shortHash('arxiv:1')]: at(1, 8).toISOString() };
        await new LocalUserDataStore(area).update('copying', (copying) => ({ ...copying, told }));
      },
    ],
    [
      'it is off',
      async () => {
        await alert('arxiv:1', at(1, 8, 30));
        await new LocalUserDataStore(area).update('notices', (settings) => ({
          ...settings,
          on: false,
        }));
      },
    ],
  ])('is not shown when %s', async (_, prepare) => {
    await prepare();
    await sendDailyNotification(sources());
    expect(shown).toEqual([]);
  });

  it('is never shown twice by a worker killed in any call', async () => {
    let died = 0;
    for (let nth = 1; ; nth++) {
      shown = [];
      alarm = null;
      await new LocalUserDataStore(area).update('notices', () => on);
      await alert('arxiv:1', at(1, 8, 30));
      const life = new Life(nth, true);
      const outcome = await life.race(sendDailyNotification(sources(life)));
      const { lastDay } = await new LocalUserDataStore(area).get('notices');
      expect(lastDay === null || alarm !== null, `call ${nth} leaves an alarm`).toBe(true);
      await sendDailyNotification(sources());
      expect(shown.length, `call ${nth}`).toBeLessThanOrEqual(1);
      if (outcome !== 'died') break;
      died += 1;
    }
    expect(died).toBeGreaterThan(5);
  });
});
