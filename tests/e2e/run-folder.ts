/**
 * A folder for one run of these tests, with all that must not outlive it: copies of the build,
 * profiles, and a file for each Firefox, which would go on when the process that drives it is ended.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runningFirefox } from '../browsers/temporary-folder.ts';

/** Vitest calls it before the first test, and what it answers after the last. */
export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-run-'));
  process.env.KINDRED_RUN = folder;
  return async () => {
    for (const name of readdirSync(folder)) {
      const pid = runningFirefox(name);
      if (pid === null) continue;
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
      rmSync(readFileSync(join(folder, name), 'utf8'), { recursive: true, force: true });
    }
    // Chromium, which ends with its driver, may still be writing.
    for (let tries = 0; tries < 20 && existsSync(folder); tries++) {
      rmSync(folder, { recursive: true, force: true });
      await pause(200);
    }
  };
}
