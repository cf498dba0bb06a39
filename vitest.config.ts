import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    // Half of a file's time is waiting for the disk, for PostgreSQL and for processes that begin.
    maxWorkers: 3,
    // Files clear away what they make; a process of its own for each took longer than its tests.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A second, the usual, is short on a busy machine; what comes sooner ends the waiting sooner.
    expect: { poll: { timeout: 15_000 } },
    globalSetup: ['src/store/testing/postgres-global.ts'],
  },
});
