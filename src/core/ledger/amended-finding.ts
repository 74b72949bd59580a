import { compareRational } from '../kernel/rational.ts'
import type { Finding } from './assessment-state.ts'
import type { Amendment, SuspicionBasis } from './suspicion-fact.ts'

/**
 * What an amendment makes of an undecided suspicion. A center answers for what it was told: where the records now show
 * more than that, or something else, it has not been heard, and the suspicion is as if never notified, so that the center
 * is told anew and gets its full days. Where they show less, what it was told and what it answered still hold. Files that it
 * brought, and a rectification that is under way, stay in either case. What was withdrawn is suspected again.
 */
export function amendedFinding(
  before: Finding,
  event: Amendment & { readonly basis: SuspicionBasis },
): Partial<Finding> {
  const { occurrences, occurredOn, eventKey, measured, unmet, description, records, basis } = event
  const amended = { occurrences, occurredOn, eventKey, measured, unmet, description, records, basis }
  const isStillTold = before.standing === 'notified' && isWithin(event, before)
  return isStillTold ? amended : { ...amended, standing: 'suspected', reply: 'none', replyBy: null }
}

/** Whether all that is alleged now was alleged before. */
function isWithin(now: Amendment, before: Amendment): boolean {
  const told = new Set(before.records.map(recordOf))
  return (
    now.occurrences <= before.occurrences &&
    now.occurredOn === before.occurredOn &&
    isSameMeasure(now.measured, before.measured) &&
    (now.unmet ?? []).every((index) => before.unmet?.includes(index)) &&
    now.records.every((record) => told.has(recordOf(record)))
  )
}

function isSameMeasure(one: Amendment['measured'], other: Amendment['measured']): boolean {
  return one === null || other === null ? one === other : compareRational(one, other) === 0
}

/** A correction of a record that changes nothing of what is alleged is no news to the center. */
function recordOf(ref: string): string {
  return ref.replace(/@\d+$/, '')
}
