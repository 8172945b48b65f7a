/** A running Firefox, which may serve one test file after another, each with an add-on of its own. */
import { randomUUID } from 'node:crypto';
import puppeteer, { type Browser } from 'puppeteer-core';
import { deterministicEnvironment } from './deterministic-environment.ts';
import type { OpenOptions } from './extension-browser.ts';
import { forgetFirefox, noteFirefox } from './temporary-folder.ts';

export const addOn = 'kindred@kindred.pub';

/** Raw BiDi, of which puppeteer has no typed form: commands of the browser's own scope. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

type Preferences = Record<string, string | number | boolean>;

const steadyPreferences = {
  'ui.prefersReducedMotion': 1,
  'ui.caretBlinkTime': 0,
  'ui.useOverlayScrollbars': 1,
  'intl.locale.requested': 'en-US',
  'layout.css.devPixelsPerPx': '1.0',
};

/** Sets the add-on's address, `moz-extension://…`, and maps every host to the fake services. */
const given = (id: string, { services }: OpenOptions): Preferences => ({
  'extensions.webextensions.uuids': JSON.stringify({ [addOn]: id }),
  ...(services ? { 'network.socket.forcePort': `443=${services.port};80=${services.port}` } : {}),
});

export class FirefoxProcess {
  readonly browser: Browser;
  #changed = new Set<string>();
  /** The beginning of the addresses of the add-on's own pages. */
  base = '';

  private constructor(browser: Browser, id: string) {
    this.browser = browser;
    this.base = `moz-extension://${id}`;
  }

  static async launch(executable: string, options: OpenOptions): Promise<FirefoxProcess> {
    const id = randomUUID();
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: executable,
      headless: options.headless ?? true,
      defaultViewport: { width: 1280, height: 800 },
      acceptInsecureCerts: options.services !== null,
      args: ['--remote-allow-system-access'],
      ...(options.steady ? { env: deterministicEnvironment() } : {}),
      extraPrefsFirefox: {
        ...(options.steady ? steadyPreferences : {}),
        ...given(id, options),
        'extensions.originControls.grantByDefault': options.hostsGranted ?? true,
        // Tabs of one site share a process: one opens in two thirds of the time.
        'dom.ipc.processCount': 1,
        'dom.ipc.processCount.webIsolated': 1,
        // Tests cannot answer the prompt: a click on the extension's own button grants the permission.
        'extensions.webextOptionalPermissionPrompts': false,
        ...(options.services
          ? { 'network.dns.forceResolve': '127.0.0.1', 'network.dns.disableIPv6': true }
          : {}),
      },
    });
    const running = browser.process();
    const profile = running?.spawnargs[running.spawnargs.indexOf('--profile') + 1];
    if (running?.pid && profile) noteFirefox(running.pid, profile);
    return new FirefoxProcess(browser, id);
  }

  /** Evaluates in the scope of Firefox's own window (`--remote-allow-system-access`). */
  async run(expression: string): Promise<unknown> {
    const { connection } = this.browser as unknown as { connection: BidiConnection };
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

  /** Sets preferences until the next add-on comes. */
  async prefer(preferences: Preferences): Promise<void> {
    for (const name of Object.keys(preferences)) this.#changed.add(name);
    await this.run(`for (const [name, value] of Object.entries(${JSON.stringify(preferences)})) {
      if (typeof value === 'number') Services.prefs.setIntPref(name, value);
      else Services.prefs.setStringPref(name, value);
    }`);
  }

  /** Takes the add-on away with all that is open, and nothing of it is left to the next. */
  async clear(): Promise<void> {
    const [first, ...others] = await this.browser.pages();
    await first?.goto('about:blank');
    for (const page of others) await page.close();
    await this.browser.uninstallExtension(addOn);
    await this.run(`for (const name of ${JSON.stringify([...this.#changed])}) {
      Services.prefs.clearUserPref(name);
    }
    Services.cache2.clear();`);
    this.#changed.clear();
  }

  /** Gets ready for another add-on: at an address of its own, so that it finds nothing stored. */
  async prepareFor(options: OpenOptions): Promise<void> {
    const id = randomUUID();
    this.base = `moz-extension://${id}`;
    await this.prefer(given(id, options));
  }

  async end(): Promise<void> {
    const pid = this.browser.process()?.pid;
    await this.browser.close();
    if (pid) forgetFirefox(pid);
  }

  /** Waits until whoever looks on has closed it. */
  async ended(): Promise<void> {
    await new Promise((resolve) => this.browser.once('disconnected', resolve));
  }
}

let idle: FirefoxProcess | null = null;

/** One that an earlier test file has left, where that will do; or a new one. */
export async function acquireFirefox(
  executable: string,
  options: OpenOptions,
): Promise<FirefoxProcess> {
  if (!options.mayShare || !idle) return FirefoxProcess.launch(executable, options);
  const taken = idle;
  idle = null;
  await taken.prepareFor(options);
  return taken;
}

/** Leaves one to the next test file, if it can be cleared; it ends with the run. */
export async function releaseFirefox(left: FirefoxProcess): Promise<void> {
  const isClear = await left.clear().then(
    () => true,
    () => false,
  );
  if (isClear && !idle) idle = left;
  else await left.end();
}
