import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtFiles, readBuilt, readManifest, zippedSize } from './built-files.ts';

const kB = 1000;
/** The starter digest, where it is a file of its own or a chunk of its own. */
const starter = /starter/i;
/** What is read only when the user opens that page or meets a formula there. */
const onDemand = /reader|map-layout|welcome|temml/;
/** Words of a language other than English, read where the browser speaks it. */
const language = /^_locales\/(?!en\/)/;

describe.each(['chrome-mv3', 'firefox-mv3'] as const)('the size of %s', (build) => {
  it('is small for the script that runs on every listed page', () => {
    const scripts = readManifest(build).content_scripts as { js?: string[] }[];
    const files = [...new Set(scripts.flatMap((script) => script.js ?? []))];
    expect(files.length).toBeGreaterThan(0);
    const bytes = files.reduce((sum, file) => sum + gzipSync(readBuilt(build, file)).length, 0);
    console.log(`${build}: detector ${bytes} bytes gzipped`);
    expect(bytes).toBeLessThanOrEqual(20 * kB);
  });

  const all = () => builtFiles(build).filter((file) => !starter.test(file));
  const files = () => all().filter((file) => !language.test(file));

  it('is small for all that serves beside papers: background, panel, popup, options', () => {
    const daily = files().filter((file) => !onDemand.test(file));
    expect(daily.length).toBeLessThan(files().length);
    const bytes = zippedSize(build, daily);
    console.log(`${build}: ${bytes} bytes zipped beside papers`);
    expect(bytes).toBeLessThanOrEqual(260 * kB);
  });

  it('stays small with the reader page, its map, its formulas and the welcome', () => {
    const bytes = zippedSize(build, files());
    console.log(`${build}: ${bytes} bytes zipped with the pages that are opened`);
    expect(bytes).toBeLessThanOrEqual(350 * kB);
  });

  it('grows little by a language', () => {
    const languages = all().filter((file) => language.test(file));
    expect(languages.length).toBeGreaterThan(0);
    for (const file of languages) {
      const bytes = zippedSize(build, [file]);
      console.log(`${build}: ${bytes} bytes zipped of ${file}`);
      expect(bytes).toBeLessThanOrEqual(16 * kB);
    }
    const whole = zippedSize(build, builtFiles(build));
    console.log(`${build}: ${whole} bytes zipped, everything, the starter digest in it`);
  });
});
