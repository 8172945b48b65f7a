/**
 * A build copied to a temporary folder, where tests may change it: the build itself stays as the
 * reader gets it.
 */
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shiftedClock } from './shifted-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A page of one word from which tests call the extension's APIs; no script, no message. */
export const controlPage = 'control.html';

const heldBackground = 'held-background.js';

export interface Manifest {
  version: string;
  [key: string]: unknown;
}

export class BuildCopy {
  readonly folder: string;

  constructor(build: string) {
    this.folder = temporaryFolder('kindred-build');
    cpSync(build, this.folder, { recursive: true });
    writeFileSync(
      join(this.folder, controlPage),
      '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Control</title><p>Control</p></html>',
    );
  }

  changeManifest(change: (manifest: Manifest) => void): void {
    const file = join(this.folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    change(manifest);
    writeFileSync(file, JSON.stringify(manifest));
  }

  /** Replaces the messages of English, the language that test browsers run in. */
  speak(messages: Record<string, { message: string }>): void {
    const file = join(this.folder, '_locales', 'en', 'messages.json');
    writeFileSync(file, JSON.stringify(messages));
  }

  /** Makes it the next version, as an update would. */
  raiseVersion(): void {
    this.changeManifest((manifest) => {
      const parts = manifest.version.split('.').map(Number);
      manifest.version = [...parts.slice(0, -1), (parts.at(-1) ?? 0) + 1].join('.');
    });
  }

  /**
   * Removes the native `browser` before any script runs, so that webextension-polyfill wraps
   * `chrome` as it does in Chromium before 148.
   */
  hideNativeBrowser(): void {
    this.#changeFiles(/\.js$/, (text) => `delete globalThis.browser;\n${text}`);
  }

  /** Lets it be this moment now for all of Kindred, whenever the test runs. Time goes on from there. */
  setClock(moment: string): void {
    const script = shiftedClock(Date.parse(moment) - Date.now());
    this.#changeFiles(/\.js$/, (text) => script + text);
  }

  /** Keeps the background busy for a while at each start, so that its first answers are slow. */
  slowBackground(ms: number): void {
    this.beforeBackground(`for (const end = Date.now() + ${ms}; Date.now() < end; );\n`);
  }

  /**
   * Lets a request to Daily Papers be forgotten nearly at once, so that the next one comes after
   * `gap` milliseconds, not after a second, one to arXiv likewise.
   */
  shortenWaits(gap = 20): void {
    this.beforeBackground(`{
  const original = IDBObjectStore.prototype.put;
  // One that was stored before is not of now.
  const isOfNow = (moment) => moment !== null && Date.now() - Date.parse(moment) < 200;
  const age = (moment, ms) =>
    isOfNow(moment) ? new Date(Date.parse(moment) - ms).toISOString() : moment;
  IDBObjectStore.prototype.put = function (value, ...key) {
    if (value === null || typeof value !== 'object' || !('lastRequest' in value)) {
      return original.call(this, value, ...key);
    }
    const { lastRequest, lastArxivRequest } = value;
    if (lastRequest > (globalThis.readAt ?? '')) globalThis.readAt = lastRequest;
    const shorter = {
      ...value,
      lastRequest: age(lastRequest, ${1_000 - gap}),
      lastArxivRequest: age(lastArxivRequest, ${3_000 - 3 * gap}),
    };
    return original.call(this, shorter, ...key);
  };
}
`);
  }

  /** Adds to each request to Daily Papers, as header `x-read-at`, the time that its pacing is based on. */
  tellPace(): void {
    this.beforeBackground(`{
  const original = globalThis.fetch;
  globalThis.fetch = (url, init = {}) => {
    const headers = new Headers(init.headers);
    if (String(url).includes('/api/daily_papers')) headers.set('x-read-at', globalThis.readAt);
    return original(url, { ...init, headers });
  };
}
`);
  }

  /** A script that runs in the background before anything of Kindred's. */
  beforeBackground(script: string): void {
    const file = join(this.folder, 'background.js');
    writeFileSync(file, script + readFileSync(file, 'utf8'));
  }

  /** Leaves the background out, so that a test can store something before its first start. */
  holdBackground(): void {
    renameSync(join(this.folder, 'background.js'), join(this.folder, heldBackground));
    writeFileSync(join(this.folder, 'background.js'), '');
  }

  /** Puts it in again, for the next update. */
  releaseBackground(): void {
    renameSync(join(this.folder, heldBackground), join(this.folder, 'background.js'));
  }

  #changeFiles(names: RegExp, change: (text: string) => string): void {
    const files = readdirSync(this.folder, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => names.test(name))) {
      const path = join(this.folder, file);
      writeFileSync(path, change(readFileSync(path, 'utf8')));
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
