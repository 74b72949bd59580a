import type { LedgerStore, LedgerTurn } from '../../app/ports/ledger-store.ts'
import type { StoreFaultCode } from '../../app/ports/store-fault.ts'
import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'

/** `inTurn` of a store that one process has to itself: acts come one after another there already (`live-assessments.ts`). */
export async function turnOfItsOwn<Value>(
  { head, append }: Pick<LedgerStore, 'head' | 'append'>,
  tenantId: TenantId,
  assessmentId: AssessmentId,
  work: (turn: LedgerTurn) => Promise<Value>,
): Promise<Outcome<Value, StoreFaultCode | 'assessment-unknown'>> {
  const stands = await head(tenantId, assessmentId)
  if (!stands.ok) return stands
  return accepted(await work({ head: stands.value, append: (batch) => append(tenantId, assessmentId, batch) }))
}
