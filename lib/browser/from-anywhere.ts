/** Searching from any page: a context-menu item on selected text, and the address bar's keyword. */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { isSuggested, queryFrom, suggestionsOf } from '../answer/suggestions.ts';
import type { Handlers } from '../messages/contract.ts';

const menuItem = 'search';
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

/** Makes the item anew: at every install and update. */
export async function makeSearchItem(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: menuItem,
    title: i18n.t('anywhere.menu'),
    contexts: ['selection'],
  });
}

/** Listens to both. Must be called at the start of the background. */
export function listenFromAnywhere(search: Handlers['search']): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }) => {
    if (menuItemId !== menuItem || !selectionText) return;
    void openSearch(selectionText);
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
    const url = isSuggested(text) ? text : searchPage(text);
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}
