import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../browsers/wait.ts';
import { newPaper } from '../fake-services/sample-papers.ts';
import { browserName, Session, today } from './session.ts';
import { uiText } from './ui-text.ts';

const file = fileURLToPath(new URL('../../../shared/data/hf-daily.jsonl.gz', import.meta.url));
const there = existsSync(file);
if (!there) console.log('The large import is skipped: ../shared is absent.');

const folder = fileURLToPath(new URL('../../.artifacts/reliability', import.meta.url));

/** A row of docs/reliability.md, in milliseconds but for the steps. */
export interface LargeImport {
  preview: number;
  /** From the user's yes until it is all stored, and until it is all indexed as well. */
  stored: number;
  whole: number;
  /** Different answers of how far it was. */
  steps: number;
  /** The longest wait of a search meanwhile. */
  search: number;
  undo: number;
  /** Programs that wanted a processor while the import ran, the browser's own among them. */
  load: number;
  /** From the request for a day of 50 new papers until topics, index and search have them. */
  day: number;
}

/** A user who searches meanwhile types about so fast. */
const betweenSearchesMs = 400;

/** Runs in a page of the extension: how much is still to be taken, and whether a paper is stored. */
function stillToTake(
  _: unknown,
  paper: string,
): Promise<{ isStored: boolean; queued: number; tail: number }> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kindred');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const stores = ['papers', 'toIndex', 'arrivals', 'meta'];
      const looking = opening.result.transaction(stores, 'readonly');
      const found = looking.objectStore('papers').getKey(paper);
      const waiting = looking.objectStore('toIndex').count();
      const news = looking.objectStore('arrivals').count();
      const tail = looking.objectStore('meta').get('search-tail');
      looking.oncomplete = () => {
        opening.result.close();
        resolve({
          isStored: found.result !== undefined,
          queued: waiting.result + news.result,
          tail: tail.result?.length ?? 0,
        });
      };
      looking.onerror = () => reject(looking.error);
    };
  });
}

describe.skipIf(!there)('with 12,131 papers', () => {
  const seen: Partial<LargeImport> = {};
  let session: Session;
  beforeAll(async () => {
    session = await Session.start();
    await session.quiet();
  });
  afterAll(async () => {
    await session?.close();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `import-${browserName}.json`), JSON.stringify(seen, null, 2));
    console.log(`${browserName}: ${JSON.stringify(seen)}`);
  });

  /** Waits until index, topics and search have everything. */
  const taken = (paper: string | null = null) =>
    until(
      'everything to be taken',
      async () => {
        const still = await session.browser.inExtension(stillToTake, paper ?? '');
        return (paper === null || still.isStored) && still.queued === 0 && still.tail <= 400;
      },
      60_000,
    );

  it('an import moves on and leaves the popup answering', { timeout: 180_000 }, async () => {
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
    seen.preview = Date.now() - started;
    const before = (await session.ask('status', {})).papers;
    await page.click('.import-preview .button.primary');
    const applied = Date.now();

    const waits: number[] = [];
    const steps = new Set<string>();
    let last = 0;
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
        if (progress?.stage === 'indexing') seen.stored ??= Date.now() - applied;
        if (progress && progress.total > 0) steps.add(`${progress.stage} ${progress.done}`);
        return (await page.visible({ css: 'button', text: uiText('topic.undo') })).length > 0;
      },
      120_000,
    );
    seen.whole = Date.now() - applied;
    [seen.load] = loadavg() as [number, number, number];
    seen.steps = steps.size;
    seen.search = Math.max(...waits);
    expect(steps.size).toBeGreaterThan(10);
    // A search waits for one step of the import, never for the rest of it.
    expect(seen.search).toBeLessThan(seen.whole / 2);

    await taken();
    const undone = Date.now();
    await page.click({ css: 'button', text: uiText('topic.undo') });
    await until(
      'the import to be taken back',
      async () => (await session.ask('status', {})).papers === before,
      60_000,
    );
    await taken();
    seen.undo = Date.now() - undone;
    await page.close();
  });

  it('a day of 50 new ones is taken at once', { timeout: 180_000 }, async () => {
    const text = gunzipSync(readFileSync(file)).toString();
    for (let held = 0; held < text.length; ) {
      const piece = text.slice(held, held + 4_000_000);
      ({ held } = await session.ask('giveText', { name: 'again', at: held, text: piece }));
    }
    await session.ask('applyImport', { name: 'again' });
    await session.ask('follow', { name: 'Zebrafish', query: 'zebrafish' });
    await taken();
    const days: number[] = [];
    for (let round = 0; round < 5; round++) {
      session.services.takeRequests();
      const papers = Array.from({ length: 50 }, (_, number) => {
        const serial = 31_001 + round * 50 + number;
        return newPaper('next-scale image generation', `Zebrafish ${serial}`, today(), serial);
      });
      session.services.publish(papers);
      await session.letHoursPass(4);
      void session.ask('checkNow', {}).catch(() => undefined);
      const asked = await until('the request', () =>
        session.services.requests.find(({ path }) => path.includes(today())),
      );
      await taken(`arxiv:${papers.at(-1)?.id}`);
      days.push(Date.now() - asked.at);
      await session.checkedAgain();
      await session.settled();
    }
    days.sort((a, b) => a - b);
    seen.day = days[2] ?? 0;
    // The cost of a day follows the day, not the digest.
    expect(seen.day).toBeLessThan((seen.whole ?? 0) / 4);
  });
});
