import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: where vitest looks for it
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // The engine is real, and on two cores a machine or a build may wait for another test's.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
