import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersTo } from '../browsers/answers.ts';
import { badgeText } from '../browsers/extension-calls.ts';
import { until } from '../browsers/wait.ts';
import { newPaper } from '../fake-services/sample-papers.ts';
import { Session, today } from './session.ts';
import { uiText } from './ui-text.ts';

const field = 'key-value cache compression';

describe.each([
  ['runs on', false],
  ['is stopped between every two steps', true],
])('a topic whose background %s', (_, stops) => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start();
    await session.quiet();
  });
  afterAll(() => session?.close());

  const between = async () => {
    if (stops) await session.browser.stopWorker();
  };
  const badge = (text: string) =>
    until(
      `badge "${text}"`,
      async () => {
        const shown = await badgeText(session.browser);
        if (shown !== text) throw new Error(`It is "${shown}".`);
        return true;
      },
      20_000,
    );

  it('brings a new paper to the badge and the popup, until it is opened', async () => {
    await between();
    const page = await session.browser.open(session.abs(session.outsider(field)));
    await page.click({ css: 'button', text: uiText('topic.follow') });
    await page.see({ css: '.preview', text: '30 days' });
    await between();
    await page.fill('.form input[maxlength="500"]', 'key-value cache');
    await page.see({ css: `.preview${answersTo('key-value cache')}`, text: '30 days' });
    await between();
    await page.click('.form .button.primary');
    await page.see({ css: '.undo, [role="status"], p, span', text: 'Following' });
    await session.settled();
    expect(await badgeText(session.browser)).toBe('');

    await between();
    const fresh = newPaper(
      field,
      'PocketCache: the Key-Value Cache on a Telephone',
      today(),
      31_001,
    );
    const other = newPaper(
      'protein design',
      'FoldPocket: Proteins for Telephones',
      today(),
      31_002,
    );
    session.services.publish([fresh, other]);
    await between();
    await session.checkedAgain();
    await badge('1');

    await between();
    const popup = await session.popup();
    await popup.click({ css: '[role="tab"]', text: uiText('tabs.unread') });
    await popup.see({ css: '.entries .title', text: fresh.title });
    expect(await popup.visible({ css: '.entries .title', text: other.title })).toEqual([]);

    await between();
    await popup.click({ css: '.entries .title a', text: fresh.title });
    await badge('');
  });

  it('counts a paper once, however often it is checked', async () => {
    const again = newPaper(field, 'CacheOnce: Counting Keys and Values Once', today(), 31_003);
    session.services.publish([again]);
    for (let check = 0; check < 2; check++) {
      await between();
      await session.checkedAgain();
      await badge('1');
    }
  });
});
