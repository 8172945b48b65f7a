/** What pictures hang on beside Kindred: the browser and the fonts it draws with. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { findBrowser } from '../browsers/find.ts';
import { browserName } from '../e2e/session.ts';
import { folder, write } from './snapshot-files.ts';

/** Runs in a page of Kindred's own: words in the fonts and sizes that are used, as pixels. */
function drawSamples(): string {
  const root = document.querySelector('.kindred') as HTMLElement;
  const style = getComputedStyle(root);
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 320;
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  let line = 0;
  for (const token of ['--k-font', '--k-font-code', 'serif', 'math']) {
    const family = style.getPropertyValue(token) || token;
    for (const font of [`13px ${family}`, `600 14px ${family}`]) {
      line += 24;
      pen.font = font;
      pen.fillText('Daily Papers · “fjord” × 0123456789 — naïve Ω ∑ √ ≤ ↓ ↑ → ⏎', 4, line);
    }
  }
  return canvas.toDataURL();
}

interface DrawnWith {
  browser: string;
  fonts: string;
}

const file = join(folder, browserName, 'drawn-with.json');

/** This machine's, read off a page of Kindred's own. */
export async function drawnWithNow(page: BrowserPage): Promise<DrawnWith> {
  const drawn = await page.evaluate(drawSamples);
  const found = findBrowser(browserName);
  return {
    browser: found.path === null ? found.reason : found.version,
    fonts: createHash('sha256').update(drawn).digest('hex').slice(0, 16),
  };
}

/** Why the kept pictures can't be compared with here; null when they can. */
export function whyNotHere(now: DrawnWith): string | null {
  if (!existsSync(file)) return 'no pictures are kept for this browser';
  const kept = JSON.parse(readFileSync(file, 'utf8')) as DrawnWith;
  if (kept.browser !== now.browser)
    return `pictures are of ${kept.browser}, this is ${now.browser}`;
  if (kept.fonts !== now.fonts)
    return 'the fonts here are others than the pictures were drawn with';
  return null;
}

export const keepDrawnWith = (now: DrawnWith): void =>
  write(file, `${JSON.stringify(now, null, 2)}\n`);
