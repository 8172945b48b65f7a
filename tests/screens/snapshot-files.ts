/** What screens are held against, as files beside this one; written again by `npm run pictures -- --write`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { browserName } from '../e2e/session.ts';

export const folder = import.meta.dirname;

/** Whether this run writes what it sees. A run of the continuous integration never does. */
export const writes = process.env.KINDRED_WRITE_SCREENS === '1' && process.env.CI !== 'true';

export function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Chromium's is what both are held against; Firefox has one of its own where it must differ. */
const textFile = (kind: 'trees' | 'geometry', name: string, own = false) =>
  join(folder, kind, `${name}${own ? '.firefox' : ''}.txt`);

export function expectedText(kind: 'trees' | 'geometry', name: string): string | null {
  const own = textFile(kind, name, true);
  const file = browserName === 'firefox' && existsSync(own) ? own : textFile(kind, name);
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : null;
}

/** The one of both browsers. */
export const commonText = (kind: 'trees' | 'geometry', name: string): string | null => {
  const file = textFile(kind, name);
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : null;
};

/** Keeps a text; Firefox's apart from the common one where it is `own`. */
export function keepText(
  kind: 'trees' | 'geometry',
  name: string,
  text: string,
  own: boolean,
): void {
  if (browserName === 'firefox' && !own) rmSync(textFile(kind, name, true), { force: true });
  write(textFile(kind, name, own), `${text}\n`);
}

export const pictureFile = (name: string): string => join(folder, browserName, `${name}.png`);

/** Files that no screen asks for any more, of the common kinds and of this browser. */
export function leftOver(wanted: {
  texts: Set<string>;
  geometry: Set<string>;
  pictures: Set<string>;
}) {
  const filesOf = (kind: string) => {
    const place = join(folder, kind);
    return existsSync(place) ? readdirSync(place).map((name) => join(place, name)) : [];
  };
  const bare = (file: string) =>
    (file.split(/[\\/]/).at(-1) ?? '').replace(/(\.firefox)?\.(txt|png)$/, '');
  const unwanted = [
    ...filesOf('trees').filter((file) => !wanted.texts.has(bare(file))),
    ...filesOf('geometry').filter((file) => !wanted.geometry.has(bare(file))),
    ...filesOf(browserName).filter(
      (file) => file.endsWith('.png') && !wanted.pictures.has(bare(file)),
    ),
  ];
  if (writes) for (const file of unwanted) rmSync(file);
  return writes ? [] : unwanted.map((file) => relative(folder, file));
}
