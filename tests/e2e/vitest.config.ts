import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The same tests in the browser that KINDRED_BROWSER names: one at a time, in real time. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
