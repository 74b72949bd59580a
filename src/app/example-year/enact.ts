import type { ClauseId, FindingId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { Deadline } from '../../core/kernel/working-days.ts'
import { applyEvent, draftOf, type AssessmentDraft } from '../../core/ledger/apply-event.ts'
import { decide, type Proposal } from '../../core/ledger/decide.ts'
import { emptyAssessment } from '../../core/ledger/evolve.ts'
import { isWholeDecision } from '../../core/ledger/is-whole-decision.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'

/** Days for an appeal against what was served on a day; null where the calendar does not reach. */
type AppealBy = (day: PlainDate) => Deadline | null

/**
 * Puts the proposals through their decisions in order of time, so that every event is lawful. An amount is set beside
 * the two decided last in like cases, and a decision is served with the act that makes it whole. Throws on a refusal: a
 * generator that proposes what may not be is a bug.
 */
export function enact(rubric: Rubric, proposals: readonly Proposal[], appealBy: AppealBy): LedgerEvent[] {
  const draft = draftOf(emptyAssessment)
  const decided = new Map<ClauseId, readonly FindingId[]>()
  const events: LedgerEvent[] = []
  const append = (proposal: Proposal) => {
    const verdict = decide(draft, rubric, proposal)
    if (!verdict.ok) throw new Error(`${proposal.type} ${proposal.recordedAt}: ${verdict.refusal.message}`)
    for (const fact of verdict.value) {
      const { recordedAt, actedAt, by } = proposal
      const event: LedgerEvent = { seq: draft.seq + 1, recordedAt, actedAt, by, ...fact }
      applyEvent(draft, event)
      events.push(event)
    }
  }
  for (const proposal of proposals.toSorted(byTime)) {
    const clauseId =
      proposal.type === 'AmountDecided' ? draft.findings.get(proposal.findingId)?.decision?.clauseId : null
    const precedents = (clauseId && decided.get(clauseId)) ?? []
    append(proposal.type === 'AmountDecided' ? { ...proposal, precedents } : proposal)
    if (clauseId && proposal.type === 'AmountDecided')
      decided.set(clauseId, [...precedents.slice(-1), proposal.findingId])
    const service = serviceOf(draft, rubric, proposal, appealBy)
    if (service !== null) append(service)
  }
  return events
}

function serviceOf(draft: AssessmentDraft, rubric: Rubric, proposal: Proposal, appealBy: AppealBy): Proposal | null {
  if (!MAY_COMPLETE.has(proposal.type) || !('findingId' in proposal)) return null
  const { findingId, by, actedAt, recordedAt } = proposal
  const finding = draft.findings.get(findingId)
  if (!finding || finding.appealBy !== null || !isWholeDecision(rubric, draft.answers, finding)) return null
  const last = appealBy(dayOf(recordedAt))
  return last && { type: 'DecisionServed', by, actedAt, recordedAt, findingId, appealBy: last }
}

const MAY_COMPLETE: ReadonlySet<Proposal['type']> = new Set([
  'FindingSubstantiated',
  'AmountDecided',
  'DecisionCorrected',
  'FindingVaried',
])

function byTime(a: Proposal, b: Proposal): number {
  return a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0
}
