import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from './session.ts';

describe('the panel', () => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start();
    await session.loaded();
  });
  afterAll(() => session?.close());

  it('shows papers of the same field on an arXiv page', async () => {
    const paper = session.standIn.papers.find((one) => one.title.startsWith('Notes on key-value'));
    const page = await session.browser.open(session.abs(paper?.id ?? ''));
    await page.see({ css: 'kindred-panel .entries .title' });
    const titles = (await page.visible('kindred-panel .entries .title, .entries .title')).map(
      (seen) => seen.text,
    );
    const field = session.standIn.papers.filter((one) => one.field === paper?.field);
    expect(titles.length).toBe(5);
    expect(titles.filter((title) => !field.some((one) => one.title === title))).toEqual([]);
  });
});
