/** Compares a state with its snapshot once it no longer changes. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { until } from '../browsers/wait.ts';
import { accessibilityTree } from './accessibility-tree.ts';
import { layoutFaults } from './layout-faults.ts';
import type { Screen, Size, State } from './screen.ts';
import { expectedTree, keepTree, writes } from './snapshot-files.ts';

/** How long a slow machine may take until a state is as expected. */
const patienceMs = 5_000;

/**
 * Looks until what it sees will do, or for {@link patienceMs}; returns what it saw last. A run that
 * writes has nothing to expect, only that nothing changes: it looks again after longer than a live
 * region waits before it speaks.
 */
export async function atRest<T>(
  look: () => Promise<T>,
  isDone: (seen: T, before: T | null) => boolean,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (let before: T | null = null; ; ) {
    const seen = await look();
    if (isDone(seen, before) || Date.now() > end) return seen;
    before = seen;
    await pause(writes ? 1_200 : 50);
  }
}

/** What assistive technology gets, and what is expected. */
export async function comparedTree(
  page: BrowserPage,
  screen: Screen,
  state: State,
): Promise<{ is: string; expected: string }> {
  const wanted = expectedTree(screen, state) ?? '';
  const look = async () => {
    await page.evaluate(evenOut);
    return accessibilityTree(page, state.part ?? screen.part);
  };
  const is = await atRest(look, (seen, before) => seen === (writes ? before : wanted));
  if (writes) keepTree(screen, state, is);
  return { is, expected: writes ? is : wanted };
}

/** Faults that stay: between a resize and the next layout there may be some. */
export async function lastingFaults(page: BrowserPage, part: string): Promise<string[]> {
  const look = async () => (await layoutFaults(page, part)).join('\n');
  const seen = await atRest(look, (faults) => faults === '');
  return seen === '' ? [] : seen.split('\n');
}

/** Runs in the page: text that depends on the machine or on a release is made the same. */
export function evenOut(): void {
  for (const cell of document.querySelectorAll('.sizes td:last-child')) cell.textContent = '1.2 MB';
  for (const line of document.querySelectorAll('#diagnostics li'))
    line.textContent = (line.textContent ?? '').replace(/[:：].*/, ': …');
  for (const line of document.querySelectorAll('#about p'))
    line.textContent = (line.textContent ?? '').replace(/\d+\.\d+\.\d+/, '0.0.0');
}

/** Resizes the window and waits until the page has been drawn in it. */
export async function resize(page: BrowserPage, [width, height]: Size): Promise<void> {
  await page.setViewport(width, height);
  await until(`a window of ${width} × ${height} px`, () =>
    page.evaluate((size) => innerWidth === size[0] && innerHeight === size[1], [width, height]),
  );
  await nextFrames(page);
}

/** Dark or light: as the system asks, and on arXiv's pages, which have a theme of their own, as they do. */
export async function setTheme(page: BrowserPage, dark: boolean): Promise<void> {
  // Without motion: a color on its way from one theme to the other is neither.
  await page.setSystem({ dark, reducedMotion: true });
  await page.evaluate(
    (to) => {
      if (location.protocol === 'https:') document.documentElement.dataset.theme = to;
    },
    dark ? 'dark' : 'light',
  );
  await until('the other theme', () => page.evaluate(themeIs, dark ? 'dark' : 'light'));
}

/** Runs in the page. */
function themeIs(wanted: string): boolean {
  const system = matchMedia('(prefers-color-scheme: dark)').matches;
  if (system !== (wanted === 'dark')) return false;
  const roots = [document, document.querySelector('kindred-panel')?.shadowRoot];
  return roots.every((root) => {
    const view = root?.querySelector<HTMLElement>('.kindred');
    return !view || (view.dataset.theme ?? 'light') === wanted;
  });
}

/** Two frames, so that what was changed is drawn. */
export const nextFrames = (page: BrowserPage): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
