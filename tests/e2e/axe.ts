import axe from 'axe-core';
import type { BrowserPage } from '../browsers/browser-page.ts';

interface AxeInPage {
  axe: {
    run(
      context: string,
      options?: { runOnly: string[] },
    ): Promise<{
      violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[];
    }>;
  };
}

/** Axe's violations in a part of the page, with their places; only of the named rules, if any. */
export async function complaints(
  page: BrowserPage,
  part: string,
  rules: string[] | null = null,
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.runScript(axe.source);
  return page.evaluate(
    async ({ context, runOnly }) => {
      const { axe } = globalThis as unknown as AxeInPage;
      const { violations } = await axe.run(context, runOnly ? { runOnly } : undefined);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id} ${JSON.stringify(node.target)}: ${node.failureSummary}`),
      );
    },
    { context: part, runOnly: rules },
  );
}
