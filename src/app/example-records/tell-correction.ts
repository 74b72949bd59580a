import { id, type PersonId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf, timestamp } from '../../core/kernel/timestamp.ts'
import { applyEvent, draftOf } from '../../core/ledger/apply-event.ts'
import { decide } from '../../core/ledger/decide.ts'
import { replay } from '../../core/ledger/evolve.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { SuspicionFact } from '../../core/ledger/suspicion-fact.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'

/**
 * The ledger with what a corrected run taught it, told in one evening by the clerk who brought the correction. Throws where
 * a fact may not be: what detections learn is always lawful.
 */
export function tellCorrection(
  rubric: Rubric,
  events: readonly LedgerEvent[],
  facts: readonly SuspicionFact[],
  notBefore: PlainDate,
): readonly LedgerEvent[] {
  const draft = draftOf(replay(events))
  const last = events.at(-1)
  const lastDay = last ? dayOf(last.recordedAt) : notBefore
  const at = timestamp(`${lastDay > notBefore ? lastDay : notBefore}T18:00:00+08:00`)
  const told = facts.map((fact): LedgerEvent => {
    const stamp = { by: id<PersonId>('clerk-1'), actedAt: at, recordedAt: at }
    const verdict = decide(draft, rubric, { ...stamp, ...fact })
    if (!verdict.ok) throw new Error(`${fact.type}: ${verdict.refusal.message}`)
    const event = { seq: draft.seq + 1, ...stamp, ...fact }
    applyEvent(draft, event)
    return event
  })
  return [...events, ...told]
}
