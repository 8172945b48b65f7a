import { describe, expect, it } from 'vitest';
import { type BuildName, builtFiles, readBuilt } from './built-files.ts';

/** Chunk names hold a hash of their content, so a file that differs may be called differently. */
const plainNames = (build: BuildName) =>
  builtFiles(build)
    .map((file) => file.replace(/-[\w-]{8}\.(js|css)$/, '.$1'))
    .sort();

describe.each([
  ['chrome-mv3', 'chrome-mv3-e2e'],
  ['firefox-mv3', 'firefox-mv3-e2e'],
] as const)('%s and its build for tests', (release, test) => {
  it('have the same files', () => {
    expect(plainNames(test)).toEqual(plainNames(release));
  });

  it('open the shadow root only in tests', () => {
    const scripts = (build: typeof release | typeof test) =>
      builtFiles(build)
        .filter((file) => file.endsWith('.js'))
        .map((file) => readBuilt(build, file).toString('utf8'))
        .join('\n');
    const opens = /attachShadow\(\{[^}]*mode:\s*[`'"]open/;
    expect(scripts(release)).toMatch(/attachShadow/);
    expect(scripts(test)).toMatch(opens);
    expect(scripts(release)).not.toMatch(opens);
    expect(scripts(release)).not.toMatch(/kindred-(?:painted|document|address)/);
  });
});
