/**
 * Every screen in each language, one that is half as long again and runs from right to left among
 * them, light and dark, wide and narrow: nothing is cut off, axe finds nothing, and a picture of
 * each is left in `.artifacts/screens`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { artifacts } from '../commands/programs.ts';
import { locales, type Messages, messagesOf, pseudoMessages } from '../messages.ts';
import { complaints } from './axe.ts';
import { cutOff } from './screen-faults.ts';
import { browserName, Session } from './session.ts';

const folder = join(artifacts, 'screens');
const field = 'speech synthesis';

interface Screen {
  name: string;
  sizes: readonly (readonly [number, number])[];
  part: string;
  open(session: Session): Promise<BrowserPage>;
  ready: string;
}

const wide = [1280, 800] as const;
const narrow = [320, 720] as const;
const paper = (session: Session) => session.abs(session.outsider(field));

const screens: Screen[] = [
  {
    name: 'panel',
    sizes: [wide, narrow],
    part: 'kindred-panel',
    open: (session) => session.browser.open(paper(session)),
    ready: '.entries .title, .tab',
  },
  {
    name: 'popup',
    sizes: [[380, 600]],
    part: 'html',
    open: (session) => session.popup(paper(session)),
    ready: '.entries .title',
  },
  {
    name: 'sidepanel',
    sizes: [[360, 800], narrow],
    part: 'html',
    open: (session) => session.browser.openExtensionPage('sidepanel.html'),
    ready: '.tabs',
  },
  ...['options', 'welcome', 'reader'].map(
    (name): Screen => ({
      name,
      sizes: [wide, narrow],
      part: 'html',
      open: (session) => session.browser.openExtensionPage(`${name}.html`),
      ready: { options: '.sizes', welcome: '.entries .title' }[name] ?? 'h1',
    }),
  ),
  {
    name: 'map',
    sizes: [wide, [768, 900], narrow],
    part: 'html',
    open: (session) =>
      session.browser.openExtensionPage(
        `reader.html#page=map&of=${encodeURIComponent(`arxiv:${session.outsider(field).id}`)}`,
      ),
    ready: '.map-node',
  },
];

const languages: [string, () => Promise<Messages>][] = [
  ...locales.map((locale): [string, () => Promise<Messages>] => [locale, () => messagesOf(locale)]),
  ['pseudo', async () => pseudoMessages(await messagesOf('en'))],
];

describe.each(languages)('in %s', (language, messages) => {
  let session: Session;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    const spoken = await messages();
    session = await Session.start({ prepare: (build) => build.speak(spoken) });
    await session.loaded();
    const page = await session.browser.open(paper(session));
    await page.see('.entries .title');
  });
  afterAll(() => session?.close());

  it.each(screens)('$name is whole', async ({ name, sizes, part, open, ready }) => {
    const page = await open(session);
    for (const dark of [false, true]) {
      await page.setDark(dark);
      for (const [width, height] of sizes) {
        await page.setViewport(width, height);
        await page.see(ready, 20_000);
        const look = `${browserName}-${name}-${language}-${width}-${dark ? 'dark' : 'light'}`;
        await page.screenshot(join(folder, `${look}.png`));
        expect(await page.evaluate(cutOff), look).toEqual([]);
        expect(await complaints(page, part), look).toEqual([]);
      }
    }
    await page.close();
  });
});
