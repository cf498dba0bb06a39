import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    globalSetup: ['src/store/testing/postgres-global.ts'],
  },
});
