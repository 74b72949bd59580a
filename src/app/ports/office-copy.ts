import type { Outcome } from '../../core/kernel/outcome.ts'
import type { ChainHead, LedgerHeader, WholeEntry } from '../../core/ledger/chain.ts'
import type { Stored } from './store-fault.ts'

/** Whole offices, wherever they lie: to be read and to be written, row by row, by whoever moves one. */
export interface OfficeCopies {
  /** Only read. No server has it, and none gets it, until it is closed. */
  readonly source: (where: OfficePlace) => Promise<Outcome<OfficeSource>>
  /** One that holds nothing, or what a move that broke off left behind. No server gets it until it is closed. */
  readonly target: (where: OfficePlace) => Promise<Outcome<OfficeTarget>>
  /** Whether two names are of the same folder. */
  readonly isSameFolder: (one: string, other: string) => boolean
  /** The record files of one data folder to another one, each held to its digest where it now lies; `tell` hears how many. */
  readonly copyRecords: (from: string, to: string, tell: (files: number) => void) => Promise<Outcome<RecordFilesCopy>>
  /** The record files that a data folder's catalog lists, each held to its digest. */
  readonly checkRecords: (folder: string, tell: (files: number) => void) => Promise<Outcome<RecordFilesCopy>>
}

/** `damaged` names those that are not there, or are not what the catalog says. */
export interface RecordFilesCopy {
  readonly files: number
  readonly records: number
  readonly damaged: readonly string[]
}

/** Where the records of an office lie. On shards, their catalog is a store of the office; in a folder, it lies beside them. */
export type OfficeRecords =
  | { readonly kind: 'none' | 'shards' }
  | { readonly kind: 'folder'; readonly folder: string; readonly files: number }

export type OfficePlace =
  | { readonly kind: 'folder'; readonly path: string }
  | {
      readonly kind: 'server'
      readonly url: string
      readonly schema: string
      /** Of its servers: what is not in the database lies there. */
      readonly dataFolder?: string
    }

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
  readonly records: OfficeRecords
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
  /** Marks it as moving these tables, so that no server opens it. Refused where they hold anything. */
  readonly begin: (from: string, tables: readonly OfficeTable[]) => Promise<Outcome<null>>
  readonly add: (table: OfficeTable, rows: readonly OfficeRow[]) => Promise<Stored<null>>
  /** It holds all: servers may open it. */
  readonly finish: () => Promise<Stored<null>>
}
