import type { LedgerLook, LedgerLooks, LedgerStanding } from '../../app/ports/ledger-looks.ts'
import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { LedgersOfTenants } from './memory-ledger.ts'

export function memoryLedgerLooks(ledgers: LedgersOfTenants): LedgerLooks {
  const looks = new Map<string, LedgerLook>()
  const keyOf = (tenantId: TenantId, assessmentId: AssessmentId) => JSON.stringify([tenantId, assessmentId])
  const standing = (tenantId: TenantId, assessmentId: AssessmentId): LedgerStanding | null => {
    const stream = ledgers.get(tenantId)?.streams.get(assessmentId)
    if (stream === undefined) return null
    return { tenantId, assessmentId, seq: stream.head.seq, look: looks.get(keyOf(tenantId, assessmentId)) ?? null }
  }
  return {
    standings: async () =>
      accepted(
        [...ledgers.keys()]
          .toSorted()
          .flatMap((tenantId) =>
            [...(ledgers.get(tenantId)?.streams.keys() ?? [])]
              .toSorted()
              .flatMap((assessmentId) => standing(tenantId, assessmentId) ?? []),
          ),
      ),
    standing: async (tenantId, assessmentId) => accepted(standing(tenantId, assessmentId)),
    note: async (tenantId, assessmentId, look) => {
      looks.set(keyOf(tenantId, assessmentId), look)
      return accepted(null)
    },
  }
}
