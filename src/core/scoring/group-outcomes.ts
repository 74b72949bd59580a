import type { CenterCase } from './center-case.ts'
import { eventNow, type EventOutcome } from './event-outcomes.ts'
import { extremeOutcomes, roughOutcomes, type ExtremeOutcomes } from './extreme-outcomes.ts'
import type { Readings } from './question-plan.ts'
import type { TangledQuestions } from './tangled-questions.ts'

/** What becomes of the groups of a center, each under only the readings that it depends on, and so found only once. */
export interface GroupOutcomes {
  readonly now: (readings: Readings) => EventOutcome[]
  readonly extremes: (readings: Readings) => ExtremeOutcomes[]
}

export function groupOutcomes(
  { groups, plan }: CenterCase,
  { byGroup, isRough }: Pick<TangledQuestions, 'byGroup' | 'isRough'>,
): GroupOutcomes {
  const today = new Map<string, EventOutcome>()
  const ends = new Map<string, ExtremeOutcomes>()
  return {
    now: (readings) =>
      groups.map((group, at) => found(today, at, byGroup[at], readings, () => eventNow(group, plan, readings))),
    extremes: (readings) =>
      groups.map((group, at) =>
        isRough
          ? roughOutcomes(group, plan)
          : found(ends, at, byGroup[at], readings, () => extremeOutcomes(group, plan, readings)),
      ),
  }
}

function found<Found>(
  known: Map<string, Found>,
  group: number,
  questions: readonly number[] | undefined,
  readings: Readings,
  find: () => Found,
): Found {
  const key = `${group} ${questions?.map((question) => readings[question]).join(' ')}`
  const before = known.get(key)
  if (before !== undefined) return before
  const one = find()
  known.set(key, one)
  return one
}
