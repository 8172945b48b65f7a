/** One browser with Kindred and its own fake services, for the tests of a file. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { DigestStatus } from '../../lib/digest/status.ts';
import type { Answer, CallName, Request } from '../../lib/messages/contract.ts';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { BuildCopy } from '../browsers/build-copy.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { alarms, askExtension, fireAlarms, tabIdOf } from '../browsers/extension-calls.ts';
import type { BrowserName } from '../browsers/find.ts';
import { openBrowser } from '../browsers/open.ts';
import { until } from '../browsers/wait.ts';
import { FakeServices } from '../fake-services/fake-services.ts';
import type { SamplePaper } from '../fake-services/sample-papers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The browser of this run. */
export const browserName: BrowserName =
  process.env.KINDRED_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** Today, UTC, for the fake services and for Kindred, which runs on the real clock. */
export const today = (): string => new Date().toISOString().slice(0, 10);

export interface SessionOptions {
  /** The build as users get it, with its closed shadow root. */
  release?: boolean;
  /** Changes the build's copy before it is loaded. */
  prepare?: (build: BuildCopy) => void;
  /** Before the browser opens: faults, papers. */
  prepareServices?: (services: FakeServices) => void;
  withoutKindred?: boolean;
  /** Milliseconds between two requests, which are a second in users' installs. */
  gap?: number;
  /** When Kindred and the fake services start, in a browser that is the same on every machine. */
  at?: string;
}

export class Session {
  readonly services: FakeServices;
  readonly build: BuildCopy | null;
  readonly browser: ExtensionBrowser;
  /** How far Kindred's clock is ahead of the browser's, in milliseconds. */
  readonly #ahead: number;

  private constructor(
    services: FakeServices,
    build: BuildCopy | null,
    browser: ExtensionBrowser,
    ahead: number,
  ) {
    this.services = services;
    this.build = build;
    this.browser = browser;
    this.#ahead = ahead;
  }

  static async start(options: SessionOptions = {}): Promise<Session> {
    const services = await FakeServices.start(options.at?.slice(0, 10) ?? today());
    options.prepareServices?.(services);
    const build = options.withoutKindred ? null : new BuildCopy(buildFolder(options.release));
    if (build && !options.release) build.shortenWaits(options.gap);
    if (build) options.prepare?.(build);
    const ahead = options.at ? Date.parse(options.at) - Date.now() : 0;
    if (options.at) build?.setClock(options.at);
    const steady = options.at !== undefined;
    const browser = await openBrowser(browserName, {
      build,
      services,
      steady,
      mayShare: build !== null && !steady,
    });
    return new Session(services, build, browser, ahead);
  }

  /** Starts a session for the running test only; it closes when the test ends, passed or failed. */
  static async forTest(options: SessionOptions = {}): Promise<Session> {
    const session = await Session.start(options);
    onTestFinished(() => session.close());
    return session;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.services.close();
    this.build?.remove();
  }

  /** Asks the background as Kindred's own pages do. A failure is thrown as its sentence. */
  ask<N extends CallName>(name: N, request: Request<N>): Promise<Answer<N>> {
    return askExtension(this.browser, name, request);
  }

  /** Waits until the background's status is as `wanted`. */
  status(what: string, wanted: (status: DigestStatus) => boolean, timeout = 60_000) {
    const probe = async () => {
      const status = await this.ask('status', {});
      if (!wanted(status)) throw new Error(JSON.stringify(status));
      return status;
    };
    return until(what, probe, timeout);
  }

  /** Waits until Kindred stores what the fake services listed in the last days, nearly all papers. */
  loaded(): Promise<DigestStatus> {
    const listed = this.services.papers.filter((paper) => {
      const since = Date.parse(this.services.today) - 9 * 86_400_000;
      return paper.listedAt && Date.parse(paper.listedAt) > since;
    });
    return this.status(`${listed.length} papers`, (s) => s.listedPapers >= listed.length);
  }

  /** Waits until the first check is done and every recent day stored, then stops the loading. */
  async quiet(): Promise<void> {
    await this.loaded();
    await this.status('the first check', (status) => status.lastCheck !== null);
    await this.ask('pauseLoading', { paused: true });
    const abstracts = () => this.services.requests.some(({ host }) => host === 'export.arxiv.org');
    await until('the starter papers to be asked for', abstracts, 20_000);
    await this.settled();
  }

