/**
 * Every screen and state in each language, one that is half as long again and runs from right to left
 * among them, light and dark: nothing is cut off, axe finds nothing, and a picture of each is left in
 * `.artifacts/screens`. What each looks like in English is held by screens.test.ts.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { artifacts } from '../commands/programs.ts';
import { locales, type Messages, messagesOf, pseudoMessages } from '../messages.ts';
import { screens, windowsOf } from '../screens/all-screens.ts';
import { startFixed } from '../screens/fixed-content.ts';
import { drawn, turn } from '../screens/held.ts';
import { complaints } from './axe.ts';
import { cutOff } from './screen-faults.ts';
import { browserName, type Session } from './session.ts';
import { speakWith } from './words.ts';

const folder = join(artifacts, 'screens');

const languages: [string, () => Promise<Messages>][] = [
  ...locales.map((locale): [string, () => Promise<Messages>] => [locale, () => messagesOf(locale)]),
  ['pseudo', async () => pseudoMessages(await messagesOf('en'))],
];

describe.each(languages)('in %s', (language, messages) => {
  let session: Session;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    const spoken = await messages();
    speakWith(spoken);
    session = await startFixed((build) => build.speak(spoken));
  }, 120_000);
  afterAll(() => session?.close());

  describe.each(screens)('$name', (screen) => {
    let page: BrowserPage;
    beforeAll(async () => {
      await screen.before?.(session);
      page = await screen.open(session);
      await turn(page, false);
    });
    afterAll(() => page?.close());

    it.each(screen.states)('$name is whole', async (state) => {
      const windows = windowsOf(screen, state);
      const part = state.part ?? screen.part;
      if (windows[0]) await page.setViewport(...windows[0].size);
      await state.reach(page, session);
      for (const theme of ['dark', 'light']) {
        await turn(page, theme === 'dark');
        for (const { size, name } of windows) {
          await page.setViewport(...size);
          await drawn(page);
          const look = `${browserName}-${name}-${language}-${theme}`;
          await page.screenshot(join(folder, `${look}.png`));
          expect(await page.evaluate(cutOff), look).toEqual([]);
        }
        // Colours are the same in all languages.
        if (theme === 'light' || language === 'en') {
          expect(await complaints(page, part), theme).toEqual([]);
        }
      }
    });
  });
});
