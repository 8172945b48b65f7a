/** One real page as the user meets it: what the extension says of it, and pictures of it. */
import { join } from 'node:path';
import type { BrowserPage } from '../browsers/browser-page.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { tabIdOf } from '../browsers/extension-calls.ts';
import { until } from '../browsers/wait.ts';
import type { CapturedPage } from '../fake-services/captured-pages.ts';

export interface Picture {
  file: string;
  label: string;
  /** Where the panel or its tab is in the document, in CSS pixels; null where there is none. */
  panel: { x: number; y: number; width: number; height: number } | null;
  /** In the viewport, without scrolling. */
  isOnScreen: boolean;
}

export interface Visit {
  page: CapturedPage;
  /** Title of the paper that the popup names; null where it names none. */
  recognized: string | null;
  /** What the popup says instead of a list. */
  said: string;
  related: string[];
  pictures: Picture[];
}

const sizes = [
  { label: 'phone', width: 360, height: 800 },
  { label: 'tablet', width: 768, height: 1024 },
  { label: 'laptop', width: 1280, height: 800 },
  { label: 'dark', width: 1280, height: 800, dark: true },
  { label: 'desktop', width: 1440, height: 900 },
];
const popupSize = [380, 600] as const;
/** A page without a panel is one, not a failure: long enough for a slow machine. */
const panelMs = 5_000;
const panelParts = '.panel .card, .panel .tab';

export async function visitPage(
  browser: ExtensionBrowser,
  page: CapturedPage,
  folder: string,
): Promise<Visit> {
  const tab = await browser.open(page.url);
  try {
    const name = nameOf(page);
    const popupFile = join(folder, `${name}-popup.png`);
    const read = () => readPopup(browser, page.url, popupFile);
    let { isUnseen, ...shown } = await read();
    if (isUnseen) {
      // A site that the extension has no permission for gives it the page on a click only.
      await tab.toFront();
      await browser.clickIcon(page.url);
      ({ isUnseen, ...shown } = await read());
    }
    await tab.toFront();
    if (shown.recognized !== null) await panelSettles(tab);
    const pictures = [popupPicture(`${name}-popup.png`)];
    for (const size of sizes) pictures.push(await shoot(tab, folder, name, size));
    await tab.setDark(false);
    return { page, ...shown, pictures };
  } finally {
    await tab.close();
  }
}

const popupPicture = (file: string): Picture => {
  return { file, label: 'popup', panel: null, isOnScreen: false };
};

/** A file name for a page, from its address. */
const nameOf = ({ url }: CapturedPage): string =>
  url
    .replace(/^https:\/\//, '')
    .replaceAll(/[^\w.-]+/g, '_')
    .slice(0, 80);

/** The popup for a tab, once it has an answer. */
async function readPopup(browser: ExtensionBrowser, url: string, file: string) {
  const popup = await browser.openExtensionPage(`popup.html?tabId=${await tabIdOf(browser, url)}`);
  try {
    await popup.setViewport(...popupSize);
    await until('the popup to have an answer', () => isAnswered(popup), 20_000);
    const texts = async (css: string) => (await popup.visible(css)).map(({ text }) => text.trim());
    const [recognized = null] = await texts('.page-title');
    const related = recognized === null ? [] : await texts('.entries .title');
    const said = related.length > 0 ? '' : ((await texts('.state'))[0] ?? '');
    await popup.screenshot(file);
    const isUnseen = (await popup.visible('.state .ways')).length > 0;
    return { recognized, related, said: said.split('\n')[0] ?? '', isUnseen };
  } finally {
    await popup.close();
  }
}

async function isAnswered(popup: BrowserPage): Promise<boolean> {
  // Only a list that is refetched says whether it is busy: the latest papers, for example, do not.
  const shown = await popup.visible('.state, .entries:not([aria-busy="true"]) .title');
  return shown.length > 0 && (await popup.visible('.waiting')).length === 0;
}

async function panelSettles(tab: BrowserPage): Promise<void> {
  const isSettled = async () => {
    const parts = await tab.visible(panelParts);
    return parts.length > 0 && (await tab.visible('.panel .waiting')).length === 0;
  };
  await until('the panel', isSettled, panelMs).catch(() => undefined);
}

async function shoot(
  tab: BrowserPage,
  folder: string,
  name: string,
  { label, width, height, dark = false }: (typeof sizes)[number],
): Promise<Picture> {
  await tab.setViewport(width, height);
  await tab.setDark(dark);
  await framesPass(tab);
  const file = `${name}-${label}.png`;
  const [box] = (await tab.visible(panelParts)).map((seen) => seen.box);
  await tab.screenshot(join(folder, file));
  const isOnScreen = box !== undefined && box.y < height && box.x < width && box.y + box.height > 0;
  return { file, label: `${label} ${width}×${height}`, panel: box ?? null, isOnScreen };
}

/** Waits until the page has drawn itself at its new size. */
const framesPass = (tab: BrowserPage): Promise<unknown> =>
  tab.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
      }),
  );
