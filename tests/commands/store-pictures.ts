/**
 * `npm run store:pictures`: the pictures of the store listings, 1280 × 800, from the running product
 * into docs/store/. The papers are real ones where they are at hand (`../shared`), else samples.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuildCopy } from '../browsers/build-copy.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { tabIdOf } from '../browsers/extension-calls.ts';
import { findBrowser } from '../browsers/find.ts';
import { openBrowser } from '../browsers/open.ts';
import { until } from '../browsers/wait.ts';
import { realDigest } from '../stand-in/real-digest.ts';
import { StandIn } from '../stand-in/stand-in.ts';
import { builds, root, runProgram } from './programs.ts';

const size = [1280, 800] as const;
const popupSize = [380, 600] as const;
const store = join(root, 'docs/store');

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

const asData = (file: string) => `data:image/png;base64,${readFileSync(file).toString('base64')}`;

/** The popup where browsers show it: over the page, at the end of the toolbar. */
async function shootPopup(browser: ExtensionBrowser, paper: string, folder: string) {
  const popup = await browser.openExtensionPage(
    `popup.html?tabId=${await tabIdOf(browser, paper)}`,
  );
  await popup.setViewport(...popupSize);
  await popup.fill('input[type="search"]', 'autoregressive image');
  await popup.see('.entries[aria-busy="false"] .title', 30_000);
  const file = join(folder, 'popup.png');
  await popup.screenshot(file);
  await popup.close();
  const page = await browser.openExtensionPage('control.html');
  await page.setViewport(...size);
  await page.evaluate(
    async ([behind, before]) => {
      const images = [behind, before].map((source) => {
        const image = new Image();
        image.src = source as string;
        return image;
      }) as [HTMLImageElement, HTMLImageElement];
      await Promise.all(images.map((image) => image.decode()));
      document.body.style.margin = '0';
      images[1].style.cssText =
        'position:fixed;top:8px;right:24px;border-radius:8px;box-shadow:0 4px 24px rgb(0 0 0 / 35%)';
      document.body.append(...images);
    },
    [asData(join(store, 'panel.png')), asData(file)],
  );
  await page.screenshot(join(store, 'popup.png'));
  await page.close();
}

async function shoot(browser: ExtensionBrowser, standIn: StandIn, folder: string): Promise<void> {
  await until(
    'the year to be loaded',
    async () => /"lastCheck":".*"loading":null/.test(await ask(browser, 'status', {})),
    600_000,
  );
  const sample = standIn.papers.find(({ listedAt }) => listedAt === null);
  const paper = `https://arxiv.org/abs/${sample?.id}`;
  const page = await browser.open(paper);
  await page.setViewport(...size);
  await page.see('.entries .title', 30_000);
  await page.screenshot(join(store, 'panel.png'));
  await shootPopup(browser, paper, folder);
  await page.close();
  await shootPage(browser, 'reader', 'reader.html', '.title');
  await shootPage(browser, 'options', 'options.html', '.sizes');
}

const found = findBrowser('chromium');
if (found.path === null) throw new Error(found.reason);
const run = await runProgram('wxt', [...builds['chrome-mv3-e2e']]);
if (!run.ok) throw new Error(run.output);
const standIn = await StandIn.start();
const real = realDigest(join(root, '../shared/data/hf-daily.jsonl.gz'), standIn.today);
if (real) standIn.publish(real);
const build = new BuildCopy(join(root, '.output/chrome-mv3-e2e'));
build.shortenWaits();
const folder = mkdtempSync(join(tmpdir(), 'kindred-pictures-'));
try {
  const browser = await openBrowser('chromium', { build, standIn });
  try {
    await shoot(browser, standIn, folder);
  } finally {
    await browser.close();
  }
} finally {
  await standIn.close();
  build.remove();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`Pictures in ${store}`);
