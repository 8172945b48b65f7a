import { describe, expect, it } from 'vitest';
import { checksFailingSince } from '../../../lib/topics/failing-checks.ts';
import { badgeAlerts } from '../../../lib/topics/unread.ts';

const now = '2026-03-31T10:00:00.000Z';

describe('badgeAlerts', () => {
  const alert = (work: string, at: string, topic = 'a') => ({ work, topicIds: [topic], at });
  it.each([
    ['a work of today', [alert('x', now)], ['x']],
    ['one of 30 days ago', [alert('x', '2026-03-01T10:00:00.000Z')], ['x']],
    ['not one that is older', [alert('x', '2026-03-01T09:59:59.999Z')], []],
    ['not one of a topic that is quiet', [alert('x', now, 'quiet')], []],
    ['not one that was read', [alert('read', now)], []],
  ])('has %s', (_, alerts, works) => {
    expect(badgeAlerts(alerts, (id) => id === 'read', new Set(['a']), now)).toEqual(works);
  });
});

describe('checksFailingSince', () => {
  const problem = (since: string, onlineSince: string | null = since) => ({
    kind: 'refused' as const,
    since,
    nextTry: null,
    httpStatus: null,
    onlineSince,
  });
  const old = '2026-03-28T09:00:00.000Z';
  const yesterday = '2026-03-30T10:00:00.000Z';
  it.each([
    ['all is well', null, old, null],
    ['three days refused', problem(old), old, '2026-03-28'],
    ['refused for a day, after days on which the device was off', problem(yesterday), old, null],
    ['three days without a network', problem(old, null), old, null],
    ['refused for a day, after days without a network', problem(old, yesterday), old, null],
    ['never once checked, for three days', problem(old), null, '2026-03-28'],
  ] as const)('%s', (_, failure, lastCheck, since) => {
    expect(checksFailingSince({ problem: failure, lastCheck }, now)).toBe(since);
  });
});
