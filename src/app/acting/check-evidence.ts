import type { TenantId } from '../../core/kernel/identifiers.ts'
import { parseDigest } from '../../core/ledger/chain.ts'
import type { Evidence } from '../../core/ledger/ledger-event.ts'
import { actingRefusal, type ActingRefusal } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'

/** Whether every file named has been uploaded whole; `null` where it has. */
export async function checkEvidence(
  { evidence }: Pick<Office, 'evidence'>,
  tenantId: TenantId,
  named: readonly Evidence[],
): Promise<ActingRefusal | null> {
  for (const { digest: given } of named) {
    const digest = parseDigest(given)
    if (digest === null) return actingRefusal('evidence-unknown', given)
    const file = await evidence.stat(tenantId, digest)
    if (file.ok) continue
    const { code, message } = file.refusal
    return code === 'evidence-missing'
      ? actingRefusal('evidence-unknown', given)
      : actingRefusal('evidence-unreadable', message)
  }
  return null
}
