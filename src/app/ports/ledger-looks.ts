import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Stored } from './store-fault.ts'

/**
 * What was seen when a ledger was last read for its reminders, so that nobody reads it again before something can have changed.
 * Kept where the ledgers are: whichever node looked, and before whichever restart. It says nothing that reading the ledger does
 * not say again.
 */
export interface LedgerLooks {
  /** Every ledger of all tenants. */
  readonly standings: () => Promise<Stored<readonly LedgerStanding[]>>
  /** Null where there is no such ledger. */
  readonly standing: (tenantId: TenantId, assessmentId: AssessmentId) => Promise<Stored<LedgerStanding | null>>
  /** In the place of the look before. */
  readonly note: (tenantId: TenantId, assessmentId: AssessmentId, look: LedgerLook) => Promise<Stored<null>>
}

export interface LedgerStanding {
  readonly tenantId: TenantId
  readonly assessmentId: AssessmentId
  /** The last event of the ledger; 0 where it has none. */
  readonly seq: number
  /** Null where nobody has looked, or what was noted is damaged. */
  readonly look: LedgerLook | null
}

export interface LedgerLook {
  /** The last event that was read. */
  readonly seq: number
  /** The day on which it was read. */
  readonly day: PlainDate
  /** The versions of the district's calendars, as one text. */
  readonly calendars: string
  /** The first day after that on which something is to be reminded of, if nothing happens; null where there is none. */
  readonly nextDay: PlainDate | null
  /** When the last event was recorded; null where there is none. */
  readonly lastEventAt: Timestamp | null
}
