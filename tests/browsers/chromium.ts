/** Chromium with playwright-core. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type ElementHandle,
  type Page,
} from 'playwright-core';
import { BrowserPage, type RawPage } from './browser-page.ts';
import { controlPage } from './build-copy.ts';
import { deterministicEnvironment } from './deterministic-environment.ts';
import type { ExtensionApi, ExtensionBrowser, OpenOptions } from './extension-browser.ts';
import { pageOf, targetSession } from './target-session.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { until } from './wait.ts';

function rawPage(page: Page): RawPage {
  return {
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate: (expression) => page.evaluate(expression),
    element: async (expression) => {
      const handle = await page.evaluateHandle<HTMLElement | null>(expression);
      const element = handle.asElement() as ElementHandle<HTMLElement> | null;
      if (!element) return null;
      return {
        click: () => element.click({ timeout: 2_000 }),
        doubleClick: () => element.dblclick({ timeout: 2_000 }),
        focus: () => element.focus(),
      };
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    keyDown: (key) => page.keyboard.down(key),
    keyUp: (key) => page.keyboard.up(key),
    setViewport: (width, height) => page.setViewportSize({ width, height }),
    setSystem: ({ dark, reducedMotion, forcedColors, moreContrast }) =>
      page.emulateMedia({
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
        forcedColors: forcedColors ? 'active' : 'none',
        contrast: moreContrast ? 'more' : 'no-preference',
      }),
    screenshot: async (file) => void (await page.screenshot({ path: file })),
    picture: (clip) => page.screenshot({ clip }),
    restPointer: () => page.mouse.move(0, 0),
    toFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}

class Chromium implements ExtensionBrowser {
  readonly name = 'chromium';
  readonly #context: BrowserContext;
  readonly #profile: string;
  readonly #options: OpenOptions;
  #id = '';
  #control: Page | null = null;
  #devTools: CDPSession | null = null;
  #workerState = 'unknown';
  #workerPhase = 'unknown';
  #stops = 0;

  constructor(context: BrowserContext, profile: string, options: OpenOptions) {
    this.#context = context;
    this.#profile = profile;
    this.#options = options;
  }

  async open(url: string): Promise<BrowserPage> {
    const page = await this.#context.newPage();
    await page.goto(url);
    return new BrowserPage(rawPage(page));
  }

  async openExtensionPage(path: string): Promise<BrowserPage> {
    const page = await this.#context.newPage();
    await page.goto(`chrome-extension://${this.#id}/${path}`);
    return new BrowserPage(rawPage(page));
  }

  inExtension<A, T>(fn: (api: ExtensionApi, argument: A) => T, argument: A): Promise<Awaited<T>> {
    const api = 'globalThis.browser ?? globalThis.chrome';
    const run = this.#controlPage().evaluate(`(${fn})(${api}, ${JSON.stringify(argument)})`);
    return run as Promise<Awaited<T>>;
  }

  async stopWorker(): Promise<void> {
    if (!this.#devTools) throw new Error('There is no extension.');
    const before = this.#stops;
    await this.#devTools.send('ServiceWorker.stopAllWorkers');
    // It may have been stopped already; and an alarm may start it again at once.
    const stopped = () => this.#stops > before || this.#workerState === 'stopped';
    await until('the worker to stop', stopped);
  }

  async workerRuns(): Promise<boolean> {
    return this.#workerState === 'running' || this.#workerState === 'starting';
  }

  async workerMemory(): Promise<number | null> {
    const devTools = await this.#context.browser()?.newBrowserCDPSession();
    if (!devTools) return null;
    const { targetInfos } = await devTools.send('Target.getTargets');
    const worker = targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.includes(this.#id),
    );
    if (!worker) return null;
    const session = await targetSession(devTools, worker.targetId);
    const usage = (await session.send('Runtime.getHeapUsage')) as {
      usedSize?: number;
      backingStorageSize?: number;
    };
    await devTools.detach();
    return usage.usedSize === undefined ? null : usage.usedSize + (usage.backingStorageSize ?? 0);
  }

  async update(): Promise<void> {
    this.#options.build?.raiseVersion();
    await this.inExtension((api) => setTimeout(() => api.runtime.reload()), null);
    await until('the old extension to go', () => this.#controlPage().isClosed());
    await this.attach();
  }

  async clickIcon(url: string): Promise<void> {
    const devTools = await this.#context.browser()?.newBrowserCDPSession();
    if (!devTools) throw new Error('There is no browser to speak to.');
    const { targetInfos } = await devTools.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const target = targetInfos.find((one) => one.url === url);
    if (!target) throw new Error(`No tab shows ${url}.`);
    const trigger = devTools.send as (method: string, params: object) => Promise<unknown>;
    await trigger.call(devTools, 'Extensions.triggerAction', {
      id: this.#id,
      targetId: target.targetId,
    });
    await devTools.detach();
  }

  async chooseInMenu(url: string, id: string): Promise<void> {
    await this.clickIcon(url);
    const [tab] = await this.inExtension((api, wanted) => {
      return api.tabs.query({}).then((tabs) => tabs.filter((one) => one.url === wanted));
    }, url);
    const worker = this.#context.serviceWorkers().find((one) => one.url().includes(this.#id));
    const args = JSON.stringify([{ menuItemId: id, pageUrl: url }, tab]);
    await worker?.evaluate(`chrome.contextMenus.onClicked.dispatch(...${args})`);
  }

  async allowPrivate(): Promise<void> {
    const page = await this.#context.newPage();
    await page.goto('chrome://extensions');
    const change = JSON.stringify({ extensionId: this.#id, incognitoAccess: true });
    await page.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${change})`);
    await page.close();
    await until('the old extension to go', () => this.#controlPage().isClosed());
    await this.attach();
  }

  async openPrivate(url: string): Promise<BrowserPage> {
    await this.inExtension((api, where) => {
      return api.windows.create({ incognito: true, url: where }).then(() => true);
    }, url);
    const devTools = await this.#context.browser()?.newBrowserCDPSession();
    if (!devTools) throw new Error('There is no browser to speak to.');
    const target = await until('the private tab', async () => {
      const { targetInfos } = await devTools.send('Target.getTargets');
      return targetInfos.find((one) => one.type === 'page' && one.url === url);
    });
    return pageOf(await targetSession(devTools, target.targetId));
  }

  async setEnabled(enabled: boolean): Promise<void> {
    const page = await this.#context.newPage();
    await page.goto('chrome://extensions');
    const argument = JSON.stringify([this.#id, enabled]);
    await page.evaluate(`chrome.management.setEnabled(...${argument})`);
    await page.close();
    if (enabled) await this.attach();
  }

  async closeTabs(): Promise<void> {
    const others = this.#context.pages().filter((page) => page !== this.#control);
    for (const page of others) await page.close();
  }

  async close(): Promise<void> {
    await this.#context.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }

  async closed(): Promise<void> {
    await this.#context.waitForEvent('close', { timeout: 0 });
    rmSync(this.#profile, { recursive: true, force: true });
  }

  /** Finds the extension and opens the page that tests speak to it from. */
  async attach(): Promise<void> {
    const workers = () => this.#context.serviceWorkers();
    if (!this.#id) {
      const worker = workers()[0] ?? (await this.#context.waitForEvent('serviceworker'));
      this.#id = new URL(worker.url()).host;
    }
    const page = await this.#context.newPage();
    await until('the extension to answer', async () => {
      await page.goto(`chrome-extension://${this.#id}/${controlPage}`);
      return page.evaluate('Boolean((globalThis.browser ?? globalThis.chrome)?.runtime?.id)');
    });
    this.#control = page;
    // What is known of a worker is of the extension before an update.
    this.#workerState = 'unknown';
    this.#workerPhase = 'unknown';
    this.#devTools = await this.#context.newCDPSession(page);
    this.#devTools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const version = versions.at(-1);
      if (!version) return;
      if (version.runningStatus === 'stopped') this.#stops += 1;
      this.#workerState = version.runningStatus;
      this.#workerPhase = version.status;
    });
    await this.#devTools.send('ServiceWorker.enable');
    // Stopped before that, a worker would begin its installation again.
    await until('the worker to be installed', () => this.#workerPhase === 'activated');
  }

  #controlPage(): Page {
    if (!this.#control) throw new Error('There is no extension.');
    return this.#control;
  }
}

