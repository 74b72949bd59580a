import type { Stored } from '../../app/ports/store-fault.ts'
import type { ChainHead, LedgerHeader, WholeEntry } from '../../core/ledger/chain.ts'
import type { SqlRow } from '../sql/row.ts'

/** What a check reads of ledgers in whichever engine, all as of one moment. Each answer stands for itself: a damage hides nothing else. */
export interface CheckedRows {
  readonly headers: () => Promise<Stored<readonly SqlRow[]>>
  readonly events: (header: LedgerHeader, afterSeq: number, limit: number) => Promise<Stored<readonly WholeEntry[]>>
  readonly event: (header: LedgerHeader, seq: number) => Promise<Stored<WholeEntry | null>>
  readonly head: (header: LedgerHeader) => Promise<Stored<ChainHead | null>>
  /** The rows that `ORPHANS` finds. */
  readonly orphans: (table: string) => Promise<Stored<readonly SqlRow[]>>
  /** Every row of a table; ends behind the first that cannot be fetched. */
  readonly each: (table: string) => AsyncGenerator<Stored<SqlRow>>
  /** Reads a row that is here into what it says. */
  readonly read: <Value>(read: () => Value) => Stored<Value>
}

/** Of which assessments a table has rows although no header speaks of them, and how many. */
export const ORPHANS = (table: string): string => `
  SELECT assessment_id, count(*) AS number FROM ${table} AS part WHERE NOT EXISTS
  (SELECT 1 FROM headers WHERE headers.tenant_id = part.tenant_id AND headers.assessment_id = part.assessment_id)
  GROUP BY tenant_id, assessment_id LIMIT 20`
