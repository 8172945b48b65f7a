import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Checks of what the builds made, in `.output`; the ones of the sources are unit tests. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: ['tests/project/**/*.built.ts'] },
});
