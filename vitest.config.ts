import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // No test changes a module, so files share them: loading the bot's and discord.js's anew for each
    // file took three fifths of the suite's time.
    isolate: false,
    // Without it, one core is left idle: on two cores, half of the time.
    maxWorkers: '100%',
    // Nets for what hangs: a slow machine must not meet them.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Every answer of a local Discord is compared with Discord's own description of it.
    globalSetup: ['test/preview/discord/described/whole-run.ts', '.scripts/compile-tests.js'],
    setupFiles: ['test/preview/discord/described/each-file.ts'],
  },
});
