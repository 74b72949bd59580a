import { defineConfig } from 'vitest/config'

const PAGES = 'test/e2e/**/*.test.ts'

export default defineConfig({
  test: {
    reporters: ['default', './scripts/closing-line.ts'],
    // A core each: by default one is left idle, and on two cores that doubles the time.
    maxWorkers: '100%',
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: ['**/node_modules/**', PAGES],
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: [PAGES],
          globalSetup: ['test/e2e/set-up.ts'],
          // After all else: browsers beside eight other workers only wait.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // A page on a busy machine may take its time; a test that waits for it does not fail for that.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
})
