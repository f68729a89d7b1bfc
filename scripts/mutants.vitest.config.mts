import { defineConfig } from 'vitest/config';

/** The tests that tell mutants from the program: those of the rooms that are mutated, and no others, for each mutant runs them. */
export default defineConfig({
  test: {
    include: ['test/{analysis,plan,rules}/**/*.test.ts'],
    testTimeout: 120_000,
    restoreMocks: true,
    isolate: false,
  },
});
