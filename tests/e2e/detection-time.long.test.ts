import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { until } from '../browsers/wait.ts';
import { withSites } from './granted-sites.ts';
import { browserName, Session } from './session.ts';

const folder = join(import.meta.dirname, '../../../shared/pages');
const present = existsSync(folder);
if (!present) console.warn('detection time: ../shared/pages is absent, nothing is measured');

interface Timed {
  file: string;
  address: number;
  document: number;
}

const median = (numbers: number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

describe.runIf(browserName === 'chromium' && present)('the verdict on real pages', () => {
  it('comes on every captured page, and its time is printed', { timeout: 240_000 }, async () => {
    const rows = readFileSync(join(folder, 'manifest.jsonl'), 'utf8').trim().split('\n');
    const pages = rows
      .map((row) => JSON.parse(row) as { file: string; url: string | null })
      .filter(({ url }) => url?.startsWith('https://'));
    const session = await Session.forTest(withSites('*'));
    for (const { file, url } of pages) {
      session.services.serve(url as string, readFileSync(join(folder, file), 'utf8'));
    }
    const page = await session.browser.open('about:blank');
    const timed: Timed[] = [];
    for (const { file, url } of pages) {
      await page.goto(url as string);
      const read = () =>
        page.evaluate(() => {
          const of = (name: string) =>
            performance.getEntriesByName(name).map(({ duration }) => duration)[0];
          return { address: of('kindred-address'), document: of('kindred-document') };
        });
      const { address, document } = await until(`a verdict on ${file}`, async () => {
        const found = await read();
        return found.document === undefined ? null : found;
      });
      timed.push({ file, address: address ?? 0, document: document ?? 0 });
    }
    const whole = timed.map((one) => one.address + one.document);
    const slowest = timed.toSorted((a, b) => b.document - a.document).slice(0, 3);
    console.log(
      `${timed.length} pages: address ${median(timed.map((one) => one.address)).toFixed(2)} ms, ` +
        `verdict ${median(whole).toFixed(2)} ms at the median, ${Math.max(...whole).toFixed(1)} ms at most; ` +
        `slowest ${JSON.stringify(slowest)}`,
    );
    expect(timed).toHaveLength(pages.length);
  });
});
