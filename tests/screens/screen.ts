/** What a screen is to the checks: how to get there by real clicks and keys, and what to look at. */
import type { BrowserPage } from '../browsers/browser-page.ts';
import type { Session } from '../e2e/session.ts';

export type Size = readonly [width: number, height: number];

export interface State {
  name: string;
  /** Leads there from the state before it on the same page, and waits until it is whole. */
  reach(page: BrowserPage, session: Session): Promise<unknown>;
  /** Selector of the compared element, if it is not the screen's part. */
  part?: string;
  /** Window sizes, if they are not the screen's. */
  sizes?: readonly Size[];
  /** Stored pictures, by default only `light`; none where another state looks the same. */
  pictures?: readonly Look[];
}

/** `light`: in Chromium, in each window; `dark`: there in the first window; `firefox`: light, likewise. */
export type Look = 'light' | 'dark' | 'firefox';

export interface Screen {
  name: string;
  /** Selector of the compared element. */
  part: string;
  sizes: readonly Size[];
  /** What must be stored or broken before it opens. */
  before?(session: Session): Promise<unknown>;
  open(session: Session): Promise<BrowserPage>;
  /** One after the other, on the same page. */
  states: readonly State[];
}

export const wide: Size = [1280, 800];
export const narrow: Size = [320, 720];
export const popupSize: Size = [380, 600];

/** A page on the web, laid out in a window of this size from the start. */
export async function openSized(session: Session, url: string, size: Size): Promise<BrowserPage> {
  const page = await session.browser.open('https://arxiv.org/');
  await page.setViewport(...size);
  await page.goto(url);
  return page;
}

/** One of Kindred's own pages. */
export async function openOwn(session: Session, path: string, size: Size): Promise<BrowserPage> {
  const page = await session.browser.openExtensionPage(path);
  await page.setViewport(...size);
  return page;
}
