/**
 * Kindred from any page: context-menu items that search for selected text and look at the page, and
 * the address bar's keyword.
 */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { isSuggestion, queryFrom, suggestionsOf } from '../answers/papers/suggestions.ts';
import { notifyTabInspected } from '../extension/inspected-tab.ts';
import { openSidePanel } from '../extension/side-panel.ts';
import { startDetector } from '../extension/start-detector.ts';
import type { Handlers } from '../messages/contract.ts';

const searchItem = 'search';
const lookItem = 'look';
/** Pages of the browser itself are nobody's to look at. */
const webPages = ['https://*/*', 'http://*/*', 'file:///*'];
const mostSuggestions = 6;

/** Kindred's search for a text, in the side panel's page. */
function searchPage(text: string): string {
  const page = browser.runtime.getURL('/sidepanel.html' as never);
  return `${page}?${new URLSearchParams({ query: queryFrom(text) })}`;
}

/** Opens the search for a text in a tab of its own. */
export async function openSearch(text: string): Promise<void> {
  await browser.tabs.create({ url: searchPage(text) });
}

/** Makes both items again: at every install and update. No menu ever shows the two of them. */
export async function createMenuItems(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: searchItem,
    title: i18n.t('anywhere.menu'),
    contexts: ['selection'],
  });
  browser.contextMenus.create({
    id: lookItem,
    title: i18n.t('anywhere.look'),
    contexts: ['page'],
    documentUrlPatterns: webPages,
  });
}

/**
 * Looks at a page once: the click on the item is what lets Kindred. What it finds is said beside the
 * page, which must be opened before anything is waited for.
 */
async function lookAt(tab: { id?: number | undefined; windowId?: number | undefined }) {
  const beside = openSidePanel(tab.windowId);
  // A page that takes no script is judged by its address.
  if (tab.id !== undefined) await startDetector(tab.id).catch(() => undefined);
  await beside;
  notifyTabInspected();
}

/** Listens to all of them. Must be called at the start of the background. */
export function listenToMenuAndOmnibox(search: Handlers['search']): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId === searchItem && selectionText) void openSearch(selectionText);
    if (menuItemId === lookItem && tab) void lookAt(tab);
  });

  const { omnibox } = browser;
  // Firefox on Android has no address bar that takes keywords.
  if (omnibox === undefined) return;
  omnibox.onInputStarted.addListener(() => {
    void omnibox.setDefaultSuggestion({ description: i18n.t('anywhere.suggestion') });
  });
  let turn = 0;
  omnibox.onInputChanged.addListener((text, suggest) => {
    const mine = ++turn;
    const query = queryFrom(text);
    if (query === '') return;
    const request = { query, offset: 0, limit: mostSuggestions, sort: 'relevance' as const };
    search(request, { tabId: null, private: false }).then(
      ({ results }) => {
        if (mine === turn) suggest(suggestionsOf(results, !import.meta.env.FIREFOX));
      },
      // Without suggestions Enter still opens the search, which says what is wrong.
      () => undefined,
    );
  });
  omnibox.onInputEntered.addListener((text, disposition) => {
    const url = isSuggestion(text) ? text : searchPage(text);
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}
