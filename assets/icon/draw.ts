/**
 * Draws the icons after the drawings beside this file: `node assets/icon/draw.ts`. The PNGs are kept,
 * so that a build needs no browser.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tests/browsers/find.ts';

const output = join(import.meta.dirname, '../public/icon');
/** The icon of Kindred itself, and on the toolbar where there is something to see. */
const whole = [16, 32, 48, 96, 128].map((size) => ['kindred', size, `${size}.png`] as const);
/** The other states of the toolbar, at the sizes toolbars have. */
const states = ['quiet', 'none', 'problem'].flatMap((name) =>
  [16, 32].map((size) => [name, size, `${name}-${size}.png`] as const),
);

const found = findBrowser('chromium');
if (found.path === null) throw new Error(found.reason);
const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const [name, size, file] of [...whole, ...states]) {
  const drawing = readFileSync(join(import.meta.dirname, `${name}.svg`), 'utf8');
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  );
  await page.screenshot({
    path: join(output, file),
    clip: { x: 0, y: 0, width: size, height: size },
    omitBackground: true,
  });
}
await browser.close();
