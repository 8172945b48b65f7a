/**
 * `npm start`: builds Kindred and opens a browser with it on a paper's page. With a display and a
 * network on the real arxiv.org, until the window is closed; without a display on the local fake
 * services, printing as text what the screens showed. `npm start -- firefox` takes Firefox, and
 * `npm start -- --real` shows captured real pages (CONTRIBUTING.md, "Look at real pages").
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { callersPath } from '../../lib/cli/read-papers.ts';
import { BuildCopy } from '../browsers/build-copy.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import type { BrowserName } from '../browsers/find.ts';
import { obtainBrowsers } from '../browsers/install.ts';
import { openBrowser } from '../browsers/open.ts';
import { FakeServices } from '../fake-services/fake-services.ts';
import { artifacts, builds, root, runProgram } from './programs.ts';
import { RealPages } from './real-pages.ts';
import { showWithoutDisplay } from './show.ts';

/** "Visual Autoregressive Modeling", one of the starter digest's papers. */
const realPaper = 'https://arxiv.org/abs/2404.02905';

function hasDisplay(): boolean {
  if (process.env.CI === 'true') return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function hasNetwork(): Promise<boolean> {
  try {
    const answer = await fetch(realPaper, { method: 'HEAD', signal: AbortSignal.timeout(5_000) });
    return answer.ok;
  } catch {
    return false;
  }
}

function chooseBrowser(firefox: boolean): BrowserName {
  const order: BrowserName[] = firefox ? ['firefox'] : ['chromium', 'firefox'];
  const found = obtainBrowsers(order.slice(0, 1), console.log);
  const name = order.find((candidate) => found[candidate].path !== null);
  if (name) return name;
  throw new Error(
    order.map((candidate) => (found[candidate] as { reason: string }).reason).join('\n'),
  );
}

async function build(name: BrowserName, display: boolean): Promise<BuildCopy> {
  const browser = name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
  // Without a display this script reads the panel, which the users' build shields from scripts.
  const folder = display ? browser : (`${browser}-e2e` as const);
  const run = await runProgram('wxt', [...builds[folder]]);
  if (!run.ok) throw new Error(run.output);
  return new BuildCopy(join(root, '.output', folder));
}

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      real: { type: 'boolean', default: false },
      digest: { type: 'string' },
      pages: { type: 'string' },
      assets: { type: 'string' },
      page: { type: 'string', multiple: true, default: [] },
    },
  });
  const [browser = 'chromium', ...more] = positionals;
  if (more.length > 0 || !['chromium', 'firefox'].includes(browser)) {
    throw new Error(`"${positionals.join(' ')}" is no browser: say "chromium" or "firefox".`);
  }
  return { ...values, firefox: browser === 'firefox' };
}

async function start(): Promise<void> {
  const options = readOptions();
  const realPages = options.real ? openRealPages(options) : null;
  const display = hasDisplay();
  const name = chooseBrowser(options.firefox);
  const copy = await build(name, display);
  try {
    if (realPages) await realPages.show(name, copy, display);
    else await showOnePaper(name, copy, display);
  } finally {
    copy.remove();
  }
}

function openRealPages({ digest, pages, assets, page }: ReturnType<typeof readOptions>): RealPages {
  return new RealPages({
    pages: pages === undefined ? join(root, '../shared/pages') : callersPath(pages),
    assets: assets === undefined ? join(root, '../shared/assets') : callersPath(assets),
    digest: digest === undefined ? null : callersPath(digest),
    names: page,
  });
}

async function showOnePaper(name: BrowserName, copy: BuildCopy, display: boolean): Promise<void> {
  const isLive = display && (await hasNetwork());
  const services = isLive ? null : await FakeServices.start();
  console.log(
    isLive ? 'Opening the real arxiv.org' : 'Playing arxiv.org and huggingface.co on this computer',
  );
  try {
    const browser = await openBrowser(name, { build: copy, services, headless: !display });
    if (display) await showOnDisplay(browser, services ? paperOf(services) : realPaper);
    else if (services) await printWithoutDisplay(browser, services);
  } finally {
    await services?.close();
  }
}

async function showOnDisplay(browser: ExtensionBrowser, paper: string): Promise<void> {
  await browser.open(paper);
  console.log('Close the browser to end.');
  await browser.closed();
}

async function printWithoutDisplay(
  browser: ExtensionBrowser,
  services: FakeServices,
): Promise<void> {
  const folder = join(artifacts, 'start');
  mkdirSync(folder, { recursive: true });
  try {
    await showWithoutDisplay(browser, services, paperOf(services), folder);
    console.log(`\nScreenshots: ${folder}`);
  } finally {
    await browser.close();
  }
}

function paperOf(services: FakeServices): string {
  const paper = services.papers.find((one) => one.listedAt === null);
  return `https://arxiv.org/abs/${paper?.id}`;
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
