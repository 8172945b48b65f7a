/**
 * `npm run store:pictures`: the pictures of the store listings (1280 × 800, docs/store/) and of the
 * README (docs/pictures/), from the running product. The papers are real ones where they are available
 * (`../shared`), else samples.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersTo } from '../browsers/answers.ts';
import { BuildCopy } from '../browsers/build-copy.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { tabIdOf } from '../browsers/extension-calls.ts';
import { findBrowser } from '../browsers/find.ts';
import { openBrowser } from '../browsers/open.ts';
import { until } from '../browsers/wait.ts';
import { FakeServices } from '../fake-services/fake-services.ts';
import { realDigest } from '../fake-services/real-digest.ts';
import { builds, root, runProgram } from './programs.ts';

const size = [1280, 800] as const;
const popupSize = [380, 600] as const;
/** High enough for the whole panel. */
const readmeSize = [1280, 1000] as const;
/** Of the papers that Kindred comes with: next-scale prediction of images, as on the page beside. */
const mapped = encodeURIComponent('arxiv:2404.02905');
const store = join(root, 'docs/store');
const readme = join(root, 'docs/pictures');

async function ask(browser: ExtensionBrowser, kindred: string, request: object): Promise<string> {
  const message = { kindred, request };
  const reply = browser.inExtension((api, asked) => api.runtime.sendMessage(asked), message);
  return JSON.stringify(await reply);
}

/** A page of Kindred's own, when it shows what is waited for. */
async function shootPage(browser: ExtensionBrowser, name: string, path: string, ready: string) {
  const page = await browser.openExtensionPage(path);
  await page.setViewport(...size);
  await page.see(ready, 30_000);
  await page.screenshot(join(store, `${name}.png`));
  await page.close();
}

/** One picture laid over or beside another. */
interface Placed {
  file: string;
  style: string;
}

/** Several pictures as one. */
async function compose(
  browser: ExtensionBrowser,
  placed: Placed[],
  [width, height]: readonly [number, number],
  file: string,
): Promise<void> {
  const page = await browser.openExtensionPage('control.html');
  await page.setViewport(width, height);
  const sources = placed.map(({ file, style }) => ({
    source: `data:image/png;base64,${readFileSync(file).toString('base64')}`,
    style,
  }));
  await page.evaluate(async (given) => {
    document.body.style.cssText = 'margin:0;background:#d9d9d6';
    const images = given.map(({ source, style }) => {
      const image = new Image();
      image.src = source;
      image.style.cssText = style;
      return image;
    });
    await Promise.all(images.map((image) => image.decode()));
    document.body.replaceChildren(...images);
  }, sources);
  await page.screenshot(file);
  await page.close();
}

/** The popup where browsers show it, over the page, for the stores; three of them for the README. */
async function shootPopup(browser: ExtensionBrowser, paper: string, folder: string) {
  const popup = await browser.openExtensionPage(
    `popup.html?tabId=${await tabIdOf(browser, paper)}`,
  );
  await popup.setViewport(...popupSize);
  const shot = async (name: string) => {
    const file = join(folder, `${name}.png`);
    await popup.screenshot(file);
    return file;
  };
  await popup.see('.entries .title', 30_000);
  const related = await shot('related');
  await popup.fill('input[type="search"]', 'autoregressive image');
  await popup.see(answersTo('autoregressive image', '.entries mark'), 30_000);
  const found = await shot('found');
  await popup.setSystem({ dark: true, reducedMotion: true });
  await popup.see('.kindred[data-theme="dark"]');
  const dark = await shot('dark');
  await popup.close();

  const over =
    'position:fixed;top:8px;right:24px;border-radius:8px;box-shadow:0 4px 24px rgb(0 0 0 / 35%)';
  const behind = { file: join(store, 'panel.png'), style: '' };
  await compose(browser, [behind, { file: found, style: over }], size, join(store, 'popup.png'));
  const [width, height] = popupSize;
  const three = [related, found, dark].map((file, place) => ({
    file,
    style: `position:fixed;top:8px;left:${8 + place * (width + 16)}px`,
  }));
  const whole = [3 * (width + 16), height + 16] as const;
  await compose(browser, three, whole, join(readme, 'popup.png'));
}

async function shoot(
  browser: ExtensionBrowser,
  services: FakeServices,
  folder: string,
): Promise<void> {
  await until(
    'the year to be loaded',
    async () => /"lastCheck":".*"loading":null/.test(await ask(browser, 'status', {})),
    600_000,
  );
  const sample = services.papers.find(({ listedAt }) => listedAt === null);
  const paper = `https://arxiv.org/abs/${sample?.id}`;
  const page = await browser.open(paper);
  await page.setViewport(...size);
  await page.see('.entries .title', 30_000);
  await page.screenshot(join(store, 'panel.png'));
  await page.setViewport(...readmeSize);
  await page.screenshot(join(readme, 'panel.png'));
  await shootPopup(browser, paper, folder);
  await page.close();
  await shootPage(browser, 'reader', 'reader.html', '.title');
  await shootPage(browser, 'map', `reader.html#page=map&of=${mapped}`, '.map-node');
  await shootPage(browser, 'options', 'options.html', '.sizes');
}

const found = findBrowser('chromium');
if (found.path === null) throw new Error(found.reason);
const run = await runProgram('wxt', [...builds['chrome-mv3-e2e']]);
if (!run.ok) throw new Error(run.output);
const services = await FakeServices.start();
const real = realDigest(join(root, '../shared/data/hf-daily.jsonl.gz'), services.today);
if (real) services.publish(real);
const build = new BuildCopy(join(root, '.output/chrome-mv3-e2e'));
build.shortenWaits();
const folder = mkdtempSync(join(tmpdir(), 'kindred-pictures-'));
try {
  const browser = await openBrowser('chromium', { build, services });
  try {
    await shoot(browser, services, folder);
  } finally {
    await browser.close();
  }
} finally {
  await services.close();
  build.remove();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`Pictures in ${store} and ${readme}`);
