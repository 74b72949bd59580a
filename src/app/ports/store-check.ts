import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import type { Stored } from './store-fault.ts'

/** Whether a store still holds what was written to it: everything is read, and every digest made anew. */
export interface StoreCheck {
  /** A fault is answered only where nothing can be read at all. Goes on beside writers, and shows the store as it was at one moment. */
  readonly check: () => Promise<Stored<StoreReport>>
}

export interface StoreReport {
  /** What was read through and holds, so that a person knows what a damage has left. */
  readonly sound: StoreCounts
  readonly damages: readonly StoreDamage[]
}

export interface StoreCounts {
  readonly assessments: number
  readonly events: number
  readonly rubrics: number
  readonly messages: number
}

/** Ids are null where the damage is not of one assessment or does not say which; `seq` is the first event that does not hold. */
export interface StoreDamage {
  readonly part: StorePart
  readonly tenantId: TenantId | null
  readonly assessmentId: AssessmentId | null
  readonly seq: number | null
  readonly message: string
}

export type StorePart = 'file' | 'schema' | 'header' | 'chain' | 'head' | 'key' | 'rubric' | 'message' | 'delivery'
