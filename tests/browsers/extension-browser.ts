/** A browser with the extension in it, the same in both browsers. */
import type { FakeServices } from '../fake-services/fake-services.ts';
import type { BrowserPage } from './browser-page.ts';
import type { BuildCopy } from './build-copy.ts';
import type { BrowserName } from './find.ts';

export interface OpenOptions {
  /** The extension, or null for the browser without it. */
  build: BuildCopy | null;
  /** Plays every host; null: the real network. */
  services: FakeServices | null;
  /** Without a window, unless false. */
  headless?: boolean;
  /** Firefox: host permissions given at install, unless false. */
  hostsGranted?: boolean;
  /** The same on every machine, as far as the browser lets: UTC, English, no motion, no scrollbars. */
  steady?: boolean;
  /** A browser that an earlier one has left will do, and this one may be left to the next. */
  mayShare?: boolean;
}

export interface ExtensionBrowser {
  readonly name: BrowserName;
  /** Opens a tab in front. */
  open(url: string): Promise<BrowserPage>;
  /** Opens a page of the extension as a tab, such as `popup.html?tabId=3`. */
  openExtensionPage(path: string): Promise<BrowserPage>;
  /**
   * Runs `fn` in an empty page of the extension with the extension's API. `fn` must be self-contained;
   * argument and result are JSON.
   */
  inExtension<A, T>(fn: (api: ExtensionApi, argument: A) => T, argument: A): Promise<Awaited<T>>;
  /** Stops the background (service worker, event page) and waits until it is gone. */
  stopWorker(): Promise<void>;
  workerRuns(): Promise<boolean>;
  /**
   * Bytes of the running background's heap, including what it holds outside the heap; null where
   * the browser cannot measure it or nothing runs.
   */
  workerMemory(): Promise<number | null>;
  /** Puts the build's present files in place of the running ones, as an update does. */
  update(): Promise<void>;
  /** A click on Kindred's icon while this address is in front, as far as permissions go. */
  clickIcon(url: string): Promise<void>;
  /**
   * Chooses an item, by its id, in the menu of a right click on the page that shows an address. No
   * driver opens Chromium's menu: there it is what a choice brings about, permission and event.
   */
  chooseInMenu(url: string, id: string): Promise<void>;
  /** Lets the extension into private windows, for which it starts again. */
  allowPrivate(): Promise<void>;
  /** Opens a tab in a private window. In Chromium tests can only inspect it. */
  openPrivate(url: string): Promise<BrowserPage>;
  setEnabled(enabled: boolean): Promise<void>;
  /** Closes every tab but the one that tests speak to the extension from. */
  closeTabs(): Promise<void>;
  close(): Promise<void>;
  /** Ends when somebody has closed the window. */
  closed(): Promise<void>;
}

/** The part of the extension's API that tests call. */
export interface ExtensionApi {
  action: {
    getBadgeText(details: { tabId?: number }): Promise<string>;
    getTitle(details: { tabId?: number }): Promise<string>;
  };
  alarms: {
    get(name: string): Promise<AlarmSeen | undefined>;
    getAll(): Promise<AlarmSeen[]>;
    create(name: string, info: { when: number; periodInMinutes?: number }): unknown;
  };
  runtime: { sendMessage(message: unknown): Promise<unknown>; reload(): void; id: string };
  storage: {
    local: {
      get(keys: unknown): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      remove(keys: string[]): Promise<void>;
    };
    session: { get(keys: unknown): Promise<Record<string, unknown>>; clear(): Promise<void> };
  };
  windows: { create(how: { incognito: boolean; url: string }): Promise<unknown> };
  tabs: {
    query(query: object): Promise<{ id?: number; url?: string; active: boolean }[]>;
    sendMessage(tabId: number, message: unknown): Promise<unknown>;
  };
}

export interface AlarmSeen {
  name: string;
  scheduledTime: number;
  periodInMinutes?: number;
}
