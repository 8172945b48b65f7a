import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sites } from '../../lib/page/sites/table.ts';
import { builtFiles, readBuilt, readManifest, zippedSize } from './built-files.ts';

const kB = 1000;
/** The starter digest, where it is a file of its own or a chunk of its own. */
const starter = /starter/i;

describe.each(['chrome-mv3', 'firefox-mv3'] as const)('the size of %s', (build) => {
  it('is small for the script that runs on every listed page', () => {
    const scripts = readManifest(build).content_scripts as { js?: string[] }[];
    const files = [...new Set(scripts.flatMap((script) => script.js ?? []))];
    expect(files.length).toBeGreaterThan(0);
    const bytes = files.reduce((sum, file) => sum + gzipSync(readBuilt(build, file)).length, 0);
    console.log(`${build}: detector ${bytes} bytes gzipped`);
    expect(bytes).toBeLessThanOrEqual(20 * kB);
  });

  it('is small as a package without the starter digest', () => {
    const files = builtFiles(build);
    const bytes = zippedSize(
      build,
      files.filter((file) => !starter.test(file)),
    );
    console.log(
      `${build}: ${bytes} bytes zipped, ${zippedSize(build, files)} with the starter digest`,
    );
    expect(bytes).toBeLessThanOrEqual(250 * kB);
  });

  it('leaves out what the site table says to those who read it', () => {
    const scripts = builtFiles(build).filter((file) => file.endsWith('.js'));
    const built = scripts.map((file) => readBuilt(build, file).toString('utf8')).join();
    expect(built).toContain(sites.at(-1)?.hosts[0]);
    const notes = sites.flatMap(({ example, reason }) => [example, reason]);
    expect(notes.filter((note) => built.includes(note))).toEqual([]);
  });
});
