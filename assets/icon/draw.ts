/**
 * Draws the toolbar icons after kindred.svg: `node assets/icon/draw.ts`. The PNGs are kept, so that
 * a build needs no browser.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tests/browsers/find.ts';

const sizes = [16, 32, 48, 96, 128];
const drawing = readFileSync(join(import.meta.dirname, 'kindred.svg'), 'utf8');
const found = findBrowser('chromium');
if (found.path === null) throw new Error(found.reason);

const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of sizes) {
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  );
  await page.screenshot({
    path: join(import.meta.dirname, `../public/icon/${size}.png`),
    clip: { x: 0, y: 0, width: size, height: size },
    omitBackground: true,
  });
}
await browser.close();
