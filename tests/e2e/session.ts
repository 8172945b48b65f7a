/** One browser with Kindred in front of one stand-in, for the tests of a file. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DigestStatus, Reply } from '../../lib/messages/answers.ts';
import type { Answers, CallName, Request } from '../../lib/messages/contract.ts';
import { BuildCopy } from '../browsers/build-copy.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import type { BrowserName } from '../browsers/find.ts';
import { openBrowser } from '../browsers/open.ts';
import { until } from '../browsers/wait.ts';
import { StandIn } from '../stand-in/stand-in.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The browser of this run. */
export const browserName: BrowserName =
  process.env.KINDRED_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** Today, UTC, for the stand-in and for Kindred, which runs on the real clock. */
export const today = new Date().toISOString().slice(0, 10);

export interface SessionOptions {
  /** The build as readers get it, with its closed shadow root. */
  release?: boolean;
  /** Changes the build's copy before it is loaded. */
  prepare?: (build: BuildCopy) => void;
  /** Before the browser opens: faults, papers. */
  prepareStandIn?: (standIn: StandIn) => void;
  withoutKindred?: boolean;
}

export class Session {
  readonly standIn: StandIn;
  readonly build: BuildCopy | null;
  readonly browser: ExtensionBrowser;

  private constructor(standIn: StandIn, build: BuildCopy | null, browser: ExtensionBrowser) {
    this.standIn = standIn;
    this.build = build;
    this.browser = browser;
  }

  static async start(options: SessionOptions = {}): Promise<Session> {
    const standIn = await StandIn.start(today);
    options.prepareStandIn?.(standIn);
    const build = options.withoutKindred ? null : new BuildCopy(buildFolder(options.release));
    if (build) options.prepare?.(build);
    const browser = await openBrowser(browserName, { build, standIn });
    return new Session(standIn, build, browser);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.standIn.close();
    this.build?.remove();
  }

  /** Asks the background as Kindred's own pages do. A failure is thrown as its sentence. */
  async ask<N extends CallName>(name: N, request: Request<N>): Promise<Answers[N]> {
    const message = { kindred: name, request };
    const reply = (await this.browser.inExtension(
      (api, asked) => api.runtime.sendMessage(asked),
      message,
    )) as Reply<Answers[N]> | null | undefined;
    if (!reply) throw new Error(`Nobody answered "${name}".`);
    if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
    return reply.value;
  }

  /** Waits until the background tells what is asked of its status. */
  status(what: string, wanted: (status: DigestStatus) => boolean, timeout = 60_000) {
    const probe = async () => {
      const status = await this.ask('status', {});
      return wanted(status) ? status : null;
    };
    return until(what, probe, timeout);
  }

  /** Waits until every paper the stand-in listed within 90 days is stored. */
  loaded(): Promise<DigestStatus> {
    const listed = this.standIn.papers.filter((paper) => {
      return paper.listedAt && Date.parse(paper.listedAt) > Date.now() - 85 * 86_400_000;
    });
    return this.status(`${listed.length} papers`, (s) => s.listedPapers >= listed.length);
  }

  abs(id: string): string {
    return `https://arxiv.org/abs/${id}`;
  }
}

/** Where the build for this browser is. Throws a sentence where it was not made. */
function buildFolder(release = false): string {
  const kind = browserName === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
  const folder = join(root, '.output', release ? kind : `${kind}-e2e`);
  if (!existsSync(folder)) throw new Error(`${folder} is missing: npm test builds it.`);
  return folder;
}
