/** The popup, and the side panel, which holds the same views in another frame. */
import { answersTo } from '../browsers/answers.ts';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { tabIdOf } from '../browsers/extension-calls.ts';
import type { Session } from '../e2e/session.ts';
import { uiText } from '../e2e/ui-text.ts';
import { journalHost } from '../fake-services/other-sites.ts';
import {
  addOwnThings,
  atRest,
  breakStorage,
  changeUpdateState,
  field,
  offline,
  stillLoading,
} from './fixture-session.ts';
import { openOwn, popupSize, type Screen, type State, wide } from './screen.ts';

const part = 'html';
const sizes = [popupSize];
const button = (key: string) => ({ css: 'button', text: uiText(key) });
const searchBox = 'input[type="search"]';

const tab =
  (key: 'page' | 'unread' | 'latest' | 'saved' | 'topics') => async (page: BrowserPage) => {
    await page.fill(searchBox, '');
    await page.click({ css: '[role="tab"]', text: uiText(`tabs.${key}`) });
    await page.see({ css: '[role="tab"][aria-selected="true"]', text: uiText(`tabs.${key}`) });
    await page.gone('.waiting');
  };
const search = (query: string, seen: string) => async (page: BrowserPage) => {
  await page.fill(searchBox, query);
  await page.see(answersTo(query, seen));
};

/** Scrolls what was opened to the top. */
const toTop = (page: BrowserPage, css: string) =>
  page.evaluate((one) => document.querySelector(one)?.scrollIntoView(), css);

/** The popup for the page at an address, which is opened first. */
const popupOn = (address: (session: Session) => string) => async (session: Session) => {
  const url = address(session);
  await session.browser.open(url);
  const popup = await session.popup(url);
  await popup.see(searchBox);
  return popup;
};
const plainPopup = async (session: Session) => {
  const popup = await session.popup();
  await popup.see(searchBox);
  return popup;
};

const atFirst: State[] = [
  { name: 'latest', pictures: ['firefox'], reach: tab('latest') },
  { name: 'unread-none-yet', reach: tab('unread') },
  { name: 'saved-none', pictures: [], reach: tab('saved') },
  { name: 'topics-none', pictures: [], reach: tab('topics') },
];

const full: State[] = [
  { name: 'on-this-page', pictures: ['light', 'dark'], reach: tab('page') },
  {
    name: 'on-this-page-menu',
    reach: async (page) => {
      // Shown once, where the browser reports that the icon is not on the toolbar.
      if ((await page.visible(button('pin.done'))).length > 0) await page.click(button('pin.done'));
      await page.click('button[aria-haspopup="menu"]');
      await page.see('[role="menu"]');
    },
  },
  {
    name: 'unread',
    pictures: [],
    reach: async (page) => {
      await page.press('Escape');
      await tab('unread')(page);
      await page.see('.entries .title');
    },
  },
  {
    name: 'unread-earlier',
    reach: async (page) => {
      await page.click('.earlier summary');
      await page.see('.earlier .entries .title');
      await toTop(page, '.earlier');
    },
  },
  { name: 'latest', reach: tab('latest') },
  {
    name: 'entry-opened',
    pictures: [],
    reach: async (page) => {
      await page.click('.entries .disclose');
      await page.see('.details');
    },
  },
  {
    name: 'reasons',
    pictures: ['light', 'dark'],
    reach: async (page) => {
      await page.click(button('reasons.ask'));
      await page.see('.details .reasons, .details h3, .details h4');
    },
  },
  {
    name: 'like-form',
    reach: async (page) => {
      await page.click(button('like.ask'));
      await page.see('.details .form .chip');
      await toTop(page, '.details .form');
    },
  },
  { name: 'saved', pictures: [], reach: tab('saved') },
  { name: 'topics', reach: tab('topics') },
  {
    name: 'topic-edit',
    reach: async (page) => {
      await page.click(button('topics.edit'));
      await page.see('.preview-titles li');
      await toTop(page, '.topic .form');
    },
  },
  {
    name: 'topic-unfollowed',
    pictures: [],
    reach: async (page) => {
      await page.click(button('topic.cancel'));
      await page.click(button('topics.unfollow'));
      await page.see('.undo');
    },
  },
  {
    name: 'topic-new',
    pictures: [],
    reach: async (page) => {
      await page.click({ css: '.undo button', text: uiText('topic.undo') });
      await page.gone('.undo');
      await page.click(button('topics.add'));
      await page.see('.form');
    },
  },
  {
    name: 'search-results',
    pictures: ['light', 'dark'],
    reach: search('cache compression', '.entries mark'),
  },
  { name: 'search-suggestions', reach: search('halluc', '.suggestions button') },
  { name: 'search-similar', reach: search('halucination', 'h2.group') },
  { name: 'search-none', pictures: [], reach: search('zymurgical quokka', '.state') },
  {
    name: 'search-query-problem',
    pictures: [],
    reach: search('cache after:someday', '.entries .title'),
  },
  {
    name: 'search-pasted-unknown',
    pictures: [],
    reach: search('https://arxiv.org/abs/2401.00001', '.state'),
  },
];

