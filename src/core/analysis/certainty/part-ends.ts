import type { CenterCase } from '../../scoring/center-case.ts'
import { groupOutcomes, type GroupOutcomes } from '../../scoring/group-outcomes.ts'
import { MOST_BRANCHES, outcomeBranches } from '../../scoring/outcome-branches.ts'
import type { Readings } from '../../scoring/question-plan.ts'
import { questionsByGroup } from '../../scoring/tangled-questions.ts'
import { totalOfSections } from '../../scoring/total-with.ts'
import type { World } from '../../scoring/world.ts'
import { worldOf } from '../../scoring/world-of.ts'
import { partScore, type Part } from './center-parts.ts'

/**
 * How low and high a part can go under each way to answer its questions, in signed hundredths: entry `at` is the
 * `at`-th way, the last question turning fastest. `low` and `high` are passed by no decision; `reachedLow` and
 * `reachedHigh` are reached by some. They are the same (the very arrays, where all are) but where something was only bounded.
 */
export interface PartEnds {
  readonly questions: readonly number[]
  readonly low: readonly number[]
  readonly high: readonly number[]
  readonly reachedLow: readonly number[]
  readonly reachedHigh: readonly number[]
}

/** `loose` are questions that are not tried: each center is bounded over all their readings as if they were its own. */
export function endsOfParts(center: CenterCase, parts: readonly Part[], loose: ReadonlySet<number>): PartEnds[] {
  const byGroup = questionsByGroup(center, () => true)
  const groups = groupOutcomes(center, { byGroup, isRough: false })
  const rough = groupOutcomes(center, { byGroup, isRough: true })
  return parts.map((part) => {
    const isRough = part.groups.some((at) => byGroup[at]?.some((question) => loose.has(question)))
    const tried = { center, part, groups, loose, ...questionsTried(center, part, loose) }
    const [low, reachedLow] = endsAt(tried, 'lowest', isRough ? rough : groups)
    const [high, reachedHigh] = endsAt(tried, 'highest', isRough ? rough : groups)
    return { questions: [...tried.pricing, ...tried.holding], low, high, reachedLow, reachedHigh }
  })
}

interface Tried {
  readonly center: CenterCase
  readonly part: Part
  readonly groups: GroupOutcomes
  readonly loose: ReadonlySet<number>
  /** Those that change what is charged, and those that only say what is held of it: these cost no world of their own. */
  readonly pricing: readonly number[]
  readonly holding: readonly number[]
  readonly holds: readonly (readonly number[])[]
}

function questionsTried(center: CenterCase, { questions }: Part, loose: ReadonlySet<number>) {
  const isHolding = (question: number) =>
    center.plan.questions[question]?.options.every(({ kind }) => kind === 'floor' || kind === 'unpointed') ?? false
  const own = questions.filter((question) => !loose.has(question))
  const holding = own.filter(isHolding)
  return { pricing: own.filter((question) => !isHolding(question)), holding, holds: waysToAnswer(center, holding) }
}

function endsAt(tried: Tried, side: 'lowest' | 'highest', groups: GroupOutcomes): [ends: number[], reached: number[]] {
  const { center, part, pricing, loose } = tried
  const ends: number[] = []
  const reached: number[] = []
  let isReached = true
  for (const chosen of waysToAnswer(center, pricing)) {
    const readings = readingsWith(tried, chosen, side)
    const end = endUnder(tried, readings, side, groups)
    ends.push(...end.scores)
    if (!end.isRough && part.questions.every((question) => !loose.has(question))) reached.push(...end.scores)
    else {
      isReached = false
      reached.push(...reachedUnder(tried, readings, side))
    }
  }
  return [ends, isReached ? ends : reached]
}

/** Every way to answer these questions, the last turning fastest. */
function waysToAnswer({ plan }: CenterCase, questions: readonly number[]): number[][] {
  return questions.reduce<number[][]>(
    (all, question) =>
      all.flatMap((chosen) => (plan.questions[question]?.options ?? []).map((_, option) => [...chosen, option])),
    [[]],
  )
}

function readingsWith(
  { center, loose, pricing }: Tried,
  chosen: readonly number[],
  side: 'lowest' | 'highest',
): Readings {
  const readings = center.plan.questions.map(({ harshest, mildest }, at) =>
    loose.has(at) ? (side === 'lowest' ? harshest : mildest) : 0,
  )
  pricing.forEach((question, at) => {
    readings[question] = chosen[at] ?? 0
  })
  return readings
}

/** By way to hold; `isRough` where no decision need reach it. */
interface End {
  readonly scores: readonly number[]
  readonly isRough: boolean
}

function endUnder(tried: Tried, readings: Readings, side: 'lowest' | 'highest', groups: GroupOutcomes): End {
  const { center, part } = tried
  const extremes = groups.extremes(readings)
  // What becomes of groups elsewhere moves nothing here: one outcome of each will do.
  const met = extremes.map((one, at) => (part.groups.includes(at) ? one : { ...one, [side]: one[side].slice(0, 1) }))
  const count = met.reduce((product, one) => product * one[side].length, 1)
  const worlds = outcomeBranches(center, met, side).map((outcomes) =>
    scoresHeld(tried, worldOf(center, readings, side, outcomes)),
  )
  const pick = side === 'lowest' ? Math.min : Math.max
  const scores = tried.holds.map((_, way) => pick(...worlds.map((world) => world[way] ?? 0)))
  return { scores, isRough: count > MOST_BRANCHES || part.groups.some((at) => extremes[at]?.isRough) }
}

/** The score of the part under each way to hold: only the sections asked about are counted again. */
function scoresHeld({ center, part, holding, holds }: Tried, world: World): number[] {
  const score = partScore(part, world)
  if (holding.length === 0) return [score]
  const sections = part.isWhole ? center.plan.sections.map((_, at) => at) : part.sections
  return holds.map((chosen) => {
    const readings = [...world.readings]
    holding.forEach((question, at) => {
      readings[question] = chosen[at] ?? 0
    })
    return score - world.total + totalOfSections(center, world, world.clauseEffects, sections, readings)
  })
}

/** What some decisions make, whatever else they could: groups as they stand, loose questions at their least. */
function reachedUnder(tried: Tried, bounded: Readings, side: 'lowest' | 'highest'): readonly number[] {
  const { center, loose, groups } = tried
  const readings = bounded.map((option, at) =>
    loose.has(at) ? Math.max(center.plan.questions[at]?.least ?? 0, 0) : option,
  )
  const ended = endUnder(tried, readings, side, groups)
  if (!ended.isRough) return ended.scores
  return scoresHeld(tried, worldOf(center, readings, side, groups.now(readings)))
}
