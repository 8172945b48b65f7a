import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = fileURLToPath(new URL('..', import.meta.url));
const browserTests = 'tests/unit/{background,client,content,storage,network,extension}/**';
const setupFiles = ['tests/setup.ts'];
const testTimeout = 30_000;

export default defineConfig({
  root,
  test: {
    // Vitest would leave one core to itself, which is half of a machine of two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        root,
        plugins: [await WxtVitest()],
        test: {
          name: 'core',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: [browserTests],
          setupFiles,
          testTimeout,
          // A worker for each of 90 files costs half a minute, and pure functions leave nothing behind.
          pool: 'threads',
          isolate: false,
        },
      },
      {
        root,
        plugins: [await WxtVitest()],
        test: {
          name: 'views and edges',
          include: ['tests/{components,project}/**/*.test.{ts,tsx}', `${browserTests}/*.test.ts`],
          setupFiles,
          testTimeout,
          // Apart from each other, as views need it, in two thirds of the time that workers take.
          pool: 'vmThreads',
        },
      },
    ],
  },
});
