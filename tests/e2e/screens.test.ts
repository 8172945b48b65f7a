/**
 * How every screen looks and reads, held against what is kept in tests/screens: the tree that
 * assistive technology is told and where things are, everywhere; and pictures, light and dark, where
 * browser and fonts are those they were drawn with. `npm run pictures -- --write` keeps them again.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { artifacts } from '../commands/programs.ts';
import { nameOf, screens, untilPopup, windowsOf } from '../screens/all-screens.ts';
import {
  compareGeometry,
  compareTree,
  hideFigures,
  nextFrames,
  setTheme,
} from '../screens/compare.ts';
import { drawnWithNow, keepDrawnWith, whyNotHere } from '../screens/drawn-with.ts';
import { startFixed } from '../screens/fixture-session.ts';
import { faultsOf } from '../screens/geometry.ts';
import { pictureFaults } from '../screens/picture.ts';
import type { Screen, State } from '../screens/screen.ts';
import { leftOver, writes } from '../screens/snapshot-files.ts';
import { browserName, type Session } from './session.ts';

/** Firefox draws what Chromium draws, by the same sheets: one state of a screen shows what it does differently. */
const drawnHere = (screen: Screen, state: State) =>
  browserName === 'chromium' || screen.states[0] === state;

/**
 * Firefox is told the same by the same views: `npm test` looks there at the panel and at the popup's
 * first states, `npm run test:long` at all.
 */
const looked =
  browserName === 'chromium' || process.env.KINDRED_LONG === '1' || writes ? screens : untilPopup;

let session: Session;
let noPictures: string | null = null;

beforeAll(async () => {
  mkdirSync(join(artifacts, 'pictures', browserName), { recursive: true });
  session = await startFixed();
  const page = await session.browser.openExtensionPage('options.html');
  await page.see('.kindred');
  const now = await drawnWithNow(page);
  if (writes) keepDrawnWith(now);
  noPictures = process.env.KINDRED_FONT ? 'another font is forced' : whyNotHere(now);
  if (noPictures) console.log(`Pictures in ${browserName}: skipped, ${noPictures}`);
  await page.close();
}, 120_000);
afterAll(() => session?.close());

describe.each(looked)('$name', (screen) => {
  let page: BrowserPage;
  let isDark = false;
  beforeAll(async () => {
    await screen.before?.(session);
    page = await screen.open(session);
    await setTheme(page, isDark);
  });
  afterAll(() => page?.close());

  describe.each(screen.states)('$name', (state) => {
    const part = state.part ?? screen.part;
    const windows = windowsOf(screen, state);
    const each = async (look: (name: string) => Promise<void>) => {
      for (const { size, name } of windows) {
        await page.setViewport(...size);
        await look(name);
      }
    };

    beforeAll(async () => {
      const [first] = windows;
      if (first) await page.setViewport(...first.size);
      await state.reach(page, session).catch(async (error: unknown) => {
        const seen = `${browserName}/${nameOf(screen, state)}.not-reached.png`;
        await page.screenshot(join(artifacts, 'pictures', seen));
        throw error;
      });
      await page.restPointer();
      await hideFigures(page);
      await nextFrames(page);
    });

    it('reads as it did', async () => {
      const { is, expected } = await compareTree(page, part, nameOf(screen, state));
      expect(is).toBe(expected);
    });

    it('is laid out as it was, whole and without overlap', async () => {
      await each(async (name) => {
        const { is, expected } = await compareGeometry(page, part, name);
        expect(is, name).toBe(expected);
        expect(await faultsOf(page, part), name).toEqual([]);
      });
    });

    if (!drawnHere(screen, state)) return;
    it('looks as it did, light and dark', async (test) => {
      if (noPictures) test.skip(noPictures);
      const faults: string[] = [];
      // The theme of the state before is the first: one turn for two pictures.
      for (const dark of [isDark, !isDark]) {
        await setTheme(page, dark);
        isDark = dark;
        await each(async (name) => {
          const look = `${name}-${dark ? 'dark' : 'light'}`;
          faults.push(...(await pictureFaults(page, part, look)));
        });
      }
      expect(faults).toEqual([]);
    });
  });
});

it('keeps nothing of screens that are no more', () => {
  const states = screens.flatMap((screen) => screen.states.map((state) => ({ screen, state })));
  const namesOf = (wanted: typeof states) =>
    wanted.flatMap(({ screen, state }) => windowsOf(screen, state).map(({ name }) => name));
  const pictures = namesOf(states.filter(({ screen, state }) => drawnHere(screen, state)));
  const left = leftOver({
    texts: new Set(states.map(({ screen, state }) => nameOf(screen, state))),
    geometry: new Set(namesOf(states)),
    pictures: new Set(pictures.flatMap((name) => [`${name}-light`, `${name}-dark`])),
  });
  expect(left).toEqual([]);
});
