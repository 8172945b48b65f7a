import { describe, expect, it } from 'vitest';
import { findCycle, importedNames, resolveImport } from './imports.ts';
import { projectFiles, readProjectFile } from './source-files.ts';

type Layer = 'entrypoints' | 'components' | 'edge' | 'cli' | 'core';

/** Folders of `lib/` that call the browser; all others are pure. */
const edgeFolders = ['background', 'client', 'content', 'extension', 'network', 'storage'];

/** Which layer may import which: edges know the core, and nothing imports an entrypoint. */
const allowed: Record<Layer, Layer[]> = {
  entrypoints: ['components', 'edge', 'core'],
  components: ['components', 'core'],
  edge: ['edge', 'core'],
  cli: ['cli', 'core'],
  core: ['core'],
};

function layerOf(file: string): Layer | null {
  const [top = '', folder = ''] = file.split('/');
  if (top === 'entrypoints' || top === 'components') return top;
  if (top !== 'lib') return null;
  if (folder === 'cli') return 'cli';
  return edgeFolders.includes(folder) ? 'edge' : 'core';
}

/** The unit of the folder graph: `lib/paper`, `components/popup`, `entrypoints`. */
function folderOf(file: string): string {
  const parts = file.split('/');
  if (parts[0] === 'entrypoints' || parts.length < 3) return parts[0] ?? '';
  return parts.slice(0, 2).join('/');
}

/** Folders in the order of the table in the architecture page: each imports only earlier ones. */
const folderOrder = [
  ...readProjectFile('docs/architecture.md').matchAll(/^\| `([\w/-]+)\/` \|/gm),
].map((match) => match[1] ?? '');

/** An entrypoint of several files may import its own folder. */
function ownFolder(from: string, to: string): boolean {
  const folder = (file: string) => file.split('/').slice(0, 2).join('/');
  return from.split('/').length > 2 && folder(from) === folder(to);
}

/** Names of the platform that only one layer may use. */
const platformNames: { pattern: RegExp; layers: Layer[]; what: string }[] = [
  {
    pattern:
      /\b(?:browser|chrome)\.(?:runtime|storage|tabs|action|alarms|scripting|i18n|windows)\b/,
    layers: ['edge', 'entrypoints'],
    what: 'the extension API',
  },
  { pattern: /(?<![.\w])fetch\(/, layers: ['edge'], what: 'fetch' },
  { pattern: /\bindexedDB\b/, layers: ['edge'], what: 'IndexedDB' },
  { pattern: /\b(?:local|session)Storage\b/, layers: [], what: 'web storage' },
  { pattern: /\bprocess\.\w/, layers: ['cli'], what: 'Node' },
  {
    pattern: /\bDate\.now\(\)|\bnew Date\(\)/,
    layers: ['edge', 'entrypoints', 'cli', 'components'],
    what: 'the clock',
  },
];

const corePackages = ['valibot', 'minisearch', 'wink-porter2-stemmer', '@rgrove/parse-xml'];
const packages: Record<Layer, RegExp> = {
  core: new RegExp(`^(?:${corePackages.join('|')})(?:/|$)`),
  cli: /^(?:node:|linkedom$)/,
  edge: /^(?:wxt|idb|valibot|minisearch|webextension-polyfill|#i18n)(?:\/|$)/,
  components: /^(?:preact|#i18n|temml|d3-force|@tanstack\/virtual-core)(?:\/|$)/,
  entrypoints: /^(?:wxt|preact|#i18n)(?:\/|$)/,
};

const sources = projectFiles().filter((file) => layerOf(file) && /\.tsx?$/.test(file));
const isDeclaration = (file: string) => file.endsWith('.d.ts');
const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"])\/\/.*$/gm, '$1');

describe('imports', () => {
  it('finds every form of an import', () => {
    const source = [
      "import a from './a.ts';",
      "import type { B } from './b.ts';",
      'import {',
      '  c,',
      "} from './c.ts';",
      "export { d } from './d.ts';",
      "import './e.css';",
      "const f = await import('./f.ts');",
      "type G = typeof import('./g.ts');",
      "// import h from './h.ts';",
      "/* import i from './i.ts'; */",
    ].join('\n');
    expect(importedNames(source).sort()).toEqual([
      './a.ts',
      './b.ts',
      './c.ts',
      './d.ts',
      './e.css',
      './f.ts',
      './g.ts',
    ]);
  });

  it('finds a cycle', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(findCycle(graph)).toEqual(['b', 'c', 'b']);
    expect(findCycle(new Map([['a', ['b']]]))).toBeNull();
  });
});

describe('layers', () => {
  const edges = sources.flatMap((from) =>
    importedNames(readProjectFile(from)).map((name) => ({
      from,
      name,
      to: resolveImport(from, name),
    })),
  );

  it('are there', () => {
    expect(new Set(sources.map(layerOf))).toContain('core');
    expect(edges.length).toBeGreaterThan(20);
  });

  it('import only what lies below them', () => {
    const wrong = edges.filter(({ from, to }) => {
      const target = to && layerOf(to);
      if (!to) return false;
      if (!target) return !/^assets\//.test(to);
      return !allowed[layerOf(from) as Layer].includes(target) && !ownFolder(from, to);
    });
    expect(wrong).toEqual([]);
  });

  it('take only the packages that are theirs', () => {
    const wrong = edges.filter(
      ({ from, name, to }) => !to && !packages[layerOf(from) as Layer].test(name),
    );
    expect(wrong).toEqual([]);
  });

  it('have every folder in the architecture page, once', () => {
    const folders = [...new Set(sources.map(folderOf))].sort();
    expect([...folderOrder].sort()).toEqual(folders);
  });

  it('import only folders that the architecture page lists before their own', () => {
    const place = (file: string) => folderOrder.indexOf(folderOf(file));
    const wrong = edges.flatMap(({ from, to }) =>
      to && layerOf(to) && place(to) > place(from) ? [`${from} imports ${to}`] : [],
    );
    expect(wrong).toEqual([]);
  });

  it('keep schemas out of views: components import messages as types only', () => {
    const wrong = sources.filter(
      (file) =>
        layerOf(file) === 'components' &&
        /^import (?!type\b)[^;]*?\/messages\//m.test(readProjectFile(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('have no cycles', () => {
    const graph = new Map<string, string[]>(sources.map((file) => [file, []]));
    for (const { from, to } of edges) if (to) graph.get(from)?.push(to);
    expect(findCycle(graph)).toBeNull();
  });

  it('name the platform only in the edges', () => {
    const wrong = sources
      .filter((file) => !isDeclaration(file))
      .flatMap((file) => {
        const text = withoutComments(readProjectFile(file));
        return platformNames
          .filter(({ pattern, layers }) => {
            return pattern.test(text) && !layers.includes(layerOf(file) as Layer);
          })
          .map(({ what }) => `${file} names ${what}`);
      });
    expect(wrong).toEqual([]);
  });
});
