import type { FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { LedgerFact } from '../../core/ledger/ledger-event.ts'
import type { Given } from './act-plan.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'

/** 决定送达 with the act that made the decision whole: the days for an appeal are counted from today. */
export function withService(
  { state, deadline }: Pick<Given, 'state' | 'deadline'>,
  findingId: FindingId,
  facts: readonly LedgerFact[],
): Acting<readonly LedgerFact[]> {
  if (state.terms === null) return refusedActing('terms-missing')
  const appealBy = deadline(state.terms.appealWorkingDays)
  return appealBy.ok ? accepted([...facts, { type: 'DecisionServed', findingId, appealBy: appealBy.value }]) : appealBy
}
