import { describe, expect, it } from 'vitest';
import { checksFailingSince } from '../../../lib/topics/failing-checks.ts';
import { badgeWorks } from '../../../lib/topics/unread.ts';

const now = '2026-03-31T10:00:00.000Z';

describe('badgeWorks', () => {
  const alert = (work: string, at: string, topic = 'a') => ({ work, topicIds: [topic], at });
  it.each([
    ['a work of today', [alert('x', now)], ['x']],
    ['one of 30 days ago', [alert('x', '2026-03-01T10:00:00.000Z')], ['x']],
    ['not one that is older', [alert('x', '2026-03-01T09:59:59.999Z')], []],
    ['not one of a topic that is quiet', [alert('x', now, 'quiet')], []],
    ['not one that was read', [alert('read', now)], []],
  ])('has %s', (_, alerts, works) => {
    expect(badgeWorks(alerts, (id) => id === 'read', new Set(['a']), now)).toEqual(works);
  });
});

describe('checksFailingSince', () => {
  const problem = (kind: 'offline' | 'refused', since: string) => ({
    kind,
    since,
    nextTry: null,
    httpStatus: null,
  });
  const old = '2026-03-28T09:00:00.000Z';
  it.each([
    ['all is well', null, old, null],
    ['three days refused', problem('refused', old), old, '2026-03-28'],
    ['two days refused', problem('refused', old), '2026-03-29T10:00:00.000Z', null],
    ['three days offline', problem('offline', old), old, null],
    ['never once checked, for three days', problem('refused', old), null, '2026-03-28'],
  ] as const)('%s', (_, failure, lastCheck, since) => {
    expect(checksFailingSince({ problem: failure, lastCheck }, now)).toBe(since);
  });
});
