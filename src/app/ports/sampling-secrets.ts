import type { AssessmentId, SamplingPlanId, TenantId } from '../../core/kernel/identifiers.ts'
import type { SamplingSecret } from '../../core/ledger/sampling-design.ts'
import type { Stored } from './store-fault.ts'

/** A plan of inspections by what it belongs to. */
export interface PlanKey {
  readonly tenantId: TenantId
  readonly assessmentId: AssessmentId
  readonly planId: SamplingPlanId
}

/** What opens each commitment, until the ledger tells it. Whoever holds it knows every unannounced visit. */
export interface SamplingSecrets {
  /** Keeps it where none is kept for the plan, and answers the one that is kept: a plan never gets a second seed. */
  readonly keep: (key: PlanKey, secret: SamplingSecret) => Promise<Stored<SamplingSecret>>
  readonly secret: (key: PlanKey) => Promise<Stored<SamplingSecret | null>>
}
