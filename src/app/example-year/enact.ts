import type { ClauseId, FindingId } from '../../core/kernel/identifiers.ts'
import { applyEvent, draftOf } from '../../core/ledger/apply-event.ts'
import { decide, type Proposal } from '../../core/ledger/decide.ts'
import { emptyAssessment } from '../../core/ledger/evolve.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'

/**
 * Puts the proposals through their decisions in order of time, so that every event is lawful. An amount is set beside
 * the two decided last in like cases. Throws on a refusal: a generator that proposes what may not be is a bug.
 */
export function enact(rubric: Rubric, proposals: readonly Proposal[]): LedgerEvent[] {
  const draft = draftOf(emptyAssessment)
  const decided = new Map<ClauseId, readonly FindingId[]>()
  const events: LedgerEvent[] = []
  for (const proposal of proposals.toSorted(byTime)) {
    const clauseId =
      proposal.type === 'AmountDecided' ? draft.findings.get(proposal.findingId)?.decision?.clauseId : null
    const precedents = (clauseId && decided.get(clauseId)) ?? []
    const verdict = decide(draft, rubric, proposal.type === 'AmountDecided' ? { ...proposal, precedents } : proposal)
    if (!verdict.ok) throw new Error(`${proposal.type} ${proposal.recordedAt}: ${verdict.refusal.message}`)
    if (clauseId && proposal.type === 'AmountDecided')
      decided.set(clauseId, [...precedents.slice(-1), proposal.findingId])
    for (const fact of verdict.value) {
      const { recordedAt, actedAt, by } = proposal
      const event: LedgerEvent = { seq: draft.seq + 1, recordedAt, actedAt, by, ...fact }
      applyEvent(draft, event)
      events.push(event)
    }
  }
  return events
}

function byTime(a: Proposal, b: Proposal): number {
  return a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0
}
