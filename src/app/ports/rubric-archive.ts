import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Outcome } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { StoreFaultCode } from './store-fault.ts'

/** A rubric as adopted, with the notice that it was read from. Immutable: found again by its digest. */
export interface AdoptedRubric {
  readonly rubric: Rubric
  readonly rubricDigest: Digest
  readonly notice: string
  readonly noticeDigest: Digest
}

export interface RubricArchive {
  /** Keeping the same twice changes nothing. */
  readonly keep: (tenantId: TenantId, adopted: AdoptedRubric) => Promise<Outcome<null, StoreFaultCode>>
  readonly find: (
    tenantId: TenantId,
    rubricDigest: Digest,
  ) => Promise<Outcome<AdoptedRubric, StoreFaultCode | 'rubric-unknown'>>
  readonly list: (tenantId: TenantId) => Promise<Outcome<readonly AdoptedRubric[], StoreFaultCode>>
}
