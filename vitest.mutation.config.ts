import { defineConfig } from 'vitest/config';

/** The tests that hold the engine, quick enough to be run against each of thousands of faults put into it. */
export default defineConfig({
  test: {
    include: [
      'tests/cases.test.ts',
      'tests/compare.test.ts',
      'tests/bill-traces.test.ts',
      'tests/properties/oracle.test.ts',
    ],
    env: { RATECARD_BILLS: '600' },
    testNamePattern: /^(?!.*(fast-check|every step))/,
    sequence: { concurrent: false },
    fileParallelism: false,
    testTimeout: 30_000,
  },
});
