/** Listings of arXiv with no line marked and with all: the longest task from opening to the last mark. */
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { until } from '../browsers/wait.ts';
import type { FakeServices } from '../fake-services/fake-services.ts';
import type { BenchPaper } from './papers.ts';
import { report, table } from './report.ts';

const lengths = [200, 2_000];

/** Runs in the page: tasks of 50 ms and more, before and after the page's own are done. */
async function longTasks(): Promise<{ own: number; later: number }> {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const parsed = visit?.domInteractive ?? 0;
  return new Promise((resolve) => {
    const longest = { own: 0, later: 0 };
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        const when = startTime < parsed ? 'own' : 'later';
        longest[when] = Math.max(longest[when], duration);
      }
    }).observe({ type: 'longtask', buffered: true });
    setTimeout(resolve, 300, longest);
  });
}

/** `papers`: of the digest, so that every line has a mark where they are shown. Nothing where no long tasks are told of. */
export async function measureListings(
  browser: ExtensionBrowser,
  standIn: FakeServices,
  papers: readonly BenchPaper[],
): Promise<void> {
  if (browser.name !== 'chromium') return;
  const [like] = standIn.papers;
  if (like === undefined) return;
  const listed = papers.slice(0, Math.max(...lengths)).map(({ id, title, abstract }) => {
    return { ...like, id: id.replace(/^arxiv:/, ''), title, abstract };
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
    standIn.publish(shown);
    for (const lines of lengths) {
      const page = await browser.open(`https://arxiv.org/list/cs.LG/recent?skip=0&show=${lines}`);
      const marks = () => page.evaluate(() => document.querySelectorAll('kindred-mark').length);
      if (known) await until('every line to be marked', async () => (await marks()) >= lines);
      const { own, later } = await page.evaluate(longTasks);
      rows.push([`${lines}`, String(await marks()), own.toFixed(0), later.toFixed(0)]);
      await page.close();
    }
  }
  report(
    table([['lines of a listing', 'marks', 'longest task while parsed', 'longest after'], ...rows]),
  );
}
