import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['dist/**', 'node_modules/**'],
    pool: 'forks',
    // Made for two cores: a third worker only makes the tests with a terminal wait.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two tests may never lean on each other's globals or environment.
    unstubEnvs: true,
    restoreMocks: true,
    // A run on CI and one at a desk must judge alike: no retries, no forgotten `.only`.
    retry: 0,
    allowOnly: false,
  },
});
