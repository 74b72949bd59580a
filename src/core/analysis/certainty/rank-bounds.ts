import type { CenterId } from '../../kernel/identifiers.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import { gather } from '../../scoring/gather.ts'
import { factsIn } from '../../scoring/score.ts'
import { compilePlan, type ScoringPlan } from '../../scoring/scoring-plan.ts'
import type { AssessedYear } from '../assessed-year.ts'
import { drain } from './drain.ts'
import { searchRank, type RankSearch } from './rank-search.ts'
import { sharedReadings, type End, type SharedReadings } from './shared-readings.ts'
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
  return drain(rankBoundsInSteps(year))
}

/** The same center by center: whoever waits can do something else after every step. */
export function* rankBoundsInSteps(year: AssessedYear): Generator<undefined, RankBounds[]> {
  const plan = compilePlan(year.rubric, year.answers)
  const facts = factsIn(year.state)
  const splits: SplitCenter[] = []
  for (const { findings, bonuses, isClosed } of facts) {
    splits.push(splitCenter(gather(plan, findings, bonuses, isClosed).center))
    yield
  }
  const counts = plan.questions.map(({ options }) => options.length)
  const unending = unendingQuestions(year.rubric, plan)
  const shared = yield* sharedReadings(splits, counts, unending)
  // An amount that takes here and gives there has no harshest reading: nothing is proven between its ends.
  const isUnproven = splits.some(({ parts }) =>
    parts.some(({ questions }) => questions.some((one) => unending.has(one) && !plan.questions[one]?.isOrdered)),
  )
  const bounds: RankBounds[] = []
  for (const [at, { centerId }] of facts.entries()) {
    const others = facts.map((_, other) => other).filter((other) => other !== at)
    const own = boundsAt(shared, others, at, centerId, isUnproven)
    bounds.push(isUnproven ? { ...own, best: 1, worst: facts.length } : own)
    yield
  }
  return bounds
}

function boundsAt(
  shared: SharedReadings,
  others: readonly number[],
  at: number,
  centerId: CenterId,
  isUnproven: boolean,
): RankBounds {
  const best = searchRank(leadsOver(shared, others, at, 'low', 'high'))
  const worst = searchRank(leadsOver(shared, others, at, 'high', 'low'))
  const reachedBest = shared.isReached ? best : searchRank(leadsOver(shared, others, at, 'reachedLow', 'reachedHigh'))
  const reachedWorst = shared.isReached ? worst : searchRank(leadsOver(shared, others, at, 'reachedHigh', 'reachedLow'))
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

/** What the others at this end of theirs have over the center at that end of its own. */
function leadsOver(
  { constants, bundles }: SharedReadings,
  others: readonly number[],
  at: number,
  theirs: End,
  own: End,
): RankSearch {
  const mine = constants[at]?.[own] ?? 0
  const ways = bundles.map((bundle) => bundle.ways)
  return {
    isBest: theirs === 'low' || theirs === 'reachedLow',
    constants: others.map((other) => (constants[other]?.[theirs] ?? 0) - mine),
    ways,
    own: bundles.map(({ ends }) => ends[at]?.[own] ?? null),
    theirs: bundles.map(({ ends }) => others.map((other) => ends[other]?.[theirs] ?? null)),
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
