import type { CenterId } from '../kernel/identifiers.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { gather } from '../scoring/gather.ts'
import { factsIn } from '../scoring/score.ts'
import { compilePlan, type ScoringPlan } from '../scoring/scoring-plan.ts'
import type { AssessedYear } from './assessed-year.ts'
import { searchRank } from './rank-search.ts'
import { sharedReadings, type SharedReadings } from './shared-readings.ts'
import { splitCenter, type SplitCenter } from './split-center.ts'

/**
 * The best and worst rank of a center over everything that is open: decisions on each center's matters, which go their own
 * ways, and answers to questions of the notice, which hold for all centers at once. A rank is 1 and how many stand
 * strictly above. While a period runs, each center keeps or loses its absence bonuses by itself.
 */
export interface RankBounds {
  readonly centerId: CenterId
  /** No combination passes them. */
  readonly best: number
  readonly worst: number
  /** Some combination reaches them: the same as `best` and `worst` where `isExact`, which speaks of sharing too. */
  readonly foundBest: number
  readonly foundWorst: number
  readonly isExact: boolean
  /** Whether at its best it shares the rank under every answer that gives it, all others at their lowest. */
  readonly isBestShared: boolean
  /** Whether at its worst another can share the rank, all others at their highest. */
  readonly isWorstShared: boolean
}

/** In the order in which the centers were enrolled. */
export function rankBounds(year: AssessedYear): RankBounds[] {
  const bounds: RankBounds[] = []
  for (const one of rankBoundsByOne(year)) bounds.push(one)
  return bounds
}

/** The same center by center, so that whoever waits for them can do something else in between. */
export function* rankBoundsByOne(year: AssessedYear): Generator<RankBounds> {
  const plan = compilePlan(year.rubric, year.answers)
  const centers = factsIn(year.state).map(({ centerId, findings, bonuses, isClosed }) => ({
    centerId,
    split: splitCenter(gather(plan, findings, bonuses, isClosed).center),
  }))
  const counts = plan.questions.map(({ options }) => options.length)
  const splits = centers.map(({ split }) => split)
  const unending = unendingQuestions(year.rubric, plan)
  const shared = sharedReadings(splits, counts, unending)
  // An amount that takes here and gives there has no harshest reading: nothing is proven between its ends.
  const isUnproven = splits.some(({ parts }) =>
    parts.some(({ questions }) => questions.some((one) => unending.has(one) && !plan.questions[one]?.isOrdered)),
  )
  for (const [at, { centerId }] of centers.entries()) {
    const others = centers.map((_, other) => other).filter((other) => other !== at)
    const bounds = boundsAt(shared, others, at, centerId, isUnproven)
    yield isUnproven ? { ...bounds, best: 1, worst: centers.length } : bounds
  }
}

function boundsAt(
  shared: SharedReadings,
  others: readonly number[],
  at: number,
  centerId: CenterId,
  isUnproven: boolean,
): RankBounds {
  const best = searchRank(leads(shared, others, at, 'low', 'high', true))
  const worst = searchRank(leads(shared, others, at, 'high', 'low', false))
  const reachedBest = searchRank(leads(shared, others, at, 'reachedLow', 'reachedHigh', true))
  const reachedWorst = searchRank(leads(shared, others, at, 'reachedHigh', 'reachedLow', false))
  const rank = (key: number) => 1 + Math.floor(key / 2)
  const bounds = {
    best: rank(best.proven),
    worst: rank(worst.proven),
    foundBest: rank(reachedBest.found),
    foundWorst: rank(reachedWorst.found),
  }
  return {
    centerId,
    ...bounds,
    isExact: !isUnproven && best.proven === reachedBest.found && worst.proven === reachedWorst.found,
    isBestShared: reachedBest.found % 2 === 1,
    isWorstShared: reachedWorst.found % 2 === 1,
  }
}

type End = 'low' | 'high' | 'reachedLow' | 'reachedHigh'

/** What the others at this end of theirs have over the center at that end of its own. */
function leads(
  { constants, bundles }: SharedReadings,
  others: readonly number[],
  at: number,
  theirs: End,
  own: End,
  isBest: boolean,
) {
  const mine = constants[at]?.[own] ?? 0
  return {
    isBest,
    constants: others.map((other) => (constants[other]?.[theirs] ?? 0) - mine),
    ways: bundles.map(({ ways }) => ways),
    gaps: bundles.map(({ ends, ways }) => {
      const ownEnds = ends[at]?.[own] ?? null
      return others.map((other) => {
        const theirEnds = ends[other]?.[theirs] ?? null
        if (ownEnds === null) return theirEnds
        const gap = new Float64Array(ways)
        for (let way = 0; way < ways; way += 1) gap[way] = (theirEnds?.[way] ?? 0) - (ownEnds[way] ?? 0)
        return gap
      })
    }),
  }
}

/** An amount that the office may still name freely can be anything between two ends. */
function unendingQuestions({ questions }: Rubric, plan: ScoringPlan): ReadonlySet<number> {
  const free = new Set(
    questions
      .filter(({ readings }) => readings.some(({ effect }) => effect.kind === 'amount' && effect.points === null))
      .map(({ id }) => id),
  )
  return new Set(plan.questions.flatMap(({ id }, place) => (free.has(id) ? [place] : [])))
}
