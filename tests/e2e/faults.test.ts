import { describe, expect, it } from 'vitest';
import { fireAlarms } from '../browsers/extension-calls.ts';
import type { Fault } from '../stand-in/faults.ts';
import { Session } from './session.ts';

const faults: [string, Fault][] = [
  ['closes the connection', { kind: 'refuse' }],
  ['answers with HTML', { kind: 'html' }],
  ['breaks off in the middle', { kind: 'cut-off' }],
  ['asks to wait', { kind: 'status', status: 429, headers: { ratelimit: '"api";r=0;t=2' } }],
  ['has failed itself', { kind: 'status', status: 500 }],
];

describe('when Daily Papers', () => {
  it.each(faults)('%s, everything stored still works', async (_, fault) => {
    let ends = () => {};
    const session = await Session.forTest({
      prepareStandIn: (standIn) => {
        ends = standIn.fail({ path: '/api/daily_papers' }, fault);
      },
    });
    const status = await session.status('a problem', ({ problem }) => problem !== null);
    expect(status.papers).toBe(58);
    expect(status.lastCheck).toBeNull();
    expect(status.problem?.nextTry).not.toBeNull();
    const page = await session.browser.open(
      session.abs(session.outsider('next-scale image generation')),
    );
    await page.see('.entries .title');
    await page.see('.problem');

    ends();
    await session.letHoursPass(4);
    await fireAlarms(session.browser);
    await session.status('the next check', (s) => s.lastCheck !== null && s.problem === null);
  });
});
