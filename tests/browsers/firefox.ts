/** Firefox with puppeteer-core (WebDriver BiDi). */
import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';
import { BrowserPage, type RawPage, type SystemPreferences } from './browser-page.ts';
import { controlPage } from './build-copy.ts';
import type { ExtensionApi, ExtensionBrowser, OpenOptions } from './extension-browser.ts';
import { acquireFirefox, addOn, type FirefoxProcess, releaseFirefox } from './firefox-process.ts';
import { until } from './wait.ts';

/** Addresses for which no load event comes: pages of the extension and PDFs. */
const silent = (url: string) => url.startsWith('moz-extension:') || /\/pdf\//.test(url);

async function goto(page: Page, url: string): Promise<void> {
  if (!silent(url)) {
    await page.goto(url);
    return;
  }
  await page.goto(url, { waitUntil: [] });
  if (url.startsWith('moz-extension:')) {
    await until(`${url} to load`, () =>
      page.evaluate(
        `location.href.startsWith(${JSON.stringify(url)}) && document.readyState === 'complete'`,
      ),
    );
  }
}

async function reload(page: Page): Promise<void> {
  if (!silent(String(await page.evaluate('location.href')))) {
    await page.reload();
    return;
  }
  await page.evaluate('globalThis.isOld = true; location.reload()');
  await until('the page to load again', () =>
    page.evaluate("!globalThis.isOld && document.readyState === 'complete'"),
  );
}

