/**
 * `npm start`: builds Kindred and opens a browser with it on a paper's page. With a display and a
 * network on the real arxiv.org, until the window is closed; without a display on the local
 * stand-in, telling in text what the screens showed. `npm start -- firefox` takes Firefox, and
 * `npm start -- real` lets the stand-in serve real Daily Papers entries where they are at hand.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BuildCopy } from '../browsers/build-copy.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import type { BrowserName } from '../browsers/find.ts';
import { obtainBrowsers } from '../browsers/install.ts';
import { openBrowser } from '../browsers/open.ts';
import { FakeServices } from '../fake-services/fake-services.ts';
import { realDigest } from '../fake-services/real-digest.ts';
import { artifacts, builds, root, runProgram } from './programs.ts';
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

async function start(): Promise<void> {
  const display = hasDisplay();
  const name = chooseBrowser(process.argv.includes('firefox'));
  const copy = await build(name, display);
  const real = display && (await hasNetwork());
  const standIn = real ? null : await startStandIn(process.argv.includes('real'));
  console.log(
    real ? 'Opening the real arxiv.org' : 'Playing arxiv.org and huggingface.co on this computer',
  );
  try {
    const browser = await openBrowser(name, { build: copy, standIn, headless: !display });
    if (display) await showOnDisplay(browser, standIn ? paperOf(standIn) : realPaper);
    else if (standIn) await tellWithoutDisplay(browser, standIn);
  } finally {
    await standIn?.close();
    copy.remove();
  }
}

async function showOnDisplay(browser: ExtensionBrowser, paper: string): Promise<void> {
  await browser.open(paper);
  console.log('Close the browser to end.');
  await browser.closed();
}

async function tellWithoutDisplay(browser: ExtensionBrowser, standIn: FakeServices): Promise<void> {
  const folder = join(artifacts, 'start');
  mkdirSync(folder, { recursive: true });
  try {
    await showWithoutDisplay(browser, standIn, paperOf(standIn), folder);
    console.log(`\nScreenshots: ${folder}`);
  } finally {
    await browser.close();
  }
}

/** With sample papers, and the real ones too where asked for and present. */
async function startStandIn(withReal: boolean): Promise<FakeServices> {
  const standIn = await FakeServices.start();
  if (!withReal) return standIn;
  const file = join(root, '../shared/data/hf-daily.jsonl.gz');
  const papers = realDigest(file, standIn.today);
  if (papers) standIn.publish(papers);
  else console.log('The real entries are absent: sample papers are shown.');
  return standIn;
}

function paperOf(standIn: FakeServices): string {
  const paper = standIn.papers.find((one) => one.listedAt === null);
  return `https://arxiv.org/abs/${paper?.id}`;
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
