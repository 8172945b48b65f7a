/**
 * `npm start -- --real`: the built extension on captured real pages with the papers of a digest
 * file. With a display the pages open in tabs, until the window is closed; without one it leaves
 * pictures and an index of them.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildCopy } from '../browsers/build-copy.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { askExtension } from '../browsers/extension-calls.ts';
import type { BrowserName } from '../browsers/find.ts';
import { openBrowser } from '../browsers/open.ts';
import { type CapturedPage, CapturedPages } from '../fake-services/captured-pages.ts';
import { FakeServices } from '../fake-services/fake-services.ts';
import { listedPapers } from '../fake-services/real-digest.ts';
import { capturedRouter } from '../fake-services/routes.ts';
import { importText, readText } from './fill-digest.ts';
import { artifacts } from './programs.ts';
import { indexOf, lineOf, type Problem } from './real-index.ts';
import { type Visit, visitPage } from './visit-page.ts';

export interface RealOptions {
  /** Folder of captured pages with its manifest. */
  pages: string;
  /** Folder with files of these pages as `<host>/<path>`; may be absent. */
  assets: string;
  /** JSON Lines, gzip or not, or any other file that the extension imports; null: none. */
  digest: string | null;
  /** Ids, addresses or parts of addresses; empty: a choice of arXiv and Hugging Face. */
  names: string[];
}

/** How many pages open where none is named. */
const defaultPages = 14;
/** Milliseconds between two requests of the update. */
const gapMs = 5;

export class RealPages {
  readonly captured: CapturedPages;
  readonly chosen: CapturedPage[];
  readonly #text: string | null;

  /** @throws {Error} a sentence that says what is missing. */
  constructor({ pages, assets, digest, names }: RealOptions) {
    this.captured = new CapturedPages(pages, [assets]);
    this.chosen = names.length > 0 ? this.captured.find(names) : choice(this.captured.pages);
    if (digest !== null && !existsSync(digest)) {
      throw new Error(`There is no digest file ${digest}.`);
    }
    this.#text = digest === null ? null : readText(digest);
    this.#reportMissing(assets);
  }

  /** Opens the browser with the digest in it, and shows the pages. */
  async show(name: BrowserName, build: BuildCopy, display: boolean): Promise<void> {
    const listed = this.#text === null ? null : listedPapers(this.#text);
    const services = await FakeServices.start(
      listed?.newest ?? new Date().toISOString().slice(0, 10),
      listed?.papers ?? [],
      capturedRouter(this.captured),
    );
    build.shortenWaits(gapMs);
    // "Today" is the evening of the newest day in the file, so that ages and checks make sense.
    if (listed) build.setClock(`${listed.newest}T20:00:00.000Z`);
    try {
      const browser = await openBrowser(name, { build, services, headless: !display });
      try {
        await this.#fill(browser);
        if (display) await showTabs(browser, this.chosen);
        else await this.#shootAll(browser);
      } finally {
        // The user may have closed it already.
        await browser.close().catch(() => undefined);
      }
    } finally {
      await services.close();
    }
  }

  /**
   * The import brings all papers within seconds. The first load stays paused, so that no page is
   * shown in the middle of it; the checks find the same papers in the fake Daily Papers service.
   */
  async #fill(browser: ExtensionBrowser): Promise<void> {
    if (this.#text === null) return;
    const started = Date.now();
    await askExtension(browser, 'pauseLoading', { paused: true });
    await importText(browser, this.#text);
    console.log(`The digest is ready after ${seconds(started)} s`);
  }

  async #shootAll(browser: ExtensionBrowser): Promise<void> {
    const folder = join(artifacts, 'real', browser.name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const started = Date.now();
    const visits: Visit[] = [];
    const problems: Problem[] = [];
    for (const page of this.chosen) {
      try {
        const visit = await visitPage(browser, page, folder);
        visits.push(visit);
        console.log(lineOf(visit));
      } catch (error) {
        problems.push({ url: page.url, message: (error as Error).message });
        console.log(`${page.url}\n   failed: ${(error as Error).message}`);
      }
    }
    const index = join(folder, 'index.md');
    const missing = ({ page }: Visit) => this.captured.missingStyleSheets(page);
    writeFileSync(index, indexOf(visits, problems, missing));
    console.log(`\n${visits.length} pages in ${seconds(started)} s. Pictures and index: ${index}`);
    if (problems.length > 0) {
      throw new Error(`${problems.length} pages could not be shown. ${index} says why.`);
    }
  }

  #reportMissing(assets: string): void {
    const sheets = this.chosen.flatMap((page) => this.captured.missingStyleSheets(page));
    const missing = [...new Set(sheets)].sort();
    if (missing.length === 0) return;
    const list = missing.map((sheet) => `   ${sheet}`).join('\n');
    console.log(
      `Layout differs from the live pages: ${missing.length} style sheets were not captured.\n${list}\nPut them into ${assets}/<host>/<path>: CONTRIBUTING.md, "Look at real pages", says how.`,
    );
  }
}

const seconds = (since: number): string => ((Date.now() - since) / 1000).toFixed(1);

/** Captures of live pages first, then other kinds than papers, then the newest papers. */
function choice(pages: CapturedPage[]): CapturedPage[] {
  const rank = ({ capture, kind }: CapturedPage) =>
    capture === 'real' ? 0 : kind === 'paper' ? 2 : 1;
  return pages
    .filter(({ url }) => /^https:\/\/(?:arxiv\.org|huggingface\.co)\//.test(url))
    .sort((a, b) => rank(a) - rank(b) || idOf(b).localeCompare(idOf(a)))
    .slice(0, defaultPages);
}

/** New ids in the order of time; ids with a category, which are older than all of them, last. */
const idOf = ({ expected }: CapturedPage): string =>
  /^\d{4}\./.test(expected.arxivId ?? '') ? (expected.arxivId ?? '') : '';

async function showTabs(browser: ExtensionBrowser, pages: CapturedPage[]): Promise<void> {
  for (const page of pages) await browser.open(page.url);
  console.log('Close the browser to end.');
  await browser.closed();
}
