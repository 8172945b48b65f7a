/** Where browsers and builds of a run have their files: in the run's folder, which its end removes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const runFolder = () => process.env.KINDRED_RUN ?? null;

export const temporaryFolder = (name: string): string =>
  mkdtempSync(join(runFolder() ?? tmpdir(), `${name}-`));

const prefix = 'firefox.';

/** Notes a running Firefox with the folder of its profile, so that the run's end can end it. */
export function noteFirefox(pid: number, profile: string): void {
  const run = runFolder();
  if (run !== null) writeFileSync(join(run, `${prefix}${pid}`), profile);
}

export function forgetFirefox(pid: number): void {
  const run = runFolder();
  if (run !== null) rmSync(join(run, `${prefix}${pid}`), { force: true });
}

/** Returns the id of the process that a file of the run's folder represents, else null. */
export const runningFirefox = (file: string): number | null =>
  file.startsWith(prefix) ? Number(file.slice(prefix.length)) : null;
