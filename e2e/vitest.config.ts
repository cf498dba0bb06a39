import { defineConfig } from 'vitest/config';

/** The built program, started as readers and editors start it, looked at from outside. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: ['e2e/support/global-setup.ts'],
    // Two files at a time: they share a browser, each has servers of its own, and half of it is waiting.
    maxWorkers: 2,
    // Machines that test are slow and shared; no test measures time by these.
    testTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 180_000,
  },
});
