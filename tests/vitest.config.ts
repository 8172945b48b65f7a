import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  plugins: [await WxtVitest()],
  test: {
    include: ['tests/{unit,components,project}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 30_000,
    // A worker for each of 120 files costs half a minute. Before each test \`setup.ts\` resets what
    // they share.
    pool: 'threads',
    isolate: false,
  },
});
