import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallCasesOf, type SmallCase } from '../../../../test/fixtures/scoring-arbitrary.ts'
import { asksBeyond } from '../../../../test/fixtures/asks-beyond.ts'
import { likelyFutures, type LikelyFuture } from '../../../../test/fixtures/likely-futures.ts'
import { yearOf } from '../../../../test/fixtures/year-of-centers.ts'
import type { Assumptions } from './assumptions.ts'
import { rankBounds } from './rank-bounds.ts'
import { rankOdds } from './rank-odds.ts'

const assumptions: fc.Arbitrary<Assumptions> = fc.record({
  substantiated: fc.constantFrom(0, 30, 80, 100),
  reversed: fc.constantFrom(0, 25, 100),
  approved: fc.constantFrom(0, 60, 100),
  kept: fc.constantFrom(0, 50, 100),
  amounts: fc.constantFrom('even', 'even', 'least', 'most'),
})
const DRAWS = 2000
const numRuns = Number(process.env['RUNS'] ?? (process.env['NIGHTLY'] ? 1000 : 120))

test('simulated odds agree with the exact ones and stay within the rank bounds', () => {
  fc.assert(
    fc.property(smallCasesOf(3, 2), assumptions, fc.integer({ min: 0, max: 1_000_000 }), (cases, assumed, seed) => {
      fc.pre(cases.every((one) => !asksBeyond(one) && !namesFreely(one)))
      const futures = likelyFutures(cases, assumed)
      fc.pre(futures !== null)
      const year = yearOf(cases)
      const bounds = rankBounds(year)
      const odds = rankOdds(year, { seed, draws: DRAWS, assumptions: assumed })
      for (const [at, { times }] of odds.entries()) {
        const exact = exactOdds(futures ?? [], at)
        for (const [place, count] of times.entries()) {
          // Summed in floating point, a certainty can come out a hair above one.
          const share = Math.min(1, exact[place] ?? 0)
          // Six standard errors, and two draws for shares that are next to nothing.
          const error = 6 * Math.sqrt((share * (1 - share)) / DRAWS) + 2 / DRAWS
          expect(Math.abs(count / DRAWS - share), `center ${at} rank ${place + 1}`).toBeLessThanOrEqual(error)
          const rank = place + 1
          if (count > 0) {
            expect(rank).toBeGreaterThanOrEqual(bounds[at]?.best ?? 0)
            expect(rank).toBeLessThanOrEqual(bounds[at]?.worst ?? 0)
          }
        }
      }
      expect(rankOdds(year, { seed, draws: 50, assumptions: assumed })).toEqual(
        rankOdds(year, { seed, draws: 50, assumptions: assumed }),
      )
    }),
    { numRuns },
  )
}, 600_000)

/** By rank: its share over all answers and all combinations of what can become of the centers. */
function exactOdds(futures: readonly (readonly LikelyFuture[][])[], at: number): number[] {
  const odds = [0, 0, 0]
  for (const centers of futures) {
    const walk = (other: number, above: number, weight: number, own: number) => {
      const theirs = centers[other]
      if (theirs === undefined) odds[above] = (odds[above] ?? 0) + weight / futures.length
      else if (other === at) walk(other + 1, above, weight, own)
      else for (const one of theirs) walk(other + 1, above + (one.total > own ? 1 : 0), weight * one.weight, own)
    }
    for (const { total, weight } of centers[at] ?? []) walk(0, 0, weight, total)
  }
  return odds
}

function namesFreely({ rubric }: SmallCase): boolean {
  return rubric.questions.some(({ readings }) =>
    readings.some(({ effect }) => effect.kind === 'amount' && effect.points === null),
  )
}
