/** The panel on other people's pages. */
import type { BrowserPage } from '../browsers/browser-page.ts';
import type { Session } from '../e2e/session.ts';
import { uiText } from '../e2e/ui-text.ts';
import { breakStorage, field } from './fixture-session.ts';
import { type Look, narrow, openSized, type Screen, type State, wide } from './screen.ts';

const part = 'kindred-panel';
/** So high that the panel is whole in it, below what arXiv has in its column. */
const tall = [1280, 1700] as const;
const button = (key: string) => ({ css: 'button', text: uiText(key) });
const menuItem = (key: string) => ({ css: '[role^="menuitem"]', text: uiText(key) });

const openMenu = async (page: BrowserPage) => {
  await page.click('button[aria-haspopup="menu"]');
  await page.see('[role="menu"]');
};
const choose = async (page: BrowserPage, key: string) => {
  await openMenu(page);
  await page.click(menuItem(key));
};
const abs = (session: Session, about: string) => session.abs(session.outsider(about));

const states: State[] = [
  {
    name: 'list',
    pictures: ['light', 'dark', 'firefox'],
    reach: (page) => page.see('.entries .title'),
  },
  {
    name: 'entry-opened',
    reach: async (page) => {
      await page.click('.entries .disclose');
      await page.see('.details');
    },
  },
  {
    name: 'ignore-of-entry',
    reach: async (page) => {
      await page.click(button('ignore.open'));
      await page.see('.details .form');
    },
  },
  {
    name: 'menu-open',
    reach: async (page) => {
      await page.press('Escape');
      await page.click('.entries .disclose');
      await page.gone('.details');
      await openMenu(page);
    },
  },
  {
    name: 'ignoring-words',
    reach: async (page) => {
      await page.click(menuItem('menu.ignoreTerm'));
      await page.see('.form .chip');
    },
  },
  {
    name: 'topic-form',
    pictures: ['light', 'dark', 'firefox'],
    reach: async (page) => {
      await page.click(button('ignore.done'));
      await page.click(button('topic.follow'));
      await page.see('.form input');
      await page.click('.form .chip');
      await page.see('.preview-titles li');
    },
  },
  {
    name: 'followed',
    pictures: [],
    reach: async (page) => {
      await page.click({ css: '.form .button.primary', text: uiText('topic.submit') });
      await page.see('.undo');
    },
  },
  {
    name: 'refused',
    reach: async (page) => {
      await page.click({ css: '.undo button', text: uiText('topic.undo') });
      await page.see(button('topic.follow'));
      await choose(page, 'refused.say');
      await page.see(button('refused.undo'));
    },
  },
  {
    name: 'hidden',
    reach: async (page) => {
      await page.click(button('refused.undo'));
      await page.see('.entries .title');
      await choose(page, 'menu.hide');
      await page.see('.hidden-line');
    },
  },
  {
    name: 'came-back',
    pictures: [],
    reach: async (page) => {
      await page.click({ css: '.undo button', text: uiText('topic.undo') });
      await page.see('.entries .title');
    },
  },
];

const closedAndOpen = (ofTab: readonly Look[]): State[] => [
  { name: 'closed', pictures: ofTab, reach: (page) => page.see('.tab') },
  {
    name: 'open',
    reach: async (page) => {
      await page.click('.tab');
      await page.see('.card .entries .title');
    },
  },
];

const html = (session: Session) => `https://arxiv.org/html/${session.outsider(field).id}v1`;

export const panelScreens: Screen[] = [
  {
    name: 'panel',
    part,
    sizes: [tall],
    open: (session) => openSized(session, abs(session, field), tall),
    states,
  },
  {
    name: 'panel-edge',
    part,
    sizes: [wide],
    open: (session) => openSized(session, html(session), wide),
    states: closedAndOpen(['light']),
  },
  {
    name: 'panel-narrow',
    part,
    sizes: [narrow],
    before: (session) => session.ask('setPanel', { pageKind: 'arxiv:html', start: 'closed' }),
    open: (session) => openSized(session, html(session), narrow),
    states: closedAndOpen([]),
  },
  {
    name: 'panel-nothing-close',
    part,
    sizes: [tall],
    before: (session) => session.ask('setPanel', { pageKind: 'arxiv:html', start: 'closed' }),
    open: (session) => openSized(session, abs(session, 'algebraic number fields'), tall),
    states: [{ name: 'shown', reach: (page) => page.see('.state') }],
  },
  {
    name: 'panel-listed',
    part,
    sizes: [tall],
    open: (session) => {
      const paper = session.services.papers.find((one) => one.listedAt && one.field === field);
      return openSized(session, paper ? session.abs(paper) : '', tall);
    },
    states: [{ name: 'shown', pictures: [], reach: (page) => page.see('.entries .title') }],
  },
  {
    name: 'panel-failed',
    part,
    sizes: [tall],
    before: (session) => breakStorage(session, true),
    open: (session) => openSized(session, abs(session, 'robot manipulation'), tall),
    states: [
      { name: 'shown', reach: (page) => page.see('[role="alert"]') },
      {
        name: 'tried-again',
        pictures: [],
        reach: async (page, session) => {
          await breakStorage(session, false);
          await page.click(button('related.retry'));
          await page.see('.entries .title');
        },
      },
    ],
  },
];
