import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const long = process.env.KINDRED_LONG === '1';

/**
 * The same tests in the browser that KINDRED_BROWSER names: one at a time, in real time. Trials,
 * which measure, belong to `npm run test:long`.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/e2e/**/*.test.ts', ...(long ? ['tests/e2e/**/*.trial.ts'] : [])],
    globalSetup: 'tests/e2e/run-folder.ts',
    fileParallelism: false,
    // What drives browsers takes a second to load: once a run, not once a file.
    isolate: false,
    // As long as `until` waits: a slow machine is no fault.
    expect: { poll: { timeout: 10_000, interval: 40 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
