import { expect, it } from 'vitest';
import { withRetryAlarm } from '../../../lib/jobs/alarms.ts';

it.each<[string, { nextAlarm?: number | null }, (number | null)[]]>([
  ['sets the next alarm', { nextAlarm: 9 }, [5, 9]],
  ['clears it', { nextAlarm: null }, [5, null]],
  ['keeps the retry', {}, [5]],
])('%s after the work', async (_, outcome, expected) => {
  const alarms: (number | null)[] = [];
  const setAlarm = async (time: number | null) => void alarms.push(time);
  await withRetryAlarm(setAlarm, 5, async () => {
    expect(alarms).toEqual([5]);
    return outcome;
  });
  expect(alarms).toEqual(expected);
});

it('keeps the retry when the work fails', async () => {
  const alarms: (number | null)[] = [];
  const setAlarm = async (time: number | null) => void alarms.push(time);
  const failing = async () => Promise.reject(new Error('failed'));
  await expect(withRetryAlarm(setAlarm, 5, failing)).rejects.toThrow('failed');
  expect(alarms).toEqual([5]);
});
