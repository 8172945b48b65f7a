import { afterAll, beforeAll, expect, it } from 'vitest';
import { answersTo } from '../browsers/answers.ts';
import { badgeText } from '../browsers/extension-calls.ts';
import { until } from '../browsers/wait.ts';
import { newPaper } from '../fake-services/sample-papers.ts';
import { Session, today } from './session.ts';
import { uiText } from './ui-text.ts';

const field = 'key-value cache compression';

let session: Session;
beforeAll(async () => {
  session = await Session.start();
  await session.quiet();
});
afterAll(() => session?.close());

const badge = (text: string) =>
  until(`badge "${text}"`, async () => (await badgeText(session.browser)) === text, 20_000);

it('keeps a paper below the limit off the badge until it has the upvotes, then says so', async () => {
  const fresh = newPaper(field, 'SlowCache: a Cache Nobody Noticed', today(), 31_101);
  fresh.upvotes = 3;
  await session.ask('follow', { name: 'caches', query: 'cache', least: 20 });
  session.services.publish([fresh]);
  await session.checkedAgain();
  expect(await badgeText(session.browser)).toBe('');
  const popup = await session.popup();
  await popup.click({ css: '[role="tab"]', text: uiText('tabs.unread') });
  await popup.click({ css: 'summary', text: 'below your limit' });
  await popup.see({ css: '.entries .title', text: fresh.title });
  await popup.close();

  fresh.upvotes = 23;
  await session.checkedAgain();
  await badge('1');
  const after = await session.popup();
  await after.see({ css: '.note', text: uiText('unread.passed', '20', '23') });
  await after.close();

  await session.checkedAgain();
  await badge('1');
});

it('shows what a topic would have brought, week by week, and follows within a budget', async () => {
  const popup = await session.popup();
  await popup.click({ css: '[role="tab"]', text: uiText('tabs.topics') });
  await popup.click({ css: 'button', text: uiText('topics.add') });
  await popup.fill('.form input[maxlength="500"]', 'model');
  await popup.see(`.preview${answersTo('model')}`);
  await popup.see('.weeks .bar-inside');
  await popup.focus('.form input[type="range"]');
  await popup.press('ArrowLeft');
  await popup.see({ css: '.budget p', text: uiText('topic.cutNote') });
  // With the answer for this limit the form no longer changes.
  await popup.see(`.preview${answersTo('model')}`);
  await popup.see({ css: '.form summary', text: 'below your limit' });
  await popup.focus('.form .button.primary');
  await popup.press('Enter');
  await popup.gone('.form input[type="range"]');
  const topic = (await session.ask('topics', {})).find(({ query }) => query === 'model');
  expect(topic?.least).toBeGreaterThan(0);
  await popup.close();
});
