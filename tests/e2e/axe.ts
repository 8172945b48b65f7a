import axe from 'axe-core';
import type { BrowserPage } from '../browsers/browser-page.ts';

interface AxeInPage {
  axe: {
    run(context: string): Promise<{
      violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[];
    }>;
  };
}

/** What axe finds in a part of the page, with where. */
export async function complaints(page: BrowserPage, part: string): Promise<string[]> {
  await page.runScript(axe.source);
  return page.evaluate(async (context) => {
    const { violations } = await (globalThis as unknown as AxeInPage).axe.run(context);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} ${JSON.stringify(node.target)}: ${node.failureSummary}`),
    );
  }, part);
}
