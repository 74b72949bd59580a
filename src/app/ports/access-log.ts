import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import type { Outcome } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Stored, StoreFaultCode } from './store-fault.ts'

/** The law asks for six months, which can be 184 days; no installation may keep less than this. */
export const KEPT_DAYS = 190

export const TOO_YOUNG = `访问日志至少保存 ${KEPT_DAYS} 天，没有清理任何记录；请改为更早的时间`

/**
 * One thing somebody did or tried that is no fact of a ledger: signing in, exporting, unmasking, being refused. `personId` is
 * null where nobody was recognized. `action` is one of `AccessAction` (`record-access.ts`); `reason` is a code of a catalogue.
 * `subject` is what it was about (an id, never a name or a text).
 */
export interface AccessEntry {
  readonly tenantId: TenantId
  readonly at: Timestamp
  readonly personId: PersonId | null
  readonly action: string
  readonly result: AccessResult
  readonly reason: string | null
  readonly subject: string | null
  readonly requestId: string | null
  readonly address: string | null
}

export type AccessResult = 'done' | 'refused' | 'failed'

/** Null: whatever it is. `from` and `to` include their ends. */
export interface AccessFilter {
  readonly personId: PersonId | null
  readonly action: string | null
  readonly result: AccessResult | null
  readonly from: Timestamp | null
  readonly to: Timestamp | null
}

export type PlacedAccess = AccessEntry & { readonly place: number }

/** Append-only, apart from the ledgers. What `append` has accepted is on the disk. */
export interface AccessLog {
  readonly append: (entry: AccessEntry) => Promise<Stored<null>>
  /** The latest first, at most `limit` of those before the given place (null: from the latest). */
  readonly read: (
    tenantId: TenantId,
    filter: AccessFilter,
    before: number | null,
    limit: number,
  ) => Promise<Stored<readonly PlacedAccess[]>>
  /** Those that have entries from before the instant. */
  readonly dueTenants: (before: Timestamp) => Promise<Stored<readonly TenantId[]>>
  /** Removes what is from before the instant, which must be `KEPT_DAYS` ago or longer; the answer is how many. */
  readonly prune: (
    tenantId: TenantId,
    before: Timestamp,
  ) => Promise<Outcome<number, StoreFaultCode | 'access-log-too-young'>>
}
