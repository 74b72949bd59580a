import type { Outcome } from '../../core/kernel/outcome.ts'
import type { ChainHead, LedgerHeader, WholeEntry } from '../../core/ledger/chain.ts'
import type { Stored } from './store-fault.ts'

/** Whole offices, wherever they lie: to be read and to be written, row by row, by whoever moves one. */
export interface OfficeCopies {
  /** Only read. No server has it, and none gets it, until it is closed. */
  readonly source: (where: OfficePlace) => Promise<Outcome<OfficeSource>>
  /** One that holds nothing, or what a move that broke off left behind. No server gets it until it is closed. */
  readonly target: (where: OfficePlace) => Promise<Outcome<OfficeTarget>>
}

export type OfficePlace =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'server'; readonly url: string; readonly schema: string }

/** Tables stand in an order in which they can be filled. */
export interface OfficeTable {
  readonly store: string
  readonly name: string
  readonly columns: readonly string[]
  /** Those of `columns` by which rows are told apart and ordered, by their bytes. */
  readonly key: readonly string[]
}

/** Values in the order of the columns. */
export type OfficeRow = readonly (string | number | null)[]

export interface OfficeSource {
  /** What a person knows it by. */
  readonly place: string
  readonly tables: readonly OfficeTable[]
  readonly count: (table: OfficeTable) => Promise<Stored<number>>
  /** At most `limit` rows behind `after` in the order of the key; from the beginning where it is null. */
  readonly rows: (table: OfficeTable, after: OfficeRow | null, limit: number) => Promise<Stored<readonly OfficeRow[]>>
  readonly ledgers: () => Promise<Stored<readonly OfficeLedger[]>>
  readonly entries: (header: LedgerHeader, afterSeq: number, limit: number) => Promise<Stored<readonly WholeEntry[]>>
  readonly close: () => Promise<void>
}

/** `head` as it is written down beside the entries; null where it is missing. */
export interface OfficeLedger {
  readonly header: LedgerHeader
  readonly head: ChainHead | null
}

export interface OfficeTarget extends OfficeSource {
  /** Empties what a move that broke off left, and marks it as moving: no server opens it so. Refused where it holds anything else. */
  readonly begin: (from: string) => Promise<Outcome<null>>
  readonly add: (table: OfficeTable, rows: readonly OfficeRow[]) => Promise<Stored<null>>
  /** It holds all: servers may open it. */
  readonly finish: () => Promise<Stored<null>>
}
