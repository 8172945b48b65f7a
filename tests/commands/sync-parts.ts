/** The parts of this version that sync, bundled into one file that later versions are tested with. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './programs.ts';

const noBrowser = '\0no-browser';

/** Bundles them for Node, with nothing of a browser in it. */
export async function writeSyncParts(file: string): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'no-browser',
        enforce: 'pre',
        resolveId: (id) => (id === 'wxt/browser' ? noBrowser : null),
        load: (id) => (id === noBrowser ? 'export const browser = {};' : null),
      },
    ],
    build: {
      write: false,
      target: 'es2024',
      minify: true,
      lib: { entry: join(root, 'tests/stored-state/sync-entry.ts'), formats: ['es'] },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('The bundle was not made.');
  writeFileSync(file, output.output[0].code);
}
