/** One window of a state held against what is kept of it; each check answers what is wrong. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { until } from '../browsers/wait.ts';
import { browserName } from '../e2e/session.ts';
import { accessibilityTree } from './accessibility-tree.ts';
import {
  inCommon,
  measuredLike,
  placed,
  placedInAnyFont,
  readLines,
  writeLines,
} from './geometry.ts';
import { commonText, expectedText, keepText, writes } from './snapshot-files.ts';

interface Held {
  expected: string;
  is: string;
}

/** For so long a state may still be on its way to what is kept; a slow machine's last answers. */
const patienceMs = 5_000;

/** Looks until what is there is what is kept, and, where it is being kept, until it stays as it is. */
async function settled(look: () => Promise<Held>): Promise<Held> {
  const end = Date.now() + patienceMs;
  for (let before: string | null = null; ; ) {
    const held = await look();
    if (held.is === (writes ? before : held.expected) || Date.now() > end) return held;
    before = held.is;
    await pause(writes ? 1_200 : 50);
  }
}

/** What is kept of the tree, and what it is now. */
export const compareTree = (page: BrowserPage, part: string, name: string): Promise<Held> =>
  settled(() => lookAtTree(page, part, name));

/** What is kept of where things are, and the same with what is off now in its place. */
export const compareGeometry = (page: BrowserPage, part: string, name: string): Promise<Held> =>
  settled(() => lookAtGeometry(page, part, name));

async function lookAtTree(page: BrowserPage, part: string, name: string): Promise<Held> {
  const is = await accessibilityTree(page, part);
  if (writes) {
    const own = browserName === 'firefox' && commonText('trees', name) !== is;
    keepText('trees', name, is, own);
  }
  return { expected: expectedText('trees', name) ?? '', is };
}

async function lookAtGeometry(page: BrowserPage, part: string, name: string): Promise<Held> {
  if (writes) await writeGeometry(page, part, name);
  const expected = expectedText('geometry', name) ?? '';
  const now = await placed(page, part);
  return { expected, is: writeLines(measuredLike(readLines(expected), now)) };
}

async function writeGeometry(page: BrowserPage, part: string, name: string): Promise<void> {
  const lines = await placedInAnyFont(page, part);
  const common = commonText('geometry', name);
  if (browserName === 'chromium' || common === null)
    return keepText('geometry', name, writeLines(lines), false);
  const known = readLines(common);
  const both = inCommon(known, lines);
  const own = both === known && writeLines(lines) !== common;
  keepText('geometry', name, writeLines(own ? lines : both), own);
}

/** Runs in the page: text that hangs on the machine or on a release is made the same. */
function evenOut(): void {
  for (const cell of document.querySelectorAll('.sizes td:last-child')) cell.textContent = '1.2 MB';
  for (const line of document.querySelectorAll('#diagnostics li'))
    line.textContent = (line.textContent ?? '').replace(/[:：].*/, ': …');
  for (const line of document.querySelectorAll('#about p'))
    line.textContent = (line.textContent ?? '').replace(/\d+\.\d+\.\d+/, '0.0.0');
}

export const hideFigures = (page: BrowserPage): Promise<void> => page.evaluate(evenOut);

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
