import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import {
  createMenuItems,
  listenToMenuAndOmnibox,
} from '../../../lib/background/context-menu-and-omnibox.ts';
import type { Handlers } from '../../../lib/messages/contract.ts';
import { paper } from '../search/papers.ts';

type Listener = (...given: never[]) => unknown;

/** An event that the test fires. */
function event() {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => void listeners.push(listener),
    fire: (...given: unknown[]) => {
      for (const listener of listeners) listener(...(given as never[]));
    },
  };
}

const clicked = event();
const [started, changed, entered] = [event(), event(), event()];
const setDefaultSuggestion = vi.fn(async () => undefined);
const menu = { removeAll: vi.fn(async () => undefined), create: vi.fn(), onClicked: clicked };
const create = vi.spyOn(browser.tabs, 'create');
const update = vi.spyOn(browser.tabs, 'update');
const search = vi.fn(async () => ({ results: [{ paper: paper('2603.00001', 'A < B & C') }] }));
const opened = () => String(create.mock.lastCall?.[0]?.url);

Object.assign(browser, {
  contextMenus: menu,
  omnibox: {
    onInputStarted: started,
    onInputChanged: changed,
    onInputEntered: entered,
    setDefaultSuggestion,
  },
});
listenToMenuAndOmnibox(search as unknown as Handlers['search']);

beforeEach(() => {
  vi.clearAllMocks();
  create.mockImplementation((async () => ({})) as never);
  update.mockImplementation((async () => ({})) as never);
});

describe('the menu of a page', () => {
  it('has one item for selected text and one for the page, created at each install', async () => {
    await createMenuItems();
    expect(menu.removeAll.mock.invocationCallOrder[0]).toBeLessThan(
      menu.create.mock.invocationCallOrder[0] ?? 0,
    );
    expect(menu.create.mock.calls).toEqual([
      [expect.objectContaining({ title: 'Search Daily Papers', contexts: ['selection'] })],
      [
        expect.objectContaining({
          title: 'Look at this page with Kindred',
          contexts: ['page'],
          documentUrlPatterns: expect.not.arrayContaining(['<all_urls>']),
        }),
      ],
    ]);
  });

  it('searches for the selection as one line, and ignores other items', () => {
    clicked.fire({ menuItemId: 'search', selectionText: ' sparse\n  experts & more ' });
    expect(opened()).toMatch(/sidepanel\.html\?query=sparse\+experts\+%26\+more$/);
    clicked.fire({ menuItemId: 'other', selectionText: 'x' });
    clicked.fire({ menuItemId: 'search', selectionText: '' });
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('inspects the page: opens the side panel in the click itself, then notifies every view', async () => {
    const open = vi.fn(async () => undefined);
    const executeScript = vi.fn(async () => []);
    const insertCSS = vi.fn(async () => undefined);
    Object.assign(browser, { sidePanel: { open }, scripting: { executeScript, insertCSS } });
    const notified = vi.fn();
    const channel = new BroadcastChannel('kindred.looked');
    channel.onmessage = notified;
    clicked.fire({ menuItemId: 'look' }, { id: 7, windowId: 3 });
    expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
    await vi.waitFor(() => expect(notified).toHaveBeenCalled());
    expect(executeScript).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ target: { tabId: 7 } }),
    );

    // A page where no script can run, in a browser without side panel.
    notified.mockClear();
    insertCSS.mockRejectedValueOnce(new Error('no'));
    open.mockRejectedValueOnce(new Error('no gesture'));
    clicked.fire({ menuItemId: 'look' }, { id: 8, windowId: 3 });
    await vi.waitFor(() => expect(notified).toHaveBeenCalled());
    channel.close();
  });
});

describe('the keyword in the address bar', () => {
  it.each([
    ['Chromium, as markup that cannot break', '', 'A &lt; B &amp; C'],
    ['Firefox, as plain text', 'true', 'A < B & C'],
  ])('describes the search, and suggests papers in %s', async (_, firefox, description) => {
    vi.stubEnv('FIREFOX', firefox);
    started.fire();
    expect(setDefaultSuggestion).toHaveBeenCalledWith({
      description: 'Search Daily Papers on this device',
    });
    const suggest = vi.fn();
    changed.fire('  ', suggest);
    expect(search).not.toHaveBeenCalled();
    changed.fire('sparse', suggest);
    await vi.waitFor(() => expect(suggest).toHaveBeenCalled());
    expect(suggest.mock.lastCall?.[0]).toEqual([
      { content: 'https://arxiv.org/abs/2603.00001', description },
    ]);
    vi.unstubAllEnvs();
  });

  it('drops an answer after a later keystroke', async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    changed.fire('spa', first);
    changed.fire('spar', second);
    await vi.waitFor(() => expect(second).toHaveBeenCalled());
    expect(first).not.toHaveBeenCalled();
  });

  it('opens a suggestion, or the search, where the user chose', () => {
    entered.fire('https://arxiv.org/abs/2603.00001', 'currentTab');
    expect(update).toHaveBeenCalledWith({ url: 'https://arxiv.org/abs/2603.00001' });
    entered.fire('https://example.org/abs/x', 'newForegroundTab');
    expect(opened()).toContain('sidepanel.html?query=https%3A%2F%2Fexample.org');
    expect(create.mock.lastCall?.[0]).toMatchObject({ active: true });
    entered.fire('sparse', 'newBackgroundTab');
    expect(create.mock.lastCall?.[0]).toMatchObject({ active: false });
  });
});
