/** Builds that differ from the one most tests drive. */
import { describe, expect, it } from 'vitest';
import { answersTo } from '../browsers/answers.ts';
import { until } from '../browsers/wait.ts';
import { browserName, Session } from './session.ts';

async function smoke(session: Session): Promise<void> {
  const popup = await session.popup();
  await popup.fill('input[type="search"]', 'autoregressive');
  const first = await popup.see(answersTo('autoregressive', '.entries .title mark'));
  expect(first.text.toLowerCase()).toContain('autoregressive');
  await popup.close();
}

describe("the users' build", () => {
  it('opens its first screen, and its panel in a shadow root that pages cannot enter', async () => {
    const session = await Session.forTest({ release: true });
    await until('the first screen', async () => {
      const tabs = await session.browser.inExtension((api) => api.tabs.query({}), null);
      return tabs.some(({ url }) => url?.endsWith('/welcome.html'));
    });
    const page = await session.browser.open(
      session.abs(session.outsider('next-scale image generation')),
    );
    const height = async () => (await page.see('kindred-panel')).box.height;
    await expect.poll(height).toBeGreaterThan(100);
    const entered = await page.evaluate(() => document.querySelector('kindred-panel')?.shadowRoot);
    expect(entered).toBeNull();
    await smoke(session);
  });
});

describe.runIf(browserName === 'chromium')('a Chromium without a native `browser`', () => {
  it('is served through webextension-polyfill', async () => {
    const session = await Session.forTest({ prepare: (build) => build.hideNativeBrowser() });
    const page = await session.browser.open(
      session.abs(session.outsider('next-scale image generation')),
    );
    await page.see('.entries .title');
    await page.click('.entries .disclose');
    await page.see('.details');
    await smoke(session);
    const popup = await session.popup();
    await popup.see('input[type="search"]');
    expect(await popup.evaluate(() => 'browser' in globalThis)).toBe(false);
  });
});
