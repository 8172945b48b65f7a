import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../browsers/wait.ts';
import { Session } from './session.ts';

describe('Kindred in tabs that stay open', () => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start();
  });
  afterAll(() => session?.close());

  it('answers after its background was stopped', async () => {
    const page = await session.browser.open(
      session.abs(session.outsider('next-scale image generation')),
    );
    await page.see('.entries .title');
    // An alarm may have started it again at once.
    await until('no background to run', async () => {
      await session.browser.stopWorker();
      return !(await session.browser.workerRuns());
    });
    await page.reload();
    await page.see('.entries .title');
    await page.close();
  });

  it('works again by itself after an update, once a page', async () => {
    const page = await session.browser.open(
      session.abs(session.outsider('next-scale image generation')),
    );
    await page.see('.entries .title');
    await page.evaluate(() => {
      document.querySelector('kindred-panel')?.setAttribute('data-earlier', '');
    });
    await session.browser.update();
    await page.gone('[data-earlier]');
    // In a page that is laid out already the panel takes no space before a click.
    await page.click('.tab');
    await page.see('.entries .title');
    expect((await page.all('kindred-panel')).length).toBe(1);
    await page.click('.entries .disclose');
    await page.see('.details');
    await page.close();
  });

  it('keeps what is stored over an update', async () => {
    const before = await session.ask('status', {});
    await session.browser.update();
    const after = await session.ask('status', {});
    expect(after.papers).toBeGreaterThanOrEqual(before.papers);
  });

  it('is gone from open pages when it is switched off, and back when it is on', async () => {
    const page = await session.browser.open(
      session.abs(session.outsider('next-scale image generation')),
    );
    await page.see('.entries .title');
    await session.browser.setEnabled(false);
    await page.gone('.card');
    await page.gone('.tab');
    await session.browser.setEnabled(true);
    await page.reload();
    await page.see('.entries .title');
    await page.close();
  });
});
