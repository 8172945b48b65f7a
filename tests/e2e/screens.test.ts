/**
 * How every screen reads and looks, compared with what is kept in tests/screens: the tree that
 * assistive technology gets, and pictures of the states that are worth one. In each window everything
 * is whole and nothing overlaps. `npm run pictures -- --write` rewrites what is kept.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { missingFonts } from '../browsers/fonts.ts';
import { artifacts } from '../commands/programs.ts';
import { nameOf, picturesOf, screens, untilPopup, windowsOf } from '../screens/all-screens.ts';
import { comparedTree, lastingFaults, resize, setTheme } from '../screens/compare.ts';
import { startFixed } from '../screens/fixture-session.ts';
import { pictureFaults } from '../screens/picture.ts';
import { leftOver, writes } from '../screens/snapshot-files.ts';
import { browserName, type Session } from './session.ts';

/**
 * Firefox shows the same views: `npm test` looks there at the panel and at the popup's first states,
 * `npm run test:long` at all.
 */
const looked =
  browserName === 'chromium' || process.env.KINDRED_LONG === '1' || writes ? screens : untilPopup;

const missing = missingFonts();
const noPictures =
  missing.length > 0 && `fonts that pictures need cannot be installed here: ${missing.join(', ')}`;

let session: Session;

beforeAll(async () => {
  mkdirSync(join(artifacts, 'pictures', browserName), { recursive: true });
  if (noPictures) console.log(`Pictures in ${browserName}: skipped, ${noPictures}`);
  session = await startFixed();
}, 120_000);
afterAll(() => session?.close());

it('has the fonts that pictures need', (test) => {
  if (noPictures && process.env.CI !== 'true') test.skip(noPictures);
  expect(missing).toEqual([]);
});

describe.each(looked)('$name', (screen) => {
  let page: BrowserPage;
  beforeAll(async () => {
    await screen.before?.(session);
    page = await screen.open(session);
    await setTheme(page, false);
  });
  afterAll(() => page?.close());

  describe.each(screen.states)('$name', (state) => {
    const part = state.part ?? screen.part;
    const windows = windowsOf(screen, state);

    beforeAll(async () => {
      if (windows[0]) await resize(page, windows[0].size);
      await state.reach(page, session).catch(async (error: unknown) => {
        const seen = `${browserName}/${nameOf(screen, state)}.not-reached.png`;
        await page.screenshot(join(artifacts, 'pictures', seen));
        throw error;
      });
      await page.restPointer();
    });

    it('reads as expected', async () => {
      const { is, expected } = await comparedTree(page, screen, state);
      expect(is).toBe(expected);
    });

    it('is whole, and nothing overlaps', async () => {
      for (const { size, name } of windows) {
        await resize(page, size);
        expect(await lastingFaults(page, part), name).toEqual([]);
      }
    });

    const pictures = picturesOf(screen, state, browserName);
    if (pictures.length === 0) return;
    it('looks as expected', async (test) => {
      if (noPictures) test.skip(noPictures);
      const faults: string[] = [];
      for (const { size, dark, name } of pictures) {
        await setTheme(page, dark);
        await resize(page, size);
        faults.push(...(await pictureFaults(page, part, name)));
      }
      expect(faults).toEqual([]);
    });
  });
});

it('keeps nothing of screens that no longer exist', () => {
  const pictures = screens.flatMap((screen) =>
    screen.states.flatMap((state) => picturesOf(screen, state, browserName)),
  );
  expect(leftOver(screens, new Set(pictures.map(({ name }) => name)))).toEqual([]);
});
