/**
 * Kindred on any page: context-menu items that search for the selected text and inspect the page, and
 * the keyword of the address bar.
 */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { isSuggestion, queryFrom, suggestionsOf } from '../answers/papers/suggestions.ts';
import { notifyTabInspected } from '../extension/inspected-tab.ts';
import { openSidePanel } from '../extension/side-panel.ts';
import { startDetector } from '../extension/start-detector.ts';
import type { Handlers } from '../messages/contract.ts';

const searchItem = 'search';
const inspectItem = 'look';
/** Extensions cannot access pages of the browser itself. */
const webPages = ['https://*/*', 'http://*/*', 'file:///*'];
const maxSuggestions = 6;

/** The address of the search for a text, on the side panel's page. */
function searchAddress(text: string): string {
  const page = browser.runtime.getURL('/sidepanel.html' as never);
  return `${page}?${new URLSearchParams({ query: queryFrom(text) })}`;
}

/** Opens the search for a text in a new tab. */
export async function openSearch(text: string): Promise<void> {
  await browser.tabs.create({ url: searchAddress(text) });
}

/** Creates both items, at every install and update. No menu shows both. */
export async function createMenuItems(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: searchItem,
    title: i18n.t('anywhere.menu'),
    contexts: ['selection'],
  });
  browser.contextMenus.create({
    id: inspectItem,
    title: i18n.t('anywhere.look'),
    contexts: ['page'],
    documentUrlPatterns: webPages,
  });
}

/**
 * Inspects a page once: the click on the item grants `activeTab`. The side panel shows the result; it
 * must be opened before the first `await`, while the browser still sees the click.
 */
async function inspectPage(tab: { id?: number | undefined; windowId?: number | undefined }) {
  const opened = openSidePanel(tab.windowId);
  // Where no script can run, the address decides.
  if (tab.id !== undefined) await startDetector(tab.id).catch(() => undefined);
  await opened;
  notifyTabInspected();
}

/** Must be called at the start of the background. */
export function listenToMenuAndOmnibox(search: Handlers['search']): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId === searchItem && selectionText) void openSearch(selectionText);
    if (menuItemId === inspectItem && tab) void inspectPage(tab);
  });

  const { omnibox } = browser;
  // Firefox for Android has no omnibox API.
  if (omnibox === undefined) return;
  omnibox.onInputStarted.addListener(() => {
    void omnibox.setDefaultSuggestion({ description: i18n.t('anywhere.suggestion') });
  });
  let latest = 0;
  omnibox.onInputChanged.addListener((text, suggest) => {
    const current = ++latest;
    const query = queryFrom(text);
    if (query === '') return;
    const request = { query, offset: 0, limit: maxSuggestions, sort: 'relevance' as const };
    search(request, { tabId: null, private: false }).then(
      ({ results }) => {
        if (current === latest) suggest(suggestionsOf(results, !import.meta.env.FIREFOX));
      },
      // Enter still opens the search, which shows the failure.
      () => undefined,
    );
  });
  omnibox.onInputEntered.addListener((text, disposition) => {
    const url = isSuggestion(text) ? text : searchAddress(text);
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}
