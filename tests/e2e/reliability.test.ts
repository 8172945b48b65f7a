import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../browsers/wait.ts';
import { answersAndExpected, exportedPapers } from './built-afresh.ts';
import { faultyDatabase, type Scenario, scenarios } from './reliability-faults.ts';
import { browserName, Session } from './session.ts';

/** A row of docs/reliability.md. */
export interface Observed {
  fault: string;
  sees: string;
  unharmed: boolean;
}

const folder = fileURLToPath(new URL('../../.artifacts/reliability', import.meta.url));
const observed: Observed[] = [];

/** Faults of the service are tried in one browser; in both when there is time (`npm run test:long`). */
const tried = scenarios.filter(({ ofService }) => {
  return !ofService || browserName === 'chromium' || process.env.KINDRED_LONG === '1';
});

describe('everything stored outlives', () => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start({ prepare: faultyDatabase });
    await session.quiet();
    await session.ask('follow', { name: 'Splatting', query: 'gaussian splatting' });
    const [first] = (await session.ask('latest', { limit: 1 })).papers;
    await session.ask('save', { ids: [first?.paper.id ?? ''], saved: true });
  });
  afterAll(async () => {
    await session?.close();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${browserName}.json`), JSON.stringify(observed, null, 2));
  });

  /** All that is stored, as it can be seen from outside. */
  async function stored() {
    const papers = await exportedPapers(session);
    const { text } = await session.ask('export', { what: 'authored' });
    const file = JSON.parse(text) as { topics: unknown[]; marks: unknown[] };
    return { papers: papers.map(({ id, title }) => `${id} ${title}`), ...file, exported: '' };
  }

  async function seen({ says: usual, orNothing }: Scenario): Promise<string> {
    const isFine = orNothing && (await session.ask('status', {})).problem === null;
    const says = isFine ? null : usual;
    const page = await session.popup();
    if (says === null) {
      await page.see('.status');
      const problems = await page.visible('.problem');
      await page.close();
      return problems.map(({ text }) => text).join(' ');
    }
    const problem = await page.see({ css: '.problem, [role=alert]', text: says }, 20_000);
    await page.close();
    return problem.text;
  }

  it.each(tried.map((scenario) => [scenario.name, scenario] as const))(
    '%s',
    async (name, scenario) => {
      const before = await stored();
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
        return problem === null && Date.now() - Date.parse(lastCheck ?? '') < 60_000;
      });
      expect(status.loading?.state).not.toBe('running');
      const after = await stored();
      expect(after).toEqual(before);
      const pages = session.standIn.papers.filter(({ listedAt }) => !listedAt).slice(0, 4);
      await until('the index to answer as one built afresh', async () => {
        const { answers, expected } = await answersAndExpected(session, pages);
        expect(answers).toEqual(expected);
        return true;
      });
      observed.push({ fault: name, sees, unharmed: true });
    },
    120_000,
  );
});
