import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/longest-first.ts'
import { ownTemporaryFolder } from './scripts/own-temporary-folder.ts'

ownTemporaryFolder()

/** What one machine does not show: real engines on the loopback, started once for all files. `npm run test:scale`. */
export default defineConfig({
  test: {
    include: ['test/scale/**/*.test.ts'],
    // Five servers of its own: of the night.
    exclude: process.env['NIGHTLY'] ? [] : ['test/scale/move-to-replicas.test.ts'],
    globalSetup: ['test/scale/set-up.ts'],
    reporters: ['default', './scripts/closing-line.ts'],
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // More than cores: whoever kills an engine waits for it half of the time.
    maxWorkers: 3,
    // An engine that was killed repairs itself before it answers.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
