import type { CenterCase } from '../scoring/center-case.ts'
import type { EventOutcome } from '../scoring/event-outcomes.ts'
import { groupOutcomes, type GroupOutcomes } from '../scoring/group-outcomes.ts'
import { MOST_BRANCHES, outcomeBranches } from '../scoring/outcome-branches.ts'
import type { Readings } from '../scoring/question-plan.ts'
import { questionsByGroup } from '../scoring/tangled-questions.ts'
import type { World } from '../scoring/world.ts'
import { worldOf } from '../scoring/world-of.ts'
import { partScore, type Part } from './center-parts.ts'

/**
 * How low and high a part can go under each way to answer its questions, in signed hundredths: entry `at` is the
 * `at`-th way, the last question turning fastest. `low` and `high` are passed by no decision; `reachedLow` and
 * `reachedHigh` are reached by some. They are the same but where something was only bounded.
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
  const isBounded = byGroup.map((questions) => questions.some((question) => loose.has(question)))
  const rough = groupOutcomes(center, { byGroup, isRough: true })
  return parts.map((part) => {
    const own = part.questions.filter((question) => !loose.has(question))
    const ends = { low: [] as number[], high: [] as number[], reachedLow: [] as number[], reachedHigh: [] as number[] }
    for (const chosen of waysToAnswer(center, own))
      for (const side of ['lowest', 'highest'] as const) {
        const readings = readingsWith(center, own, chosen, loose, side)
        const isLoose = part.questions.length > own.length
        const ended = endUnder(center, part, readings, side, part.groups.some((at) => isBounded[at]) ? rough : groups)
        const reached =
          isLoose || ended.isRough ? reachedUnder(center, part, readings, side, groups, loose) : ended.score
        ends[side === 'lowest' ? 'low' : 'high'].push(ended.score)
        ends[side === 'lowest' ? 'reachedLow' : 'reachedHigh'].push(reached)
      }
    return { questions: own, ...ends }
  })
}

/** Every way to answer these questions, the last turning fastest. */
export function waysToAnswer({ plan }: CenterCase, questions: readonly number[]): number[][] {
  return questions.reduce<number[][]>(
    (all, question) =>
      all.flatMap((chosen) => (plan.questions[question]?.options ?? []).map((_, option) => [...chosen, option])),
    [[]],
  )
}

function readingsWith(
  { plan }: CenterCase,
  own: readonly number[],
  chosen: readonly number[],
  loose: ReadonlySet<number>,
  side: 'lowest' | 'highest',
): Readings {
  const readings = plan.questions.map(({ harshest, mildest }, at) =>
    loose.has(at) ? (side === 'lowest' ? harshest : mildest) : 0,
  )
  own.forEach((question, at) => {
    readings[question] = chosen[at] ?? 0
  })
  return readings
}

interface End {
  readonly score: number
  readonly isRough: boolean
}

function endUnder(
  center: CenterCase,
  part: Part,
  readings: Readings,
  side: 'lowest' | 'highest',
  groups: GroupOutcomes,
): End {
  const extremes = groups.extremes(readings)
  // What becomes of groups elsewhere moves nothing here: one outcome of each will do.
  const met = extremes.map((one, at) => (part.groups.includes(at) ? one : { ...one, [side]: one[side].slice(0, 1) }))
  const count = met.reduce((product, one) => product * one[side].length, 1)
  let end: number | null = null
  for (const outcomes of outcomeBranches(center, met, side))
    end = further(end, partScore(part, worldOf(center, readings, side, outcomes)), side)
  const isRough = count > MOST_BRANCHES || part.groups.some((at) => extremes[at]?.isRough)
  return { score: end ?? 0, isRough }
}

/** A world that some decisions make, whatever else they could: groups as they stand, loose questions at their least. */
function reachedUnder(
  center: CenterCase,
  part: Part,
  bounded: Readings,
  side: 'lowest' | 'highest',
  groups: GroupOutcomes,
  loose: ReadonlySet<number>,
): number {
  const readings = bounded.map((option, at) =>
    loose.has(at) ? Math.max(center.plan.questions[at]?.least ?? 0, 0) : option,
  )
  const now: EventOutcome[] = groups.now(readings)
  const world: World = worldOf(center, readings, side, now)
  const ended = endUnder(center, part, readings, side, groups)
  return ended.isRough ? partScore(part, world) : ended.score
}

function further(end: number | null, score: number, side: 'lowest' | 'highest'): number {
  if (end === null) return score
  return side === 'lowest' ? Math.min(end, score) : Math.max(end, score)
}
