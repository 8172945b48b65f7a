import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../browsers/wait.ts';
import { Session } from './session.ts';
import { uiText } from './ui-text.ts';

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

  it('has its panel, of which nothing is kept', async () => {
    // Opened before the private window, which would be given tabs that are opened later.
    const page = await session.browser.open('about:blank');
    const before = await stored();
    const secret = session.outsider('protein design');
    const hidden = await session.browser.openPrivate(session.abs(secret));
    await hidden.see('.entries .title');
    await hidden.evaluate(press, uiText('panel.collapse'));
    await hidden.see('.tab');

    // The same in an ordinary window, of which is kept how the panel was left and what was met.
    const known = session.outsider('robot manipulation');
    await page.goto(`https://arxiv.org/html/${known.id}v1`);
    await page.click('.tab');
    await page.see('.entries .title');
    const after = await until('something to be kept', async () => {
      const now = JSON.stringify(await stored());
      return now.includes('arxiv:html') && now.includes(known.id) ? now : null;
    });
    expect(JSON.stringify(before)).not.toContain('arxiv:html');
    expect(after).not.toContain('arxiv:abstract');
    expect(after).not.toContain(secret.id);
    expect(after).not.toContain(secret.title);
  });
});
