import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Ratios of times, which other tests beside them would bend. */
const figures = ['test/world/speed.test.ts'];
const vm = ['test/vm/*.test.ts'];

// biome-ignore lint/style/noDefaultExport: where vitest looks for it
export default defineConfig({
  test: {
    // Machines start engines of their own: more of them at once than there are cores only wait for each other.
    maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
    // The engine is real, and on two cores a machine or a build may wait for another test's.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'tests', include: ['test/**/*.test.{ts,tsx}'], exclude: [...figures, ...vm] },
      },
      {
        extends: true,
        test: { name: 'figures', include: figures, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
      { extends: true, test: { name: 'vm', include: vm, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});
