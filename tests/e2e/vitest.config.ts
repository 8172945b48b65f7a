import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const long = process.env.KINDRED_LONG === '1';

/**
 * The same tests in the browser that KINDRED_BROWSER names: one at a time, in real time. Trials,
 * which measure, belong to `npm run test:long`, and so does the table of all faults, which alone
 * takes two minutes a browser; `faults.test.ts` keeps the common ones here.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/e2e/**/*.test.ts', ...(long ? ['tests/e2e/**/*.trial.ts'] : [])],
    exclude: long ? [] : ['tests/e2e/reliability.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
