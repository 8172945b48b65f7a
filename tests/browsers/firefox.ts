/** Firefox with puppeteer-core (WebDriver BiDi). */
import puppeteer, {
  type Browser,
  type ElementHandle,
  type KeyInput,
  type Page,
} from 'puppeteer-core';
import { BrowserPage, type RawPage, type SystemWishes } from './browser-page.ts';
import { controlPage } from './build-copy.ts';
import type { ExtensionApi, ExtensionBrowser, OpenOptions } from './extension-browser.ts';
import { makeProfile, removeProfile } from './firefox-profile.ts';
import { steadyEnvironment } from './steady-environment.ts';
import { until } from './wait.ts';

const addOn = 'kindred@kindred.pub';
const base = 'moz-extension://11111111-2222-4333-8444-555555555555';

/** Raw BiDi, of which puppeteer has no typed form: commands of the browser's own scope. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

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

function rawPage(page: Page, setSystem: RawPage['setSystem']): RawPage {
  return {
    goto: (url) => goto(page, url),
    reload: async () => void (await page.reload()),
    evaluate: (expression) => page.evaluate(expression),
    element: async (expression) => {
      const handle = await page.evaluateHandle(expression);
      const element = handle.asElement() as ElementHandle<Element> | null;
      if (!element) return null;
      return { click: () => element.click(), focus: () => element.focus() };
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
  readonly #browser: Browser;
  readonly #profile: string;
  readonly #options: OpenOptions;
  #control: Page | null = null;

  constructor(browser: Browser, profile: string, options: OpenOptions) {
    this.#browser = browser;
    this.#profile = profile;
    this.#options = options;
  }

  async open(url: string): Promise<BrowserPage> {
    const page = await this.#browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await goto(page, url);
    return new BrowserPage(rawPage(page, (wishes) => this.#setSystem(wishes)));
  }

  openExtensionPage(path: string): Promise<BrowserPage> {
    return this.open(`${base}/${path}`);
  }

  inExtension<A, T>(fn: (api: ExtensionApi, argument: A) => T, argument: A): Promise<Awaited<T>> {
    if (!this.#control) throw new Error('There is no extension.');
    const run = this.#control.evaluate(`(${fn})(browser, ${JSON.stringify(argument)})`);
    return run as Promise<Awaited<T>>;
  }

  async stopWorker(): Promise<void> {
    // Firefox refuses while a listener is at work, and the next message starts the page again: so it
    // is asked anew, and looked at in the moment of the answer.
    const stopped = `(async () => {
      const { extension } = ${policy};
      await extension.terminateBackground();
      return extension.backgroundState === 'stopped';
    })()`;
    await until('the event page to stop', () => this.#inFirefox(stopped));
  }

  async workerMemory(): Promise<null> {
    return null;
  }

  async workerRuns(): Promise<boolean> {
    const state = await this.#inFirefox(`${policy}.extension.backgroundState`);
    return state === 'running' || state === 'starting';
  }

  async update(): Promise<void> {
    this.#options.build?.raiseVersion();
    await this.attach();
  }

  async clickIcon(url: string): Promise<void> {
    await this.#inFirefox(`(() => {
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
    await until(`"${id}" in the menu`, () => this.#inFirefox(`${item} !== null`));
    await this.#inFirefox(
      `document.getElementById('contentAreaContextMenu').activateItem(${item})`,
    );
  }

  /** What "Always Allow on …" in the menu of the icon does. */
  async allowAlways(url: string): Promise<void> {
    await this.#inFirefox(`(() => {
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
    await this.#inFirefox(`document.querySelector('keyset[id*="kindred"] key').doCommand()`);
  }

  /** Whether the extension's sidebar is open. */
  async sidebarIsOpen(): Promise<boolean> {
    const open = 'SidebarController.isOpen && SidebarController.currentID.includes("kindred")';
    return (await this.#inFirefox(open)) === true;
  }

  async allowPrivate(): Promise<void> {
    const modules = ['AddonManager', 'ExtensionPermissions'].map((name) => {
      return JSON.stringify(`resource://gre/modules/${name}.sys.mjs`);
    });
    await this.#inFirefox(`(async () => {
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
    return new BrowserPage(rawPage(page, (wishes) => this.#setSystem(wishes)));
  }

  async setEnabled(enabled: boolean): Promise<void> {
    const manager = 'resource://gre/modules/AddonManager.sys.mjs';
    await this.#inFirefox(`(async () => {
      const { AddonManager } = ChromeUtils.importESModule(${JSON.stringify(manager)});
      const addOn = await AddonManager.getAddonByID(${JSON.stringify(addOn)});
      await addOn.${enabled ? 'enable' : 'disable'}();
    })()`);
    if (enabled) await this.#openControl();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    removeProfile(this.#profile);
  }

  async closed(): Promise<void> {
    await new Promise((resolve) => this.#browser.once('disconnected', resolve));
    removeProfile(this.#profile);
  }

  /** Installs the build's present files and opens the page that tests speak to them from. */
  async attach(): Promise<void> {
    if (!this.#options.build) return;
    await this.#browser.installExtension(this.#options.build.folder);
    await this.#openControl();
  }

  /** WebDriver BiDi has no such call; the preferences hold for all tabs. Schemes: 0 dark, 1 light. */
  async #setSystem(wishes: SystemWishes): Promise<void> {
    const { dark, reducedMotion, forcedColors, moreContrast } = wishes;
    const values = {
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
      'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
      'ui.prefersContrast': moreContrast ? 1 : 0,
      'browser.display.document_color_use': forcedColors ? 2 : 0,
    };
    await this.#inFirefox(`for (const [name, value] of Object.entries(${JSON.stringify(values)})) {
      Services.prefs.setIntPref(name, value);
    }`);
  }

  async #openControl(): Promise<void> {
    const page = await this.#browser.newPage();
    await goto(page, `${base}/${controlPage}`);
    this.#control = page;
  }

  /** Evaluates in the scope of Firefox's own window (`--remote-allow-system-access`). */
  async #inFirefox(expression: string): Promise<unknown> {
    const { connection } = this.#browser as unknown as { connection: BidiConnection };
    const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const { contexts } = tree.result as { contexts: { context: string; url: string }[] };
    const window = contexts.find((one) => one.url.endsWith('/browser.xhtml'));
    const reply = await connection.send('script.evaluate', {
      expression,
      target: { context: window?.context },
      awaitPromise: true,
    });
    const { type, result, exceptionDetails } = reply.result as {
      type: string;
      result?: { value?: unknown };
      exceptionDetails?: { text: string };
    };
    if (type !== 'success') throw new Error(`Firefox refused: ${exceptionDetails?.text}`);
    return result?.value;
  }
}

const policy = `WebExtensionPolicy.getByID(${JSON.stringify(addOn)})`;

const steadyPreferences = {
  'ui.prefersReducedMotion': 1,
  'ui.caretBlinkTime': 0,
  'ui.useOverlayScrollbars': 1,
  'intl.locale.requested': 'en-US',
  'layout.css.devPixelsPerPx': '1.0',
};

/** Opens Firefox and installs the extension as a temporary add-on. */
export async function openFirefox(
  executable: string,
  options: OpenOptions,
): Promise<ExtensionBrowser> {
  const { standIn } = options;
  const profile = makeProfile();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    userDataDir: profile,
    executablePath: executable,
    headless: options.headless ?? true,
    acceptInsecureCerts: standIn !== null,
    args: ['--remote-allow-system-access'],
    ...(options.steady ? { env: steadyEnvironment() } : {}),
    extraPrefsFirefox: {
      ...(options.steady ? steadyPreferences : {}),
      'extensions.webextensions.uuids': JSON.stringify({ [addOn]: base.split('//')[1] }),
      'extensions.originControls.grantByDefault': options.hostsGranted ?? true,
      // Nobody is there to answer: a click on the extension's own button is the yes.
      'extensions.webextOptionalPermissionPrompts': false,
      ...(standIn
        ? {
            'network.dns.forceResolve': '127.0.0.1',
            'network.socket.forcePort': `443=${standIn.port};80=${standIn.port}`,
            'network.dns.disableIPv6': true,
          }
        : {}),
    },
  });
  const firefox = new Firefox(browser, profile, options);
  await firefox.attach();
  return firefox;
}
