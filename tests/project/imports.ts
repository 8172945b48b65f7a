import { posix } from 'node:path';

/**
 * `import … from 'x'`, `import type … from 'x'`, `export … from 'x'` at the start of a line or
 * after `;`, and `import 'x'`; then dynamic `import('x')` and `typeof import('x')` anywhere.
 */
const statements = [
  /(?:^|[;\n])\s*(?:import|export)\s(?:[^;'"]*?\sfrom\s*)?['"]([^'"\n]+)['"]/g,
  /\bimport\(\s*['"]([^'"\n]+)['"]/g,
];

/** What a source file imports, as written. */
export function importedNames(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"])\/\/.*$/gm, '$1');
  return statements.flatMap((statement) => [...code.matchAll(statement)].map((m) => m[1] ?? ''));
}

/** A relative import as a path from the root, or null for a package. */
export function resolveImport(from: string, name: string): string | null {
  return name.startsWith('.') ? posix.join(posix.dirname(from), name.replace(/\?.*$/, '')) : null;
}

/** A cycle in a graph of imports, as the files on it, or null. */
export function findCycle(graph: Map<string, string[]>): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | null => {
    const met = path.indexOf(file);
    if (met >= 0) return [...path.slice(met), file];
    if (done.has(file)) return null;
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return null;
}
