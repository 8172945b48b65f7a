/** Listings of arXiv with no line labeled and with all: the longest task from opening to the last label. */
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { until } from '../browsers/wait.ts';
import type { FakeServices } from '../fake-services/fake-services.ts';
import type { BenchPaper } from './papers.ts';
import { report, table } from './report.ts';

const lengths = [200, 2_000];

/** Runs in the page: the longest task of 50 ms or more, while the page is parsed and after it. */
async function longTasks(): Promise<{ parsing: number; later: number }> {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const parsed = visit?.domInteractive ?? 0;
  return new Promise((resolve) => {
    const longest = { parsing: 0, later: 0 };
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        const when = startTime < parsed ? 'parsing' : 'later';
        longest[when] = Math.max(longest[when], duration);
      }
    }).observe({ type: 'longtask', buffered: true });
    setTimeout(resolve, 300, longest);
  });
}

/** `papers` are in the digest, so lines with them get labels. Only Chromium reports long tasks. */
export async function measureListings(
  browser: ExtensionBrowser,
  services: FakeServices,
  papers: readonly BenchPaper[],
): Promise<void> {
  if (browser.name !== 'chromium') return;
  const [template] = services.papers;
  if (template === undefined) return;
  const listed = papers.slice(0, Math.max(...lengths)).map(({ id, title, abstract }) => {
    return { ...template, id: id.replace(/^arxiv:/, ''), title, abstract };
  });
  const unknown = listed.map((paper, i) => ({
    ...paper,
    id: `1802.${String(i).padStart(5, '0')}`,
  }));
  const rows: string[][] = [];
  for (const [known, shown] of [
    [false, unknown],
    [true, listed],
  ] as const) {
    services.publish(shown);
    for (const lines of lengths) {
      const page = await browser.open(`https://arxiv.org/list/cs.LG/recent?skip=0&show=${lines}`);
      const labels = () => page.evaluate(() => document.querySelectorAll('kindred-mark').length);
      if (known) await until('every line to be labeled', async () => (await labels()) >= lines);
      const { parsing, later } = await page.evaluate(longTasks);
      rows.push([`${lines}`, String(await labels()), parsing.toFixed(0), later.toFixed(0)]);
      await page.close();
    }
  }
  report(
    table([
      ['lines of a listing', 'labels', 'longest task while parsing, ms', 'longest task after, ms'],
      ...rows,
    ]),
  );
}
