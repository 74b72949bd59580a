import { accepted } from '../../core/kernel/outcome.ts'
import { applyEvent, draftOf } from '../../core/ledger/apply-event.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import { decide } from '../../core/ledger/decide.ts'
import type { Stamp } from '../../core/ledger/ledger-command.ts'
import type { LedgerEvent, LedgerFact } from '../../core/ledger/ledger-event.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { upcastEvent } from '../../core/ledger/upcast.ts'
import { refusedActing, type Acting } from './acting-refusals.ts'

/** The events that the facts become, each decided on what the ones before made of the state; the first refusal refuses all. */
export function decideFacts(
  state: AssessmentState,
  rubric: Rubric,
  facts: readonly LedgerFact[],
  stamp: Stamp,
): Acting<readonly LedgerEvent[]> {
  const events: LedgerEvent[] = []
  // Copying the maps costs as much as the assessment is large: one fact alone is decided on the state itself.
  const scratch = facts.length > 1 ? draftOf(state) : null
  for (const fact of facts) {
    const verdict = decide(scratch ?? state, rubric, { ...fact, ...stamp })
    if (!verdict.ok) return verdict
    for (const decided of verdict.value) {
      const event: LedgerEvent = { ...decided, ...stamp, seq: state.seq + events.length + 1 }
      // What the ledger could not read back must never get into it, whatever the shape of a request let through.
      const readable = upcastEvent(event, event.seq)
      if (!readable.ok) return refusedActing('input-malformed', readable.refusal.message)
      events.push(event)
      if (scratch) applyEvent(scratch, event)
    }
  }
  return accepted(events)
}
