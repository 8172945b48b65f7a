/** Options, welcome, the reader page, and the marks on arXiv's own listings. */
import { answersTo } from '../browsers/answers.ts';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { until } from '../browsers/wait.ts';
import type { Session } from '../e2e/session.ts';
import { uiText } from '../e2e/ui-text.ts';
import { type Look, narrow, openOwn, openSized, type Screen, type State, wide } from './screen.ts';

const button = (key: string) => ({ css: 'button', text: uiText(key) });
/** So high that the longest part of the options is whole in it. */
const tall = [1000, 1500] as const;

const optionsPart = (name: string, pictures: readonly Look[] = []): State => ({
  name,
  pictures,
  part: `#${name}`,
  sizes: [tall],
  reach: async (page) => {
    await page.click(`.options-nav a[href="#${name}"]`);
    await until(`#${name}`, async () => (await page.url()).endsWith(`#${name}`));
    await page.gone('.waiting');
  },
});

const options: State[] = [
  {
    name: 'top',
    pictures: ['light', 'dark'],
    sizes: [[1000, 700], narrow],
    reach: async (page) => {
      await page.see('.sizes');
      await page.gone('.waiting');
    },
  },
  optionsPart('sources'),
  {
    name: 'sources-unknown-category',
    part: '#sources',
    sizes: [tall],
    reach: async (page) => {
      await page.fill('#sources form input', 'astrology');
      await page.press('Enter');
      await page.see('#sources [role="alert"]');
    },
  },
  optionsPart('sites'),
  optionsPart('appearance', ['light', 'dark']),
  optionsPart('alerts'),
  optionsPart('data'),
  {
    name: 'data-import',
    part: '#data',
    sizes: [tall],
    reach: async (page) => {
      await page.focus('#data textarea');
      await page.type(
        '{"title":"A Paper From a File of One Line","arxiv_id":"2603.01234","date":"2026-03-02"}',
      );
      await page.click(button('options.look'));
      await page.see('#data .form .button.primary');
    },
  },
  {
    name: 'data-delete',
    pictures: [],
    part: '#data',
    sizes: [tall],
    reach: async (page) => {
      await page.click(button('options.cancel'));
      await page.click(button('options.deleteAsk'));
      await page.see(button('options.deleteNow'));
    },
  },
  optionsPart('privacy'),
  optionsPart('about'),
  {
    name: 'found',
    sizes: [[1000, 700]],
    reach: async (page) => {
      await page.fill('.options-nav input', 'dark');
      // How many settings match, in any language.
      await page.see('.options-nav [role="status"]:not(:empty)');
    },
  },
];

const reader: State[] = [
  {
    name: 'by-day',
    pictures: ['light', 'dark'],
    sizes: [wide, narrow],
    reach: (page) => page.see('h3 math'),
  },
  {
    name: 'row-opened',
    reach: async (page) => {
      await page.focus({ css: '.reader-row a', text: 'Sorting Papers' });
      await page.press('e');
      await page.see('.abstract math');
    },
  },
  {
    name: 'keys',
    reach: async (page) => {
      await page.press('e');
      await page.gone('.abstract math');
      await page.press('?');
      await page.see('.reader-keys dl');
    },
  },
  {
    name: 'by-topic',
    reach: async (page) => {
      await page.click('.reader-keys summary');
      await page.click({ css: 'label', text: uiText('reader.by_topic') });
      await page.see({ css: '.reader-group', text: 'Caches' });
    },
  },
  {
    name: 'none',
    pictures: [],
    reach: async (page) => {
      await page.fill('input[type="search"]', 'zymurgical quokka');
      await page.see(answersTo('zymurgical quokka'));
      await page.see(button('reader.clear'));
    },
  },
  {
    name: 'trends',
    pictures: ['light', 'dark'],
    reach: async (page) => {
      await page.click(button('reader.page_trends'));
      await page.see('figcaption');
    },
  },
  {
    // The positions of a map's papers depend on the fonts: reader.test.ts checks them.
    name: 'map-to-choose',
    reach: async (page) => {
      await page.click(button('reader.page_map'));
      await page.see('.map-choice input');
    },
  },
];

const entry = (page: BrowserPage) => page.see('.entries .title');
const whole = 'html';

export const pageScreens: Screen[] = [
  {
    name: 'options',
    part: whole,
    sizes: [wide],
    open: (session) => openOwn(session, 'options.html', [1000, 700]),
    states: options,
  },
  {
    name: 'welcome',
    part: whole,
    sizes: [wide, narrow],
    open: (session) => openOwn(session, 'welcome.html', wide),
    states: [{ name: 'shown', pictures: ['light', 'dark'], reach: entry }],
  },
  {
    name: 'reader',
    part: whole,
    sizes: [wide],
    open: (session) => openOwn(session, 'reader.html', wide),
    states: reader,
  },
  {
    name: 'arxiv-listing',
    part: whole,
    sizes: [[1000, 500]],
    open: (session) => openSized(session, 'https://arxiv.org/list/cs/new', [1000, 500]),
    states: [
      {
        name: 'marked',
        pictures: ['light', 'dark'],
        reach: (page) => page.see('kindred-mark, [data-kindred], .mark'),
      },
    ],
  },
];

/** After everything was deleted, with no service to fetch from: only the starter digest. */
export const emptyScreens: Screen[] = [
  {
    name: 'reader-deleted',
    part: whole,
    sizes: [wide],
    before: async (session: Session) => {
      session.services.fail({ path: '/' }, { kind: 'silent' });
      await session.ask('deleteEverything', {});
    },
    open: (session) => openOwn(session, 'reader.html', wide),
    states: [
      { name: 'papers', pictures: [], reach: (page) => page.see('.reader-paper') },
      {
        name: 'trends',
        pictures: [],
        reach: async (page) => {
          await page.click(button('reader.page_trends'));
          await page.see('.state, figcaption');
        },
      },
    ],
  },
];
