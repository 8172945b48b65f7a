import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { fireAlarms } from '../browsers/extension-calls.ts';
import { until } from '../browsers/wait.ts';
import { answersAndExpected, exportedPapers } from './rebuilt-index.ts';
import { failOnDemand, type Scenario, scenarios } from './reliability-faults.ts';
import { browserName, Session } from './session.ts';

/** A row of docs/reliability.md. */
export interface Observed {
  fault: string;
  sees: string;
  unharmed: boolean;
}

const folder = fileURLToPath(new URL('../../.artifacts/reliability', import.meta.url));
const observed: Observed[] = [];

/** Those that a first day may be made of, and how the update names them. */
const firstDay = [
  ['connection refused', { kind: 'offline', httpStatus: null }],
  ['HTML instead of JSON', { kind: 'not-json', httpStatus: 200 }],
  ['cut off in mid-body', { kind: 'offline', httpStatus: 200 }],
  ['429 with Retry-After and RateLimit', { kind: 'busy', httpStatus: 429 }],
  ['500', { kind: 'busy', httpStatus: 500 }],
] as const;

let session: Session;
let ends: (() => Promise<void> | void)[] = [];
beforeAll(async () => {
  session = await Session.start({
    prepare: failOnDemand,
    prepareServices: (services) => {
      ends = [services.fail({ path: '/api/daily_papers' }, { kind: 'refuse' })];
    },
  });
});
afterAll(async () => {
  await session?.close();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${browserName}.json`), JSON.stringify(observed, null, 2));
});

/** Lets hours pass and the alarm go off that the hours before have set. */
async function nextTry(): Promise<void> {
  await session.letHoursPass(4);
  await fireAlarms(session.browser);
}

describe('on a first day that never had an answer, the starter papers work', () => {
  it.each(firstDay)('%s', async (name, { kind, httpStatus }) => {
    const scenario = scenarios.find((one) => one.name === name);
    if (!scenario) throw new Error(`No fault is called "${name}".`);
    ends.push(await scenario.begin(session));
    await nextTry();
    const status = await session.status('this problem', ({ problem }) => {
      return problem?.kind === kind && problem.httpStatus === httpStatus;
    });
    expect(status.papers).toBe(58);
    expect(status.lastCheck).toBeNull();
    expect(status.problem?.nextTry).not.toBeNull();
    const page = await session.browser.open(
      session.abs(session.outsider('next-scale image generation')),
    );
    await page.see('.entries .title');
    await page.see({ css: '.problem', text: scenario.says ?? '' });
    await page.close();
  });
});

describe('everything stored outlives', () => {
  beforeAll(async () => {
    for (const end of ends.splice(0)) await end();
    await nextTry();
    await session.status('the first check', (s) => s.lastCheck !== null && s.problem === null);
    await session.quiet();
    await session.ask('follow', { name: 'Splatting', query: 'gaussian splatting' });
    const [first] = (await session.ask('latest', { limit: 1 })).papers;
    await session.ask('save', { ids: [first?.paper.id ?? ''], saved: true });
    before = await stored();
  });

  /** All that is stored, as it can be seen from outside. */
  async function stored() {
    const papers = await exportedPapers(session);
    const { text } = await session.ask('export', { what: 'user-data' });
    const file = JSON.parse(text) as { topics: unknown[]; marks: unknown[] };
    const titles = papers.map(({ id, title }) => `${id} ${title}`);
    return { papers, seen: { titles, ...file, exported: '' } };
  }
  let before: Awaited<ReturnType<typeof stored>>;
  let popup: BrowserPage | null = null;

  /** What the popup says when it is opened now. */
  async function seen({ says: usual, orNothing }: Scenario): Promise<string> {
    const isFine = orNothing && (await session.ask('status', {})).problem === null;
    const says = isFine ? null : usual;
    if (popup) await popup.reload();
    else popup = await session.popup();
    if (says !== null)
      return (await popup.see({ css: '.problem, [role=alert]', text: says }, 20_000)).text;
    // The freshness text and the problem appear together.
    const currentPopup = popup;
    const state = async () => (await currentPopup.see('.status [role="status"]')).text;
    await expect.poll(state).not.toBe('');
    return (await popup.visible('.problem')).map(({ text }) => text).join(' ');
  }

  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    '%s',
    async (name, scenario) => {
      await session.letHoursPass(7);
      const end = await scenario.begin(session);
      let sees: string;
      try {
        await session.ask('checkNow', {}).catch(() => undefined);
        sees = await seen(scenario);
      } finally {
        await end();
      }
      if (scenario.says === null) expect(sees).toBe('');

      await session.letHoursPass(7);
      await session.ask('checkNow', {});
      const status = await session.status('a good check', ({ problem, lastCheck }) => {
        return problem === null && Math.abs(Date.now() - Date.parse(lastCheck ?? '')) < 60_000;
      });
      expect(status.loading?.state).not.toBe('running');
      expect((await stored()).seen).toEqual(before.seen);
      const pages = session.services.papers.filter(({ listedAt }) => !listedAt).slice(0, 4);
      await until('the index to answer as one built afresh', async () => {
        const { answers, expected } = await answersAndExpected(session, pages, before.papers);
        expect(answers).toEqual(expected);
        return true;
      });
      observed.push({ fault: name, sees, unharmed: true });
    },
    120_000,
  );
});
