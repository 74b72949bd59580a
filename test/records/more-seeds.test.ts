import { expect, test } from 'vitest'
import { expectAgreement } from './expect-agreement.ts'
import { holdTrial } from './held-trial.ts'

/** A whole year takes seconds; a machine that is busy with more takes its time. */
const YEAR_MS = 240_000

/** Beside seed 1 that `one-year.test.ts` looks at more closely, and 2021 that the demonstration of `demo-states.test.ts` has. */
const SEEDS = process.env['NIGHTLY'] ? [2, 3, 4, 2021] : [2]

test.each(SEEDS)(
  'the whole year of seed %i: what is found is exactly what was planted',
  async (seed) => {
    const { trial, end } = await holdTrial({ seed })
    try {
      expectAgreement(trial.agreement)
      expect(trial.found.suspicions.length).toBeGreaterThan(0)
    } finally {
      await end()
    }
  },
  YEAR_MS,
)
