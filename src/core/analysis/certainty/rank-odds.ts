import type { CenterId } from '../../kernel/identifiers.ts'
import { randomFrom } from '../../kernel/random.ts'
import { gather } from '../../scoring/gather.ts'
import { factsIn } from '../../scoring/score.ts'
import type { SignedPoints } from '../../scoring/score-sheet.ts'
import { compilePlan } from '../../scoring/scoring-plan.ts'
import type { AssessedYear } from '../assessed-year.ts'
import type { Assumptions } from './assumptions.ts'
import { drain } from './drain.ts'
import { drawPart } from './part-odds.ts'
import { splitCenter } from './split-center.ts'

/** What a simulation says of one center. `times[rank - 1]`: how many of the draws gave that rank, ties sharing the better one. */
export interface RankOdds {
  readonly centerId: CenterId
  readonly times: readonly number[]
  /** Of all draws: the mean score, and the scores that nine of ten draws lie between; whole hundredths. */
  readonly mean: SignedPoints
  readonly between: readonly [low: SignedPoints, high: SignedPoints]
}

export interface Drawing {
  readonly seed: number
  readonly draws: number
  readonly assumptions: Assumptions
}

/** In the order in which the centers were enrolled. The same year and the same drawing give the same odds. */
export function rankOdds(year: AssessedYear, drawing: Drawing): RankOdds[] {
  return drain(rankOddsInSteps(year, drawing))
}

/** The same center by center, and then some draws at a time. */
export function* rankOddsInSteps(
  year: AssessedYear,
  { seed, draws, assumptions }: Drawing,
): Generator<undefined, RankOdds[]> {
  const plan = compilePlan(year.rubric, year.answers)
  const facts = factsIn(year.state)
  const random = randomFrom(seed)
  const readings = plan.questions.map(({ options }) =>
    Uint8Array.from({ length: draws }, () => random.below(options.length)),
  )
  const scores: Float64Array[] = []
  for (const { findings, bonuses, isClosed } of facts) {
    const { center, base, parts } = splitCenter(gather(plan, findings, bonuses, isClosed).center)
    const totals = new Float64Array(draws).fill(base)
    for (const part of parts) drawPart(center, part, assumptions, readings, random, totals)
    scores.push(totals)
    yield
  }
  const times = facts.map(() => new Uint32Array(facts.length))
  const totals = new Float64Array(facts.length)
  for (let draw = 0; draw < draws; draw += 1) {
    for (let at = 0; at < totals.length; at += 1) totals[at] = scores[at]?.[draw] ?? 0
    count(totals, times)
    if (draw % DRAWS_IN_A_STEP === 0) yield
  }
  const odds: RankOdds[] = []
  for (const [at, { centerId }] of facts.entries()) {
    odds.push({ centerId, times: [...(times[at] ?? [])], ...spreadOf(scores[at] ?? new Float64Array(0)) })
    yield
  }
  return odds
}

const DRAWS_IN_A_STEP = 500

function count(totals: Float64Array, times: readonly Uint32Array[]): void {
  const order = totals.toSorted()
  for (let at = 0; at < totals.length; at += 1) {
    const rank = aboveIn(order, totals[at] ?? 0)
    const own = times[at]
    if (own !== undefined) own[rank] = (own[rank] ?? 0) + 1
  }
}

/** How many of these, lowest first, are above the score. */
function aboveIn(order: Float64Array, score: number): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((order[middle] ?? 0) > score) high = middle
    else low = middle + 1
  }
  return order.length - low
}

function spreadOf(scores: Float64Array): Pick<RankOdds, 'mean' | 'between'> {
  const order = scores.toSorted()
  const at = (share: number) => order[Math.min(order.length - 1, Math.floor(order.length * share))] ?? 0
  const sum = order.reduce((total, score) => total + score, 0)
  return { mean: Math.round(sum / Math.max(order.length, 1)), between: [at(0.05), at(0.95)] }
}
