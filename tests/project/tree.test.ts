import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './source-files.ts';

const files = projectFiles();
const texts = files.filter((file) => !/\.(png|jpe?g|gif|woff2?|ico|gz)$/.test(file));

/** Everything at the top; dot-files of tools aside. */
const topLevel = [
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'assets',
  'biome.json',
  'components',
  'docs',
  'entrypoints',
  'lib',
  'package-lock.json',
  'package.json',
  'tests',
  'tsconfig.json',
  'wxt.config.ts',
];

/** Files of more than 300 lines, with what splitting would cost. */
const longForAReason: Record<string, string> = {
  'lib/paper/paper.ts': 'types alone, one an answer',
  'lib/messages/contract.ts': 'a table, one row a call',
  'lib/page/sites/indexes.ts': 'a table, one row a site',
  'lib/page/sites/journals.ts': 'a table, one row a site',
  'lib/page/sites/preprints.ts': 'a table, one row a site',
  'lib/page/sites/venues.ts': 'a table, one row a site',
};

describe('the tree', () => {
  it('has nothing at the top but what is agreed', () => {
    const present = new Set(files.map((file) => file.split('/')[0] as string));
    const more = [...present].filter((name) => !name.startsWith('.') && !topLevel.includes(name));
    expect(more).toEqual([]);
  });

  it('names no place of one machine and no registry', () => {
    const forbidden = [
      // Written so that this file does not contain what it looks for.
      /(?<![\w.:/-])\/(?:work|root|home\/\w+|Users\/\w+)\/\w/,
      /(?<![\w.-])\/tmp\/\w/,
      /registry\.(?:npmjs|yarnpkg)\.\w+/,
    ];
    const found = texts.flatMap((file) => {
      const lines = readProjectFile(file).split('\n');
      return lines
        .filter((line) => forbidden.some((pattern) => pattern.test(line)))
        .map((line) => `${file}: ${line.trim().slice(0, 120)}`);
    });
    expect(found).toEqual([]);
  });

  it('leaves registries out of the lock file', () => {
    const lock = JSON.parse(readProjectFile('package-lock.json')) as { packages: object };
    const resolved = Object.entries(lock.packages).filter(([, entry]) => 'resolved' in entry);
    expect(resolved.map(([name]) => name)).toEqual([]);
  });

  it('has neither catch-all files nor barrels', () => {
    const catchAll = /\/(?:utils?|helpers?|misc|common)(?:\.\w+|\/)/;
    const barrel = /^(?:lib|components)\/.*\/index\.tsx?$/;
    expect(files.filter((file) => catchAll.test(file) || barrel.test(file))).toEqual([]);
  });

  it('keeps source files short enough to read at a sitting', () => {
    const long = files.filter((file) => {
      if (!/^(?:lib|components|entrypoints)\/.*\.tsx?$/.test(file)) return false;
      if (file in longForAReason) return false;
      return readProjectFile(file).split('\n').length > 300;
    });
    expect(long).toEqual([]);
  });
});
