import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'

/**
 * Tells the other nodes on the same stores that a ledger has moved, so that who follows it there sees it at once. A notice may be
 * lost and come late or twice: it says that there is something to read, never what, and whoever follows looks now and then
 * without one.
 */
export interface Announcements {
  /** Returns at once; those that come close together are told together. */
  readonly announce: (place: LedgerPlace) => void
  /** Hears of what other nodes announce; null: notices may have been lost, anything may have moved. The answer ends it. */
  readonly listen: (listener: (moved: readonly LedgerPlace[] | null) => void) => () => void
}

export interface LedgerPlace {
  readonly tenantId: TenantId
  readonly assessmentId: AssessmentId
}
