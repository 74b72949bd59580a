import type { CenterId } from '../kernel/identifiers.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import { dayOf, type Timestamp } from '../kernel/timestamp.ts'
import type { Deadline } from '../kernel/working-days.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { AssessmentState } from './assessment-state.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'

/** Checks answer `null` where nothing stands against it, so that they chain by `??`: the first refusal is told. */
export function checkOpen(state: AssessmentState, rubric: Rubric): LedgerRefusal | null {
  return checkOpened(state, rubric) ?? (state.seal === null ? null : refusal('assessment-sealed'))
}

/** Whether the assessment was opened over this rubric, sealed or not. */
export function checkOpened(state: AssessmentState, rubric: Rubric): LedgerRefusal | null {
  if (state.rubricId === null) return refusal('assessment-not-open')
  return state.rubricId === rubric.id ? null : refusal('rubric-differs', state.rubricId, rubric.id)
}

/** Whether something new can be registered about the center on that day. */
export function checkRegistrable(
  state: AssessmentState,
  rubric: Rubric,
  { centerId, occurredOn }: { readonly centerId: CenterId; readonly occurredOn: PlainDate },
): LedgerRefusal | null {
  return (
    checkOpen(state, rubric) ??
    (state.isClosed ? refusal('period-closed') : null) ??
    (state.centers.has(centerId) ? null : refusal('center-unknown', centerId)) ??
    checkDay(state, occurredOn)
  )
}

export function checkDay({ periodFrom, periodTo }: AssessmentState, day: PlainDate): LedgerRefusal | null {
  if (periodFrom === null || periodTo === null || (periodFrom <= day && day <= periodTo)) return null
  return refusal('outside-period', day, periodFrom, periodTo)
}

/** A deadline over on the day it is set would leave no day to act in. */
export function checkDeadline({ lastDay }: Deadline, at: Timestamp): LedgerRefusal | null {
  return lastDay < dayOf(at) ? refusal('deadline-past', lastDay, dayOf(at)) : null
}

export function checkText(field: string, text: string): LedgerRefusal | null {
  return text.trim() === '' ? refusal('text-missing', field) : null
}

export function checkCount(count: number, alleged = Infinity): LedgerRefusal | null {
  if (!Number.isSafeInteger(count) || count < 1) return refusal('count-not-whole', count)
  return count <= alleged ? null : refusal('count-exceeds', count, alleged)
}
