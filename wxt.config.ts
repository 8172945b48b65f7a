import { defineConfig } from 'wxt';
import { installHosts } from './lib/page/hosts.ts';
import { isolateValues } from './lib/text/bidi-isolate.ts';

const firefoxId = 'kindred@kindred.pub';
/** What the toolbar shows until something is known of a page. */
const quietIcon = { 16: 'icon/quiet-16.png', 32: 'icon/quiet-32.png' };

/** Example and reason of a row of the site table are for those who read and test it. */
const leaveOutNotes = {
  name: 'kindred:site-notes',
  apply: 'build' as const,
  enforce: 'pre' as const,
  transform(code: string, file: string) {
    if (!/\/lib\/page\/sites\/[\w-]+\.ts$/.test(file)) return null;
    return code.replace(/^ +(?:example|reason):\s*(['"`])(?:\\.|(?!\1)[^\\])*\1,$/gm, '');
  },
};

/**
 * Few chunks: a page waits for each of them. What the background shares with pages, and what pages
 * share with one another; the starter digest is data, not program.
 */
const chunks = [
  { name: 'starter', test: /starter-digest\.json/, priority: 3 },
  {
    name: 'shared',
    // What Vite brings for pages asks for a document, which a service worker has none of.
    test: /^(?!.*(?:\/components\/|\/preact\/|\0vite\/|\.css$))/,
    minShareCount: 2,
    priority: 2,
  },
  // A style sheet of a page's own does not come to the others.
  { name: 'views', test: /^(?!.*(?<!\/pages)\.css$)/, minShareCount: 2, priority: 1 },
];

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  hooks: {
    'build:publicAssets'(_, assets) {
      for (const asset of assets) {
        if (!('contents' in asset) || !asset.relativeDest.endsWith('messages.json')) continue;
        asset.contents = JSON.stringify(isolateValues(JSON.parse(asset.contents)));
      }
    },
    'vite:build:extendConfig'(entries, config) {
      // Chromium answers all that content scripts call with promises by itself: a copy of
      // webextension-polyfill in each of them would only be loaded on every page.
      if (entries.every(({ type }) => type === 'content-script'))
        config.resolve = { ...config.resolve, alias: {} };
      if (!entries.some(({ name }) => name === 'background')) return;
      config.build ??= {};
      config.build.rolldownOptions ??= {};
      config.build.rolldownOptions.output = {
        ...config.build.rolldownOptions.output,
        codeSplitting: { groups: chunks },
      };
    },
  },
  vite: () => ({
    plugins: [leaveOutNotes],
    // The library without what it brings for chemistry, physics and Wikipedia: 10 kB of 59.
    resolve: { alias: { temml: 'temml/temml.js' } },
  }),
  i18n: { localesDir: 'assets/locales' },
  publicDir: 'assets/public',
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'activeTab',
      'scripting',
      'contextMenus',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
    ],
    host_permissions: installHosts,
    omnibox: { keyword: 'kin' },
    // Neither browser has it, no letter of their menus is Alt+Shift, and on a Mac Alt writes signs.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K', mac: 'MacCtrl+Shift+K' } },
    },
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src https://huggingface.co https://export.arxiv.org https://rss.arxiv.org; base-uri 'none'; form-action 'none'",
    },
    ...(browser === 'chrome'
      ? { minimum_chrome_version: '120', action: { default_icon: quietIcon } }
      : {
          action: { default_area: 'navbar', default_icon: quietIcon },
          browser_specific_settings: {
            gecko: {
              id: firefoxId,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }),
  }),
});
