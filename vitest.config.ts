import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    // Every answer of a local Discord is compared with Discord's own description of it.
    globalSetup: ['test/local-discord/described/whole-run.ts'],
    setupFiles: ['test/local-discord/described/each-file.ts'],
  },
});
