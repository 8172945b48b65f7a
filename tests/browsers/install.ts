import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type BrowserName, type Found, findBrowser, isNamed } from './find.ts';
import { fontPackages, missingFonts } from './fonts.ts';

const packages: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** Whether this machine lets us install packages: root on Debian or a relative of it. */
function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function apt(args: string[]): boolean {
  const run = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
  });
  return run.status === 0;
}

/**
 * Both browsers. Where one is missing, or a font that pictures are drawn with, it is installed with
 * apt-get if that is allowed. `say` gets a line before anything is installed.
 */
export function obtainBrowsers(
  wanted: BrowserName[],
  say: (line: string) => void,
): Record<BrowserName, Found> {
  const missing = wanted.filter((name) => !isNamed(name) && findBrowser(name).path === null);
  const names = missing.map((name) => packages[name]);
  if (missingFonts().length > 0) names.unshift(...fontPackages);
  if (names.length > 0 && canInstall()) {
    say(`Installing ${names.join(', ')} with apt-get`);
    apt(['update', '-qq']);
    const common = ['install', '-y', '-qq', '--no-install-recommends', 'fonts-liberation'];
    // One by one, so that a package that a distribution lacks does not cost the other ones.
    for (const name of names) apt([...common, name]);
  }
  return { chromium: findBrowser('chromium'), firefox: findBrowser('firefox') };
}
