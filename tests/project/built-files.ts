/** The builds as the browsers get them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { root } from './source-files.ts';

export type BuildName = 'chrome-mv3' | 'firefox-mv3' | 'chrome-mv3-e2e' | 'firefox-mv3-e2e';

const folder = (build: BuildName) => join(root, '.output', build);

/** Files of a build, with `/`, sorted. */
export function builtFiles(build: BuildName): string[] {
  const all = readdirSync(folder(build), { recursive: true, encoding: 'utf8' });
  return all
    .filter((file) => statSync(join(folder(build), file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

export function readBuilt(build: BuildName, file: string): Buffer {
  return readFileSync(join(folder(build), file));
}

/** The manifest, as the browser reads it. */
export function readManifest(build: BuildName): Record<string, unknown> {
  return JSON.parse(readBuilt(build, 'manifest.json').toString('utf8')) as Record<string, unknown>;
}

/**
 * Bytes of the package with these files: their deflated sizes and ZIP's own headers (30 + 46 bytes
 * and twice the name for each file, 22 for the end; APPNOTE 4.3).
 */
export function zippedSize(build: BuildName, files: string[]): number {
  return files.reduce((sum, file) => {
    const { length } = deflateRawSync(readBuilt(build, file), { level: 9 });
    return sum + length + 76 + 2 * Buffer.byteLength(file);
  }, 22);
}
