import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventsOf, smallCasesOf, type SmallCase } from '../../../../test/fixtures/scoring-arbitrary.ts'
import { asksBeyond } from '../../../../test/fixtures/asks-beyond.ts'
import { futuresOf } from '../../../../test/fixtures/settled-futures.ts'
import { yearOf } from '../../../../test/fixtures/year-of-centers.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { answersAsOf, stateAsOf } from '../../scoring/as-of.ts'
import { factsIn } from '../../scoring/score.ts'
import { settledTotal } from '../../scoring/score-center.ts'
import { compilePlan } from '../../scoring/scoring-plan.ts'
import { rankBounds } from './rank-bounds.ts'

const clocks = { occurredBy: plainDate('2021-12-31'), knownBy: plainDate('2021-12-31') }
const numRuns = Number(process.env['RUNS'] ?? (process.env['NIGHTLY'] ? 2000 : 300))

test('rank bounds are reached by some decisions and answers and exceeded by none', () => {
  let exact = 0
  let all = 0
  fc.assert(
    fc.property(smallCasesOf(3, 2), (cases) => {
      fc.pre(cases.every((one) => !asksBeyond(one)))
      const ends = endsOf(cases)
      fc.pre(ends !== null)
      for (const [at, bounds] of rankBounds(yearOf(cases)).entries()) {
        const ranks = ranksOf(ends ?? [], at)
        all += 1
        if (bounds.isExact) {
          exact += 1
          expect({ at, ...bounds }).toMatchObject({ at, ...ranks })
        } else {
          expect(bounds.best).toBeLessThanOrEqual(ranks.best)
          expect(bounds.worst).toBeGreaterThanOrEqual(ranks.worst)
          expect(bounds.foundBest).toBeGreaterThanOrEqual(ranks.best)
          expect(bounds.foundWorst).toBeLessThanOrEqual(ranks.worst)
        }
      }
    }),
    { numRuns },
  )
  // Only an amount that can be named freely, and is the same for several, is merely bounded.
  expect(exact / all).toBeGreaterThan(0.9)
}, 600_000)

/** By way to answer and by center: every total that some decisions give. Null where these are too many to try. */
function endsOf(cases: readonly SmallCase[]): ReadonlySet<number>[][] | null {
  const futures = cases.map(futuresOf)
  const answers = futures[0]?.answers ?? []
  const count = futures.reduce((sum, { ledgers }) => sum + ledgers.length, 0)
  if (answers.length === 0 || count * answers.length > 3000) return null
  const states = futures.map(({ ledgers }) => ledgers.flatMap((facts) => factsIn(stateAsOf(eventsOf(facts), clocks))))
  return answers.map((given) => {
    const plan = compilePlan(cases[0]?.rubric ?? fail(), answersAsOf(given, clocks.knownBy))
    return states.map((own) => new Set(own.map((facts) => settledTotal(plan, facts))))
  })
}

/** The ranks of the center over every combination of totals under every way to answer. */
function ranksOf(ends: readonly (readonly ReadonlySet<number>[])[], at: number) {
  let best = Number.POSITIVE_INFINITY
  let worst = 0
  let alone = Number.POSITIVE_INFINITY
  let crowded = 0
  for (const centers of ends) {
    const others = centers.filter((_, other) => other !== at)
    for (const own of centers[at] ?? [])
      for (const [above, level] of combinations(others, own)) {
        best = Math.min(best, 1 + above)
        worst = Math.max(worst, 1 + above)
        alone = Math.min(alone, 2 * above + (level > 0 ? 1 : 0))
        crowded = Math.max(crowded, 2 * above + (level > 0 ? 1 : 0))
      }
  }
  return { best, worst, isBestShared: alone % 2 === 1, isWorstShared: crowded % 2 === 1 }
}

function combinations(others: readonly ReadonlySet<number>[], own: number): [above: number, level: number][] {
  return others.reduce<[number, number][]>(
    (all, totals) =>
      all.flatMap(([above, level]) =>
        [...totals].map((total): [number, number] => [above + (total > own ? 1 : 0), level + (total === own ? 1 : 0)]),
      ),
    [[0, 0]],
  )
}

function fail(): never {
  throw new Error('no case')
}
