import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/longest-first.ts'
import { ownTemporaryFolder } from './scripts/own-temporary-folder.ts'

ownTemporaryFolder()

const PAGES = 'test/e2e/**/*.test.ts'
/** On engines of their own: `npm run test:scale`. */
const SCALE = 'test/scale/**/*.test.ts'
/** What takes rights from the process itself, or kills what it began: nothing that another file left may run meanwhile. */
const ALONE = ['test/faults/**/*.test.ts', 'test/torture/**/*.test.ts', 'test/security/detection-sql.test.ts']

export default defineConfig({
  test: {
    reporters: ['default', './scripts/closing-line.ts'],
    // More than cores: a test of a disk, of another program or of a browser waits half of its time. By default one core is left idle.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // One process a core for all files: most of their time was to read the same modules again. No module here keeps anything
    // between calls, and a file that changes what belongs to the process puts it back.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Nothing is to take so long; what waits for others on a busy machine does not fail for that.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: ['**/node_modules/**', PAGES, SCALE, ...ALONE],
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE, isolate: true } },
      {
        extends: true,
        test: {
          name: 'pages',
          include: [PAGES],
          globalSetup: ['test/e2e/set-up.ts'],
          // After all else, and two a core: a page waits for its server and the test for both.
          sequence: { groupOrder: 1 },
          maxWorkers: availableParallelism() * 2,
          hookTimeout: 180_000,
          testTimeout: 240_000,
        },
      },
    ],
  },
})
