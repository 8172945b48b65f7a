import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { Session } from './session.ts';
import { words } from './words.ts';

/** Runs in a page of the extension: all that is stored, but for the papers themselves. */
function everythingStored(api: {
  storage: Record<'local' | 'session', { get(keys: unknown): Promise<object> }>;
}): Promise<object> {
  const meta = new Promise((resolve, reject) => {
    const opening = indexedDB.open('kindred');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const looking = opening.result.transaction(['meta', 'papers', 'undo'], 'readonly');
      const update = looking.objectStore('meta').get('update');
      const papers = looking.objectStore('papers').count();
      const undo = looking.objectStore('undo').count();
      looking.oncomplete = () => {
        opening.result.close();
        resolve([update.result, papers.result, undo.result]);
      };
      looking.onerror = () => reject(looking.error);
    };
  });
  return Promise.all([api.storage.local.get(null), api.storage.session.get(null), meta]);
}

/** Runs in the page: presses a button of the panel, which needs no real click. */
function press(label: string): void {
  const root = document.querySelector('kindred-panel')?.shadowRoot;
  const buttons = [...(root?.querySelectorAll('button') ?? [])];
  buttons.find((one) => one.getAttribute('aria-label') === label)?.click();
}

describe('a private window', () => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start();
    await session.quiet();
    await session.browser.allowPrivate();
    await session.status('the extension to be back', ({ papers }) => papers > 58);
    await session.settled();
  });
  afterAll(() => session?.close());

  const stored = () => session.browser.inExtension(everythingStored, null);

  async function look(page: BrowserPage): Promise<void> {
    await page.see('.entries .title');
    await page.evaluate(press, words('panel.collapse'));
    await page.see('.tab');
  }

  it('has its panel, of which nothing is kept', async () => {
    const before = await stored();
    const url = session.abs(session.outsider('protein design'));
    await look(await session.browser.openPrivate(url));
    expect(await stored()).toEqual(before);

    await look(await session.browser.open(url));
    expect(await stored()).not.toEqual(before);
  });
});
