/**
 * `npm run package`: the archives for Chrome and Edge, for Firefox, and of the sources, with the
 * SHA-256 of each. `npm run package -- rebuild` then unpacks the sources elsewhere, makes the
 * archives from them with the packages installed here, and fails unless every byte is the same.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runProgram } from './programs.ts';
import { unzipInto } from './unzip.ts';

function archivesOf(folder: string): string[] {
  const output = join(folder, '.output');
  if (!existsSync(output)) return [];
  return readdirSync(output)
    .filter((name) => name.endsWith('.zip'))
    .sort();
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Makes the archives of a checkout, in its `.output`, and answers their hashes by name. */
async function pack(folder: string): Promise<Map<string, string>> {
  for (const name of archivesOf(folder)) rmSync(join(folder, '.output', name));
  for (const args of [['zip'], ['zip', '-b', 'firefox', '--mv3']]) {
    const run = await runProgram('wxt', args, {}, folder);
    if (!run.ok) throw new Error(run.output);
  }
  const files = archivesOf(folder).map((name) => [name, join(folder, '.output', name)] as const);
  return new Map(files.map(([name, file]) => [name, hashOf(file)]));
}

/** Names of archives that differ when built from only the sources archive. */
async function differing(made: Map<string, string>): Promise<string[]> {
  const sources = [...made.keys()].find((name) => name.endsWith('-sources.zip'));
  if (!sources) throw new Error('There is no archive of the sources.');
  const folder = mkdtempSync(join(tmpdir(), 'kindred-rebuild-'));
  try {
    unzipInto(folder, join(root, '.output', sources));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const prepared = await runProgram('wxt', ['prepare'], {}, folder);
    if (!prepared.ok) throw new Error(prepared.output);
    const again = await pack(folder);
    const names = new Set([...made.keys(), ...again.keys()]);
    return [...names].filter((name) => made.get(name) !== again.get(name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  const made = await pack(root);
  for (const [name, hash] of made) {
    const { length } = readFileSync(join(root, '.output', name));
    console.log(`${hash}  .output/${name}  ${length} bytes`);
  }
  if (process.argv.includes('rebuild')) {
    const names = await differing(made);
    if (names.length > 0) throw new Error(`A rebuild differs: ${names.join(', ')}`);
    console.log(`Rebuilt from the sources archive: all ${made.size} are the same, byte for byte.`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
