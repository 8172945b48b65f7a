/** What earlier runs of `npm run test:long` passed, valid for the same files only. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { artifacts, root, runCommand } from './programs.ts';

export const progressFile = join(artifacts, 'long', 'passed.json');

interface Progress {
  tree: string;
  passed: string[];
}

/**
 * A hash of every tracked and untracked file that git does not ignore, or null outside a git
 * checkout: without it a run cannot know that nothing changed.
 */
export async function hashTree(folder = root): Promise<string | null> {
  const listed = await runCommand(
    'git',
    ['ls-files', '-co', '--exclude-standard', '-z'],
    {},
    folder,
  );
  if (!listed.ok) return null;
  const hash = createHash('sha256');
  for (const name of listed.output.split('\0').sort()) {
    if (name === '') continue;
    hash.update(`${name}\0`);
    try {
      hash.update(readFileSync(join(folder, name)));
    } catch {
      hash.update('deleted');
    }
  }
  return hash.digest('hex');
}

/** Names of the parts that passed on this tree. */
export function readPassed(file: string, tree: string | null): Set<string> {
  if (tree === null) return new Set();
  try {
    const progress = JSON.parse(readFileSync(file, 'utf8')) as Progress;
    return new Set(progress.tree === tree ? progress.passed : []);
  } catch {
    return new Set();
  }
}

export function writePassed(file: string, tree: string | null, passed: Set<string>): void {
  if (tree === null) return;
  mkdirSync(dirname(file), { recursive: true });
  const progress: Progress = { tree, passed: [...passed] };
  writeFileSync(file, `${JSON.stringify(progress, null, 2)}\n`);
}