/** A fresh profile in developer mode, without which a reloaded unpacked extension stays off. */
function makeProfile(): string {
  const profile = temporaryFolder('kindred-chromium');
  mkdirSync(join(profile, 'Default'));
  const preferences = { extensions: { ui: { developer_mode: true } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

/** Opens Chromium, with the extension loaded and answering. */
export async function openChromium(
  executable: string,
  options: OpenOptions,
): Promise<ExtensionBrowser> {
  const { build, services } = options;
  const profile = makeProfile();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    headless: options.headless ?? true,
    // Users have the back/forward cache.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    ignoreHTTPSErrors: services !== null,
    ...(options.steady
      ? { reducedMotion: 'reduce' as const, deviceScaleFactor: 1, env: deterministicEnvironment() }
      : {}),
    viewport: options.headless === false ? null : { width: 1280, height: 800 },
    args: [
      '--disable-quic',
      '--enable-unsafe-extension-debugging',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.headless === false ? [] : ['--disable-gpu']),
      ...(options.steady ? ['--lang=en-US', '--disable-lcd-text'] : []),
      ...(build
        ? [`--disable-extensions-except=${build.folder}`, `--load-extension=${build.folder}`]
        : []),
      ...(services
        ? [`--host-resolver-rules=MAP * 127.0.0.1:${services.port}`, '--ignore-certificate-errors']
        : []),
    ],
  });
  const browser = new Chromium(context, profile, options);
  if (build) await browser.attach();
  return browser;
}
