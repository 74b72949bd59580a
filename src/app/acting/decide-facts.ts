import { accepted } from '../../core/kernel/outcome.ts'
import { applyEvent, type AssessmentDraft } from '../../core/ledger/apply-event.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import { decide } from '../../core/ledger/decide.ts'
import type { Stamp } from '../../core/ledger/ledger-command.ts'
import type { LedgerEvent, LedgerFact } from '../../core/ledger/ledger-event.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { upcastEvent } from '../../core/ledger/upcast.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import { layeredMap } from '../office/layered-map.ts'

/** The events that the facts become, each decided on what the ones before made of the state; the first refusal refuses all. */
export function decideFacts(
  state: AssessmentState,
  rubric: Rubric,
  facts: readonly LedgerFact[],
  stamp: Stamp,
): Acting<readonly LedgerEvent[]> {
  const events: LedgerEvent[] = []
  const scratch = facts.length > 1 ? scratchOver(state) : null
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

/** Copying the maps would cost as much as the assessment is large, with every act. */
function scratchOver(state: AssessmentState): AssessmentDraft {
  return {
    ...state,
    centers: layeredMap(state.centers),
    places: layeredMap(state.places),
    findings: layeredMap(state.findings),
    bonuses: layeredMap(state.bonuses),
    appeals: layeredMap(state.appeals),
    answers: layeredMap(state.answers),
    selfAssessments: layeredMap(state.selfAssessments),
    inspections: layeredMap(state.inspections),
    samplingPlans: layeredMap(state.samplingPlans),
  }
}