function rawPage(page: Page, setSystem: RawPage['setSystem']): RawPage {
  return {
    goto: (url) => goto(page, url),
    reload: () => reload(page),
    evaluate: (expression) => page.evaluate(expression),
    element: async (expression) => {
      const handle = await page.evaluateHandle(expression);
      const element = handle.asElement() as ElementHandle<Element> | null;
      if (!element) return null;
      return {
        click: () => element.click(),
        doubleClick: () => element.click({ count: 2 }),
        focus: () => element.focus(),
      };
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key as KeyInput),
    keyDown: (key) => page.keyboard.down(key as KeyInput),
    keyUp: (key) => page.keyboard.up(key as KeyInput),
    setViewport: (width, height) => page.setViewport({ width, height }),
    setSystem,
    screenshot: async (file) => void (await page.screenshot({ path: file as `${string}.png` })),
    picture: (clip) => page.screenshot({ clip }),
    restPointer: () => page.mouse.move(0, 0),
    toFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}

export class Firefox implements ExtensionBrowser {
  readonly name = 'firefox';
  readonly #process: FirefoxProcess;
  readonly #options: OpenOptions;
  #control: Page | null = null;
  /** The user gave it more than an add-on has at its installation: that would stay. */
  #hasMore = false;

  constructor(process: FirefoxProcess, options: OpenOptions) {
    this.#process = process;
    this.#options = options;
  }

  get #browser() {
    return this.#process.browser;
  }

  async open(url: string): Promise<BrowserPage> {
    const page = await this.#browser.newPage();
    await goto(page, url);
    return new BrowserPage(rawPage(page, (system) => this.#setSystem(system)));
  }

  openExtensionPage(path: string): Promise<BrowserPage> {
    return this.open(`${this.#process.base}/${path}`);
  }

  inExtension<A, T>(fn: (api: ExtensionApi, argument: A) => T, argument: A): Promise<Awaited<T>> {
    if (!this.#control) throw new Error('There is no extension.');
    const run = this.#control.evaluate(`(${fn})(browser, ${JSON.stringify(argument)})`);
    return run as Promise<Awaited<T>>;
  }

  async stopWorker(): Promise<void> {
    // Firefox refuses while a listener is at work, and the next message starts the page again: so it
    // is asked again, and looked at in the moment of the answer.
    const stopped = `(async () => {
      const { extension } = ${policy};
      await extension.terminateBackground();
      return extension.backgroundState === 'stopped';
    })()`;
    await until('the event page to stop', () => this.#process.run(stopped));
  }

  async workerMemory(): Promise<null> {
    return null;
  }

  async workerRuns(): Promise<boolean> {
    const state = await this.#process.run(`${policy}.extension.backgroundState`);
    return state === 'running' || state === 'starting';
  }

  async update(): Promise<void> {
    this.#options.build?.raiseVersion();
    await this.attach();
  }

  async clickIcon(url: string): Promise<void> {
    await this.#process.run(`(() => {
      const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
      const tab = gBrowser.tabs.find((one) => one.linkedBrowser.currentURI.spec === ${JSON.stringify(url)});
      ${policy}.extension.tabManager.addActiveTabPermission(tab);
    })()`);
  }

  async chooseInMenu(url: string, id: string): Promise<void> {
    const page = (await this.#browser.pages()).find((one) => one.url() === url);
    await page?.bringToFront();
    await page?.mouse.click(600, 400, { button: 'right' });
    const item = `document.querySelector('#contentAreaContextMenu [id$="menuitem-_${id}"]')`;
    await until(`"${id}" in the menu`, () => this.#process.run(`${item} !== null`));
    await this.#process.run(
      `document.getElementById('contentAreaContextMenu').activateItem(${item})`,
    );
  }

  /** What "Always Allow on …" in the menu of the icon does. */
  async allowAlways(url: string): Promise<void> {
    this.#hasMore = true;
    await this.#process.run(`(() => {
      const path = 'resource://gre/modules/ExtensionPermissions.sys.mjs';
      const { OriginControls } = ChromeUtils.importESModule(path);
      const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
      const tab = gBrowser.tabs.find((one) => one.linkedBrowser.currentURI.spec === ${JSON.stringify(url)});
      if (!OriginControls.getState(${policy}, tab).alwaysOn) throw new Error('It is not offered.');
      OriginControls.setAlwaysOn(${policy}, tab.linkedBrowser.currentURI);
    })()`);
  }

  /** The keys that open the extension, as the browser's window has them. */
  async pressShortcut(): Promise<void> {
    await this.#process.run(`document.querySelector('keyset[id*="kindred"] key').doCommand()`);
  }

  /** Whether the extension's sidebar is open. */
  async sidebarIsOpen(): Promise<boolean> {
    const open = 'SidebarController.isOpen && SidebarController.currentID.includes("kindred")';
    return (await this.#process.run(open)) === true;
  }

  async allowPrivate(): Promise<void> {
    this.#hasMore = true;
    const modules = ['AddonManager', 'ExtensionPermissions'].map((name) => {
      return JSON.stringify(`resource://gre/modules/${name}.sys.mjs`);
    });
    await this.#process.run(`(async () => {
      const { AddonManager } = ChromeUtils.importESModule(${modules[0]});
      const { ExtensionPermissions } = ChromeUtils.importESModule(${modules[1]});
      const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
      await ExtensionPermissions.add(${JSON.stringify(addOn)}, allowed);
      await (await AddonManager.getAddonByID(${JSON.stringify(addOn)})).reload();
    })()`);
    await this.#openControl();
  }

  async openPrivate(url: string): Promise<BrowserPage> {
    await this.inExtension((api, where) => {
      return api.windows.create({ incognito: true, url: where }).then(() => true);
    }, url);
    const page = await until('the private tab', async () => {
      const pages = await this.#browser.pages();
      return pages.find((one) => one.url() === url);
    });
    return new BrowserPage(rawPage(page, (system) => this.#setSystem(system)));
  }

  async setEnabled(enabled: boolean): Promise<void> {
    this.#hasMore = true;
    const manager = 'resource://gre/modules/AddonManager.sys.mjs';
    await this.#process.run(`(async () => {
      const { AddonManager } = ChromeUtils.importESModule(${JSON.stringify(manager)});
      const addOn = await AddonManager.getAddonByID(${JSON.stringify(addOn)});
      await addOn.${enabled ? 'enable' : 'disable'}();
    })()`);
    if (enabled) await this.#openControl();
  }

  async closeTabs(): Promise<void> {
    await this.#setSystem({});
    const pages = await this.#browser.pages();
    for (const page of pages.filter((one) => one !== this.#control)) await page.close();
  }

  async close(): Promise<void> {
    if (this.#options.mayShare && !this.#hasMore) await releaseFirefox(this.#process);
    else await this.#process.end();
  }

  closed(): Promise<void> {
    return this.#process.ended();
  }

  /** Installs the build's present files and opens the page that tests speak to them from. */
  async attach(): Promise<void> {
    if (!this.#options.build) return;
    await this.#browser.installExtension(this.#options.build.folder);
    await this.#openControl();
  }

  /** WebDriver BiDi has no such call; the preferences hold for all tabs. Schemes: 0 dark, 1 light. */
  async #setSystem(system: SystemPreferences): Promise<void> {
    const { dark, reducedMotion, forcedColors, moreContrast } = system;
    const values = {
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
      'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
      // Firefox derives contrast from the accessibility theme; forced colors are a separate preference.
      'ui.useAccessibilityTheme': moreContrast ? 1 : 0,
      'browser.display.document_color_use': forcedColors ? 2 : moreContrast ? 1 : 0,
    };
    await this.#process.prefer(values);
  }

  async #openControl(): Promise<void> {
    const page = await this.#browser.newPage();
    await goto(page, `${this.#process.base}/${controlPage}`);
    this.#control = page;
  }
}

const policy = `WebExtensionPolicy.getByID(${JSON.stringify(addOn)})`;

/** Opens Firefox and installs the extension as a temporary add-on. */
export async function openFirefox(
  executable: string,
  options: OpenOptions,
): Promise<ExtensionBrowser> {
  const firefox = new Firefox(await acquireFirefox(executable, options), options);
  await firefox.attach();
  return firefox;
}
