/**
 * What screens are compared with, as files beside this one; `npm run pictures -- --write` rewrites
 * them. The trees of one screen are one file with a heading for each state.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { browserName } from '../e2e/session.ts';
import type { Screen, State } from './screen.ts';

const folder = import.meta.dirname;
const trees = join(folder, 'trees');

/** Whether this run writes what it sees. A run of the continuous integration never does. */
export const writes = process.env.KINDRED_WRITE_SCREENS === '1' && process.env.CI !== 'true';

export function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

export const pictureFile = (name: string): string => join(folder, browserName, `${name}.png`);

const treeFile = (screen: Screen) => join(trees, `${screen.name}.txt`);

/** Firefox has a tree of its own only where the interface differs in it. */
const headingInFirefox = (state: State) => `${state.name}, Firefox`;

function readTrees(screen: Screen): Map<string, string> {
  const file = treeFile(screen);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const parts = text.split(/^# (.+)\n/m).slice(1);
  const found = new Map<string, string>();
  for (let at = 0; at < parts.length; at += 2)
    found.set(parts[at] ?? '', (parts[at + 1] ?? '').trimEnd());
  return found;
}

export function expectedTree(screen: Screen, state: State): string | undefined {
  const kept = readTrees(screen);
  const own = browserName === 'firefox' ? kept.get(headingInFirefox(state)) : undefined;
  return own ?? kept.get(state.name);
}

/** Writes a tree, in the order of the screen's states; those of other states are dropped. */
export function keepTree(screen: Screen, state: State, tree: string): void {
  const kept = readTrees(screen);
  if (browserName === 'chromium' || !kept.has(state.name)) kept.set(state.name, tree);
  else if (kept.get(state.name) === tree) kept.delete(headingInFirefox(state));
  else kept.set(headingInFirefox(state), tree);
  const headings = screen.states.flatMap((one) => [one.name, headingInFirefox(one)]);
  const sections = headings.filter((heading) => kept.has(heading));
  const text = sections.map((heading) => `# ${heading}\n${kept.get(heading)}\n`).join('\n');
  write(treeFile(screen), text);
}

/** Trees, and this browser's pictures, that no screen needs. Where this run writes, it removes them. */
export function leftOver(screens: Screen[], pictures: Set<string>): string[] {
  const filesIn = (place: string) =>
    existsSync(place) ? readdirSync(place).map((name) => join(place, name)) : [];
  const wanted = new Set([...screens.map(treeFile), ...[...pictures].map(pictureFile)]);
  const found = [...filesIn(trees), ...filesIn(join(folder, browserName))];
  const unwanted = found.filter((file) => !wanted.has(file));
  if (writes) for (const file of unwanted) rmSync(file);
  const headings = screens.flatMap((screen) => {
    const known = new Set(screen.states.flatMap((one) => [one.name, headingInFirefox(one)]));
    const unknown = [...readTrees(screen).keys()].filter((heading) => !known.has(heading));
    return unknown.map((heading) => `${treeFile(screen)}: ${heading}`);
  });
  return [...(writes ? [] : unwanted), ...headings].map((file) => relative(folder, file));
}
