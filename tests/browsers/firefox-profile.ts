import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { artifacts } from '../commands/programs.ts';

/**
 * What Firefox works out about itself at its first start alone: with it, a fresh profile starts in two
 * thirds of the time. Another release finds that it is not its own, and works it out anew.
 */
const startUp = ['startupCache', 'compatibility.ini'];
const kept = join(artifacts, 'firefox-start');
let isKept = false;

// A browser that is just being stopped may still write.
const remove = (folder: string) =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

/** A fresh profile, with what an earlier one has worked out about Firefox itself. */
export function makeProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'kindred-firefox-'));
  if (existsSync(kept)) cpSync(kept, profile, { recursive: true });
  return profile;
}

/** Removes a profile whose browser is closed. What the first of a run has worked out is kept. */
export function removeProfile(profile: string): void {
  if (!isKept && startUp.every((name) => existsSync(join(profile, name)))) {
    isKept = true;
    mkdirSync(artifacts, { recursive: true });
    // Whole or not at all, however the run ends.
    const folder = mkdtempSync(`${kept}-`);
    for (const name of startUp)
      cpSync(join(profile, name), join(folder, name), { recursive: true });
    remove(kept);
    renameSync(folder, kept);
  }
  remove(profile);
}
