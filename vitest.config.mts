import { defineConfig } from 'vitest/config';

/** The tests that replace modules, and so must not share theirs with others. */
const MOCKING = ['test/workspace/writing.test.ts', 'test/exchange/hostile-workbooks.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/build.ts'],
    testTimeout: 120_000,
    restoreMocks: true,
    maxWorkers: 2,
    coverage: {
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'html'],
      thresholds: { lines: 98, branches: 92 },
    },
    projects: [
      {
        extends: true,
        test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: MOCKING, isolate: false },
      },
      { extends: true, test: { name: 'isolated', include: MOCKING } },
    ],
  },
});