const once = (name: string, reach: State['reach']): State[] => [{ name, pictures: [], reach }];

export const popupScreens: Screen[] = [
  { name: 'popup-at-first', part, sizes, open: plainPopup, states: atFirst },
  {
    name: 'popup',
    part,
    sizes,
    before: addOwnThings,
    open: popupOn((session) => session.abs(session.outsider(field))),
    states: full,
  },
  {
    name: 'popup-no-paper',
    part,
    sizes,
    open: popupOn(() => 'https://arxiv.org/'),
    states: [
      { name: 'on-this-page', pictures: [], reach: tab('page') },
      {
        name: 'evidence',
        reach: async (page) => {
          await page.click(button('evidence.whyNot'));
          await page.see('.evidence');
        },
      },
    ],
  },
  {
    name: 'popup-listing',
    part,
    sizes,
    open: popupOn(() => 'https://arxiv.org/list/cs/new'),
    states: once('on-this-page', tab('page')),
  },
  {
    name: 'popup-pdf',
    part,
    sizes,
    open: async (session) => {
      const url = `https://arxiv.org/pdf/${session.outsider('protein design').id}`;
      await session.browser.open(url);
      return session.popup(url);
    },
    states: once('on-this-page', tab('page')),
  },
  {
    name: 'popup-loading',
    part,
    sizes,
    before: (session) => changeUpdateState(session, stillLoading),
    open: plainPopup,
    states: once('latest', tab('latest')),
  },
  {
    name: 'popup-offline',
    part,
    sizes,
    before: (session) => changeUpdateState(session, offline),
    open: plainPopup,
    states: [{ name: 'latest', reach: tab('latest') }],
  },
  {
    name: 'popup-failed',
    part,
    sizes,
    before: async (session) => {
      await changeUpdateState(session, atRest);
      await breakStorage(session, true);
    },
    open: plainPopup,
    states: [
      { name: 'latest', reach: tab('latest') },
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

const side = [360, 800] as const;
const sideFor = async (session: Session, url: string) => {
  await session.browser.open(url);
  return openOwn(session, `sidepanel.html?tabId=${await tabIdOf(session.browser, url)}`, side);
};

export const sidePanelScreens: Screen[] = [
  {
    name: 'side-panel',
    part,
    sizes: [side],
    open: (session) => sideFor(session, session.abs(session.outsider('robot manipulation'))),
    states: [{ name: 'on-this-page', reach: (page) => page.see('.entries .title') }],
  },
  {
    name: 'side-panel-unseen',
    part,
    sizes: [side],
    open: async (session) => {
      await session.browser.open(`https://${journalHost}/`);
      // The browser keeps its address from Kindred, and from tests.
      const tabs = await session.browser.inExtension((api) => api.tabs.query({}), null);
      const last = Math.max(...tabs.map(({ id = 0 }) => id));
      return openOwn(session, `sidepanel.html?tabId=${last}`, side);
    },
    states: [{ name: 'on-this-page', pictures: [], reach: (page) => page.see('.state') }],
  },
  {
    name: 'side-panel-as-tab',
    part,
    sizes: [wide],
    open: (session) => openOwn(session, 'sidepanel.html?query=cache', wide),
    states: [{ name: 'search', reach: (page) => page.see('.entries .title') }],
  },
  {
    name: 'side-panel-notice',
    part,
    sizes: [side],
    open: (session) => openOwn(session, 'sidepanel.html?notice=fewer', side),
    states: [{ name: 'fewer', reach: (page) => page.see('.topic .form .bar-inside') }],
  },
];