  /**
   * Waits until the update is idle. While it begins or runs, its alarm is a minute ahead at most; the
   * alarm of what is due next is set when all it has read is indexed, matched with topics and on the
   * badge.
   */
  async settled(): Promise<void> {
    const rests = async () => {
      const { nextCheck } = await this.ask('status', {});
      const alarm = (await alarms(this.browser)).find(({ name }) => name === 'update');
      const at = (alarm?.scheduledTime ?? 0) + this.#ahead;
      const isNextCheck = Math.abs(at - Date.parse(nextCheck ?? '')) < 1_000;
      const isFar = at - this.#ahead > Date.now() + 65_000;
      if (!isNextCheck && !isFar) throw new Error(`The alarm is at ${at}, not at ${nextCheck}.`);
      return true;
    };
    await until('the update to rest', rests, 60_000);
  }

  /**
   * Lets hours pass and a whole check run: one begun from now on, not one that was cut short
   * before and only ends now. What it has brought is taken in.
   */
  async checkedAgain(): Promise<void> {
    const since = Date.now();
    let tried = 0;
    const checked = async () => {
      const { lastCheck } = await this.ask('status', {});
      if (lastCheck !== null && Date.parse(lastCheck) >= since) return true;
      if (Date.now() - tried > 1_500) {
        tried = Date.now();
        await this.letHoursPass(4);
        await fireAlarms(this.browser);
      }
      return null;
    };
    await until('a check begun since', checked, 40_000);
    await this.settled();
  }

  /** Makes what the update has stored older by a number of hours. Waits for it to store something. */
  async letHoursPass(hours: number): Promise<void> {
    const age = () => this.browser.inExtension(ageUpdateState, hours * 3_600_000);
    await until('a database to be older', () => age().then(() => true));
  }

  /** The paper about a field of the sample papers that only arXiv has. */
  outsider(field: string): SamplePaper {
    const found = this.services.papers.find((one) => !one.listedAt && one.field === field);
    if (!found) throw new Error(`No unlisted paper about "${field}".`);
    return found;
  }

  abs(paper: SamplePaper): string {
    return `https://arxiv.org/abs/${paper.id}`;
  }

  /** The side panel as a tab, beside the page in front. */
  async besideFrontTab(): Promise<BrowserPage> {
    const [tab] = await this.browser.inExtension((api) => api.tabs.query({ active: true }), null);
    return this.browser.openExtensionPage(`sidepanel.html?tabId=${tab?.id}`);
  }

  /** The popup as a tab, for the page that shows an address. */
  async popup(url?: string): Promise<BrowserPage> {
    const query = url ? `?tabId=${await tabIdOf(this.browser, url)}` : '';
    const page = await this.browser.openExtensionPage(`popup.html${query}`);
    await page.setViewport(380, 600);
    return page;
  }
}

/** Runs in a page of the extension. */
function ageUpdateState(_: unknown, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kindred');
    // Made here, it would be one without stores, and stay so.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const change = database.transaction('meta', 'readwrite');
      const reading = change.objectStore('meta').openCursor();
      reading.onsuccess = () => {
        const cursor = reading.result;
        if (!cursor) return;
        const { value } = cursor;
        if (value && typeof value === 'object' && 'lastCheck' in value) {
          const earlier = (moment: string | null) =>
            moment && new Date(Date.parse(moment) - ms).toISOString();
          for (const name of ['lastCheck', 'lastRequest', 'quietUntil', 'lastArxivRequest']) {
            value[name] = earlier(value[name]);
          }
          for (const wait of [value.problem, value.abstracts]) {
            if (wait) wait.nextTry = earlier(wait.nextTry);
          }
          cursor.update(value);
        }
        cursor.continue();
      };
      change.oncomplete = () => {
        database.close();
        resolve();
      };
      change.onerror = () => reject(change.error);
    };
  });
}

/** Where the build for this browser is. Throws a sentence where it was not made. */
function buildFolder(release = false): string {
  const kind = browserName === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
  const folder = join(root, '.output', release ? kind : `${kind}-e2e`);
  if (!existsSync(folder)) throw new Error(`${folder} is missing: npm test builds it.`);
  return folder;
}
