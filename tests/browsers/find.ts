/**
 * Where the browsers are: one answer for `npm start` and `npm test`, on Linux, macOS and Windows.
 * KINDRED_CHROMIUM and KINDRED_FIREFOX name another one.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

export type Found = { path: string; version: string } | { path: null; reason: string };

type Platform = 'linux' | 'darwin' | 'win32';

/** Names on PATH, most wanted first. */
const commands: Record<BrowserName, string[]> = {
  chromium: ['chromium', 'chromium-browser', 'chrome-for-testing', 'google-chrome-for-testing'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'],
};

/** Places of an ordinary installation; `~` is the home folder, `*` any one folder. */
const places: Record<BrowserName, Record<Platform, string[]>> = {
  chromium: {
    linux: [
      '~/.cache/puppeteer/chrome/*/chrome-linux64/chrome',
      '~/.cache/ms-playwright/*/chrome-linux64/chrome',
      '~/.cache/ms-playwright/*/chrome-linux/chrome',
      '/snap/bin/chromium',
    ],
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '~/.cache/puppeteer/chrome/*/*/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '~/Library/Caches/ms-playwright/*/*/Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: [
      '~/AppData/Local/Chromium/Application/chrome.exe',
      '~/.cache/puppeteer/chrome/*/chrome-win64/chrome.exe',
      '~/AppData/Local/ms-playwright/*/chrome-win64/chrome.exe',
      '~/AppData/Local/ms-playwright/*/chrome-win/chrome.exe',
    ],
  },
  firefox: {
    linux: ['/usr/lib/firefox/firefox', '/snap/bin/firefox'],
    darwin: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
      '~/Applications/Firefox.app/Contents/MacOS/firefox',
    ],
    win32: [
      'C:/Program Files/Mozilla Firefox/firefox.exe',
      'C:/Program Files (x86)/Mozilla Firefox/firefox.exe',
      '~/AppData/Local/Mozilla Firefox/firefox.exe',
    ],
  },
};

const brandedChrome: Record<Platform, string[]> = {
  linux: ['/usr/bin/google-chrome', '/opt/google/chrome/chrome'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: ['C:/Program Files/Google/Chrome/Application/chrome.exe'],
};

const variable: Record<BrowserName, string> = {
  chromium: 'KINDRED_CHROMIUM',
  firefox: 'KINDRED_FIREFOX',
};

/** The major versions that Kindred's manifest asks for. */
export const oldest: Record<BrowserName, number> = { chromium: 120, firefox: 142 };

const brandedWord =
  'Google Chrome itself cannot be used: it ignores --load-extension. Chromium and Chrome for Testing can.';

/** Files that a pattern of {@link places} names. */
function expand(pattern: string): string[] {
  const parts = pattern.replace(/^~/, homedir()).split('/');
  let paths = [parts.shift() as string];
  for (const part of parts) {
    paths = paths.flatMap((path) => {
      if (part !== '*') return [`${path}/${part}`];
      return existsSync(path) ? readdirSync(path).map((name) => `${path}/${name}`) : [];
    });
  }
  return paths.sort().reverse();
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(name: string): string[] {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, file));
}

/** What `--version` says; empty where the browser says nothing (Windows). */
function versionOf(path: string): string {
  if (process.platform === 'win32') return '';
  const run = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  const line = run.stdout?.split('\n').find((text) => /\d+\.\d+/.test(text)) ?? '';
  return line.trim();
}

function isTooOld(name: BrowserName, version: string): boolean {
  const major = /\d+/.exec(version)?.[0];
  return major !== undefined && Number(major) < oldest[name];
}

const isBranded = (version: string) => /^Google Chrome (?!for Testing)/.test(version);

const tooOldWord = (name: BrowserName) =>
  `Kindred needs ${name} ${oldest[name]} or later (set ${variable[name]} to use another).`;

/** Whether the user has said which browser to take: then no other is looked for. */
export const isNamed = (name: BrowserName): boolean => Boolean(process.env[variable[name]]);

/** The browser to use, or why there is none. */
export function findBrowser(name: BrowserName): Found {
  const named = process.env[variable[name]];
  if (named) {
    if (!isProgram(named)) {
      return { path: null, reason: `${variable[name]} names ${named}, which is no program.` };
    }
    const version = versionOf(named);
    if (isBranded(version)) {
      return { path: null, reason: `${variable[name]} names ${version}. ${brandedWord}` };
    }
    if (isTooOld(name, version)) {
      return { path: null, reason: `${variable[name]} names ${version}. ${tooOldWord(name)}` };
    }
    return { path: named, version };
  }
  const platform = process.platform as Platform;
  const installed = places[name][platform] ?? [];
  let old = '';
  for (const path of [...commands[name].flatMap(onPath), ...installed.flatMap(expand)]) {
    if (!isProgram(path)) continue;
    const version = versionOf(path);
    // A wrapper without its browser (Ubuntu's chromium without snap) says no version.
    if (isBranded(version) || (version === '' && platform !== 'win32')) continue;
    if (isTooOld(name, version)) {
      old ||= version;
      continue;
    }
    return { path, version };
  }
  if (old) return { path: null, reason: `There is ${old}. ${tooOldWord(name)}` };
  const branded = name === 'chromium' && (brandedChrome[platform] ?? []).some(isProgram);
  return {
    path: null,
    reason: `No ${name} found${branded ? `. ${brandedWord}` : ''} (set ${variable[name]} to use another).`,
  };
}
