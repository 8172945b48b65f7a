import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtFiles, readBuilt, readManifest, zippedSize } from './built-files.ts';

const kB = 1000;
/** The starter digest, where it is a file of its own or a chunk of its own. */
const starter = /starter/i;
/** What is read only when the reader opens that page, meets a formula there, or has that language. */
const onDemand = /reader|map-layout|welcome|temml|^_locales\/(?!en\/)/;

describe.each(['chrome-mv3', 'firefox-mv3'] as const)('the size of %s', (build) => {
  it('is small for the script that runs on every listed page', () => {
    const scripts = readManifest(build).content_scripts as { js?: string[] }[];
    const files = [...new Set(scripts.flatMap((script) => script.js ?? []))];
    expect(files.length).toBeGreaterThan(0);
    const bytes = files.reduce((sum, file) => sum + gzipSync(readBuilt(build, file)).length, 0);
    console.log(`${build}: detector ${bytes} bytes gzipped`);
    expect(bytes).toBeLessThanOrEqual(20 * kB);
  });

  const files = () => builtFiles(build).filter((file) => !starter.test(file));

  it('is small for all that serves beside papers: background, panel, popup, options', () => {
    const daily = files().filter((file) => !onDemand.test(file));
    expect(daily.length).toBeLessThan(files().length);
    const bytes = zippedSize(build, daily);
    console.log(`${build}: ${bytes} bytes zipped beside papers`);
    expect(bytes).toBeLessThanOrEqual(250 * kB);
  });

  it('stays small with the reader page, its formulas and further languages', () => {
    const bytes = zippedSize(build, files());
    console.log(
      `${build}: ${bytes} bytes zipped, ${zippedSize(build, builtFiles(build))} with the starter digest`,
    );
    expect(bytes).toBeLessThanOrEqual(350 * kB);
  });
});
