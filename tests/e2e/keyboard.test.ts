/** Goes through each screen with real key presses only; the focus is never lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersTo } from '../browsers/answers.ts';
import { Keyboard } from '../browsers/focus.ts';
import { until } from '../browsers/wait.ts';
import { newPaper } from '../fake-services/sample-papers.ts';
import { Session, today } from './session.ts';
import { uiText } from './ui-text.ts';

const field = 'key-value cache compression';
const fresh = ['Pocket', 'Pantry', 'Attic'].map((place, at) =>
  newPaper(field, `${place}Cache: the Key-Value Cache in a ${place}`, today(), 31_001 + at),
);

let session: Session;
beforeAll(async () => {
  session = await Session.start();
  await session.loaded();
  // Lists stay as they are.
  await session.ask('pauseLoading', { paused: true });
  await session.ask('follow', { name: 'Caches', query: 'key-value cache' });
  session.services.publish(fresh);
  await session.checkedAgain();
});
afterAll(() => session?.close());

const heading = (text: string) => ({ css: 'h2, h3, .form-title', text });

describe('with the keyboard only', () => {
  it('the panel: opened, read, sorted, a word ignored and restored, a topic followed, closed', async () => {
    const paper = session.outsider('weather forecasting');
    const page = await session.browser.open(`https://arxiv.org/html/${paper.id}v1`);
    await page.focus('.tab');
    const keys = await Keyboard.of(page);
    await keys.press('Enter');
    await page.see('.card .entries .title');
    await keys.holds('opening', uiText('panel.collapse'));
    await keys.press('Tab', 'Tab', 'Enter');
    await page.see('.details');
    await keys.to(uiText('paper.save'));
    await keys.press('Enter');
    await page.see({ css: '.details .button', text: uiText('paper.saved') });

    await keys.to(uiText('panel.menu'), 'Shift+Tab');
    await keys.press('Enter', 'ArrowDown', 'Enter');
    await keys.holds('sorting', uiText('panel.menu'));
    await keys.press('ArrowUp');
    await page.see('[role="menu"]');
    await keys.press('Escape');
    await keys.holds('Escape', uiText('panel.menu'));

    await keys.press('Enter');
    await keys.to(uiText('menu.ignoreTerm'), 'ArrowDown');
    await keys.press('Enter');
    await page.see(heading(uiText('ignore.title')));
    await keys.to('Mute “');
    await keys.press('Enter');
    await page.see({ css: 'legend', text: uiText('ignore.ignoredHere') });
    await keys.holds('ignoring', uiText('ignore.title'));
    await keys.to('Unmute');
    await keys.press('Enter');
    await page.gone({ css: 'legend', text: uiText('ignore.ignoredHere') });
    await keys.press('Escape');
    await page.gone(heading(uiText('ignore.title')));
    await keys.holds('closing');

    await keys.to(uiText('topic.follow'));
    await keys.press('Enter');
    await page.see('.form');
    await keys.press('Escape');
    await keys.holds('cancelling', uiText('topic.follow'));
    await keys.press('Enter');
    await page.see({ css: '.preview', text: '30 days' });
    await keys.press('Enter');
    await page.see({ css: '.undo', text: 'Following' });
    await keys.press('Tab', 'Enter');
    await page.see({ css: '.undo', text: 'No longer following' });
    await keys.press('Escape');
    await page.gone('.card');
    await keys.holds('closing', uiText('panel.tab'));
    expect(await keys.lost()).toEqual([]);
    await page.close();
  });

  it('the popup: search, tabs, what is unread, topics, saved papers', async () => {
    const popup = await session.popup();
    await popup.see('.tabs');
    const keys = await Keyboard.of(popup);
    await keys.holds('opening', '');
    await keys.type('cache');
    await popup.see(answersTo('cache', '.entries .title mark'));
    await keys.press('ArrowDown', 'ArrowDown', 's', 'ArrowUp', 's', 'ArrowUp');
    await keys.press('Escape');
    await popup.see('.tabs');

    await keys.to(uiText('tabs.unread'));
    await keys.press('Tab');
    await keys.to(fresh[0]?.title ?? '');
    // What is read leaves the list; the focus goes to what is there now.
    await keys.press('r');
    await popup.see({ css: '[role="tab"]', text: uiText('tabs.unreadCount', '2') });
    await keys.holds('reading');
    await keys.to(uiText('unread.markAll'), 'Shift+Tab');
    await keys.press('Enter');
    await popup.see({ css: '.undo', text: uiText('topic.undo') });
    await keys.press('Tab', 'Enter');
    await popup.see({ css: '.entries .title', text: fresh[1]?.title ?? '' });
    await keys.holds('undoing');

    await keys.to(uiText('tabs.unread'), 'Shift+Tab');
    await keys.to(uiText('tabs.topics'), 'ArrowRight');
    await popup.see('.topics');
    await keys.to(uiText('topics.add'));
    await keys.press('Enter');
    await keys.type('Splats');
    await keys.press('Tab');
    await keys.type('gaussian');
    await popup.see({ css: `.preview${answersTo('gaussian')}`, text: '30 days' });
    await keys.press('Enter');
    await popup.see({ css: '.topic', text: 'Splats' });
    await keys.holds('following', uiText('topics.add'));
    await keys.to(uiText('topics.editLabel', 'Splats'));
    await keys.press('Enter');
    await keys.type(' and more');
    await keys.press('Enter');
    await popup.see({ css: '.topic', text: 'and more' });
    await keys.holds('editing');
    await keys.to('Unfollow “Splats');
    await keys.press('Enter');
    await popup.see('.undo');
    await keys.press('Tab', 'Enter');
    await popup.gone('.undo');
    await keys.holds('taking back');

    await keys.to(uiText('tabs.topics'), 'Shift+Tab');
    await keys.to(uiText('tabs.saved', ''), 'ArrowLeft');
    await popup.see({ css: '.entries .title', text: 'Cache' });
    await keys.to('Cache');
    await keys.press('s');
    await popup.see('.undo');
    await keys.press('Tab', 'Enter');
    await popup.gone('.undo');
    await keys.holds('taking back');
    expect(await keys.lost()).toEqual([]);
    await popup.close();
  });

  it('the user: filters, rows by letters and arrows, an abstract, groups, its keys', async () => {
    const page = await session.browser.openExtensionPage('reader.html');
    await page.see('.reader-paper h3');
    const keys = await Keyboard.of(page);
    await page.press('j');
    await keys.holds('j');
    await keys.press('j', 'ArrowDown', 'ArrowUp', 'k', 'e');
    await page.see('.reader-details');
    await keys.press('s', 'r', '?');
    await page.see('.reader-keys dl');
    await keys.press('Enter', '/');
    await keys.type('speech');
    await page.see(answersTo('speech', '.reader-paper h3'));
    expect((await page.visible('.reader-paper')).length).toBeLessThan(12);
    await keys.press('Escape');
    await page.see(answersTo('', '.reader-paper h3'));
    expect(await page.url()).not.toContain('q=');
    // From the empty box back to the papers.
    await keys.press('Escape');
    await keys.press('j');
    const onRow = () => page.evaluate(() => document.activeElement?.matches('[data-index]'));
    await expect.poll(onRow).toBe(true);

    await keys.press('/', 'Tab', 'ArrowDown');
    await until('fewer by upvotes', async () => (await page.url()).includes('least='));
    await keys.to('', 'Tab', 1);
    await page.see(answersTo('', '.reader-paper h3'));
    await page.focus('.reader-groupings input:checked');
    await keys.press('ArrowRight');
    await until('weeks', async () => (await page.url()).includes('by=week'));
    await page.see(answersTo('', '.reader-paper h3'));
    await page.focus('.reader-bar select');
    await keys.press('ArrowDown');
    await keys.holds('choosing a group');
    expect(await keys.lost()).toEqual([]);
    await page.close();
  });

  it('the options: found, set, papers added and removed, everything deleted', async () => {
    const options = await session.browser.openExtensionPage('options.html#appearance');
    await options.see({ css: 'label', text: uiText('appearance.dark') });
    const keys = await Keyboard.of(options);
    await keys.holds('coming', uiText('groups.appearance'));
    await keys.press('Tab', 'ArrowDown', 'ArrowDown');
    await options.see('.kindred[data-theme="dark"]');
    await keys.press('ArrowUp', 'ArrowUp');
    await options.see('.kindred[data-theme="light"]');

    await options.focus('input[type="search"]');
    await keys.type('cs.CL');
    await options.see({ css: '.options-nav [role="status"]', text: '1' });
    await options.focus('.add-line input');
    await keys.type('cs.CL');
    await keys.press('Tab', 'Enter');
    await options.see({ css: '.place-line', text: 'cs.CL' });
    await keys.holds('adding', 'input');
    await keys.to(uiText('arxiv.removeLabel', 'cs.CL'));
    await keys.press('Enter');
    await options.gone({ css: '.place-line', text: 'cs.CL' });
    await keys.holds('removing');
    await options.focus('input[type="search"]');
    await keys.press('Escape');

    await options.focus('textarea');
    await keys.type(
      JSON.stringify({
        title: 'On the Weather of Small Rooms and Their Windows',
        arxivId: '2501.00077',
        abstract: 'Rooms have weather.',
        authors: ['A. Okafor'],
      }),
    );
    await keys.press('Tab', 'Enter');
    await options.see('.import-preview');
    await keys.to(uiText('import.apply'));
    await keys.press('Enter');
    await options.see('.undo', 20_000);
    await keys.press('Tab', 'Enter');
    await options.see({ css: '[role="status"]', text: uiText('import.undone') });
    await keys.holds('undoing');

    await keys.to(uiText('options.deleteAsk'));
    await keys.press('Enter');
    await keys.holds('asking', uiText('options.deleteSure'));
    await keys.to(uiText('options.cancel'));
    await keys.press('Enter');
    await keys.holds('cancelling', uiText('options.deleteAsk'));
    await keys.press('Enter');
    await keys.to(uiText('options.deleteNow'));
    await keys.press('Enter');
    await options.see({ css: '[role="status"]', text: uiText('options.deleteDone') });
    await keys.holds('deleting', uiText('options.deleteAsk'));
    expect(await keys.lost()).toEqual([]);
    await options.close();
  });

  it('the first screen, with the panel in it', async () => {
    const page = await session.browser.openExtensionPage('welcome.html');
    await page.see('.card');
    const keys = await Keyboard.of(page);
    await page.press('Tab');
    await keys.holds('Tab', uiText('welcome.close'));
    await keys.to(uiText('panel.collapse'));
    await keys.press('Enter');
    await keys.holds('closing', uiText('panel.tab'));
    await keys.press('Enter');
    await keys.to(uiText('welcome.done'));
    expect(await keys.lost()).toEqual([]);
    await page.close();
  });
});

it('the keys that open Kindred are set', async () => {
  const commands = await session.browser.inExtension(
    (api) =>
      (
        api as unknown as {
          commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
        }
      ).commands.getAll(),
    null,
  );
  expect(commands).toMatchObject([{ name: '_execute_action', shortcut: 'Alt+Shift+K' }]);
});
