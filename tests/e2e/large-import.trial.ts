import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { until } from '../browsers/wait.ts';
import { newPaper } from '../stand-in/sample-papers.ts';
import { Session, today } from './session.ts';
import { words } from './words.ts';

const file = fileURLToPath(new URL('../../../shared/data/hf-daily.jsonl.gz', import.meta.url));
const there = existsSync(file);
if (!there) console.log('The large import is skipped: ../shared is absent.');

/** A reader who searches meanwhile types about so fast. */
const betweenSearchesMs = 400;
describe.skipIf(!there)('the import of 12,131 papers', () => {
  it('moves on and leaves the popup answering; the target is 15 s', async () => {
    const session = await Session.forTest();
    await session.quiet();
    const text = gunzipSync(readFileSync(file)).toString();
    const page = await session.browser.openExtensionPage('options.html');
    await page.see('textarea');
    const started = Date.now();
    await page.evaluate((lines) => {
      const picked = new DataTransfer();
      picked.items.add(new File([lines], 'papers.jsonl'));
      const input = document.querySelector('input[type=file]') as HTMLInputElement;
      input.files = picked.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, text);
    await page.see('.import-preview', 30_000);
    const previewed = Date.now();
    await page.click('.import-preview .button.primary');
    const applied = Date.now();

    const waits: number[] = [];
    const stages = new Set<string>();
    let last = 0;
    let stored = 0;
    await until(
      'the import to end',
      async () => {
        const asked = Date.now();
        if (asked - last > betweenSearchesMs) {
          await session.ask('search', { query: 'diffusion', offset: 0, limit: 5, sort: 'newest' });
          waits.push(Date.now() - asked);
          last = Date.now();
        }
        const progress = await session.ask('importProgress', {});
        if (progress?.stage === 'indexing') stored ||= Date.now() - applied;
        if (progress && progress.total > 0) stages.add(`${progress.stage} ${progress.done}`);
        return (await page.visible({ css: 'button', text: words('topic.undo') })).length > 0;
      },
      120_000,
    );
    const took = { preview: previewed - started, apply: Date.now() - applied };
    const longest = Math.max(...waits);
    console.log(
      `Preview ${took.preview} ms, import ${took.apply} ms (stored after ${stored} ms), ${stages.size} steps of progress, ` +
        `longest wait of a search meanwhile ${longest} ms`,
    );
    expect(stages.size).toBeGreaterThan(10);

    await page.close();
    session.standIn.takeRequests();
    session.standIn.publish(
      Array.from({ length: 50 }, (_, number) =>
        newPaper(
          'next-scale image generation',
          `Zebrafish study ${number}`,
          today,
          31_001 + number,
        ),
      ),
    );
    await session.letHoursPass(4);
    void session.ask('checkNow', {}).catch(() => undefined);
    const query = { query: 'title:zebrafish', offset: 0, limit: 1, sort: 'newest' } as const;
    await until('the day to be found', async () => {
      return (await session.ask('search', query)).total === 50;
    });
    const asked = session.standIn.requests.find(({ path }) => path.includes(today));
    const day = Date.now() - (asked?.at ?? 0);
    console.log(`A day of 50 new papers at 12k: found ${day} ms after it was asked for`);
  }, 180_000);
});
