import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

/** Set by `npm run test:long`, which also runs `*.long.test.ts`. */
const long = process.env.KINDRED_LONG === '1';

/** The same tests in the browser that KINDRED_BROWSER names, one file at a time, in real time. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(long ? [] : ['**/*.long.test.ts'])],
    globalSetup: 'tests/e2e/run-folder.ts',
    fileParallelism: false,
    // The browser drivers take a second to load: load them once per run, not once per file.
    isolate: false,
    // As long as `until` waits: a slow machine is no fault.
    expect: { poll: { timeout: 10_000, interval: 40 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
