import type { CalendarStore } from './calendar-store.ts'
import type { EvidenceStore } from './evidence-store.ts'
import type { LedgerStore } from './ledger-store.ts'
import type { PeopleDoor } from './people-door.ts'
import type { RubricArchive } from './rubric-archive.ts'
import type { StoreReport } from './store-check.ts'
import type { Stored } from './store-fault.ts'
import type { TenantStore } from './tenant-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Outcome } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { DataSetName } from '../../core/records/data-set.ts'

/**
 * The folder in which an installation keeps everything: databases, evidence and records. A server may be running on it; nothing here
 * stops or disturbs it.
 */
export interface DataHouse {
  /** Opens the stores of a folder that is there; never makes one. */
  readonly open: (path: string) => Promise<Stored<OpenData>>
  /** Opens the people of a folder that is there. */
  readonly openPeople: (path: string) => Promise<Stored<PeopleDoor>>
  /** The databases of the folder by name, each read through. */
  readonly checkDatabases: (path: string) => Promise<Outcome<readonly DatabaseCheck[]>>
  /**
   * Every file of operational records that the folder's catalog lists, held to its digest; null where nothing was ever
   * imported. `tell` hears how many were read.
   */
  readonly checkRecords: (path: string, tell: (files: number) => void) => Promise<Outcome<RecordsCheck | null>>
  /** A copy of the databases as of one moment each, of the office's templates, and of every sealed file and file of records; see `Backup`. */
  readonly backUp: (path: string, target: string, madeAt: Timestamp, program: string) => Promise<Outcome<Backup>>
  /** Gives a backup that does not hold another name, under which `restore` does not pick it by itself; answers the name. */
  readonly setAside: (backup: string) => Promise<string>
  /** Every file of a backup against its manifest. */
  readonly checkBackup: (backup: string) => Promise<Outcome<BackupCheck>>
  /** Lays the files of a backup out as a data folder. `target` must not be there, or be empty. */
  readonly restore: (backup: string, target: string) => Promise<Outcome<Backup>>
  /** As `restore`, into a new folder beside the backup, without copying evidence and records where links can be made. */
  readonly tryOut: (backup: string) => Promise<Outcome<string>>
  readonly discard: (triedOut: string) => Promise<void>
}

/** What a check needs of where an office keeps everything. */
export type CheckedHouse = Pick<DataHouse, 'open' | 'checkDatabases' | 'checkRecords'>

/** An office on a database server, to be checked while its nodes go on. */
export interface ServerHouse {
  readonly house: CheckedHouse
  /** As a person knows it: no password. */
  readonly place: string
  readonly unlooked: Unlooked
  readonly close: () => Promise<void>
}

/** Why a check does not look at it; null where it does. */
export interface Unlooked {
  readonly evidence: string | null
}

export interface OpenData {
  readonly ledgers: LedgerStore
  readonly rubrics: RubricArchive
  readonly people: TenantStore & CalendarStore
  readonly evidence: EvidenceStore
  readonly close: () => Promise<void>
}

/** `report` is the ledger's; null for the other databases, of which pages and indexes are checked. */
export interface DatabaseCheck {
  readonly name: string
  readonly bytes: number
  readonly report: StoreReport | null
  /** What is wrong with the file as such; null where nothing is. */
  readonly fault: string | null
}

/** `records` counts rows, versions that were replaced too. */
export interface RecordsCheck {
  /** The shards that were counted, batch by batch; none where the records are files of a folder. */
  readonly shards: readonly string[]
  /** Files, or the batches that they are on shards. */
  readonly files: number
  readonly bytes: number
  readonly records: number
  readonly damages: readonly RecordDamage[]
}

/** `path` within the data folder, or the place of the shard; `month` is empty for versions that were replaced. */
export type RecordDamage =
  | (DamagedMonth & { readonly kind: 'missing' | 'differs' })
  /** The shard has `found` rows instead of `records`. */
  | (DamagedMonth & { readonly kind: 'miscounted'; readonly found: number })
  /** The shard could not be counted, and why. */
  | { readonly kind: 'uncounted'; readonly path: string; readonly detail: string }
  /** A table of the shard has not the columns that this version needs. */
  | { readonly kind: 'columns'; readonly path: string; readonly detail: string }

interface DamagedMonth {
  readonly path: string
  readonly tenantId: TenantId
  readonly dataSet: DataSetName
  readonly month: string
  /** What the file held, or what the shard is to have of it. */
  readonly records: number
}

/** One backup: databases and templates in a folder of its own, evidence and records shared with the other backups in the same place. */
export interface Backup {
  readonly path: string
  readonly madeAt: Timestamp
  readonly databases: readonly BackedUpFile[]
  /** Of the office, for documents. */
  readonly templates: readonly BackedUpFile[]
  readonly evidence: readonly BackedUpFile[]
  readonly records: readonly BackedUpFile[]
  /** How many files were not there yet, and were copied. */
  readonly copied: { readonly evidence: number; readonly records: number }
}

/** `path` as the data folder has it. */
export interface BackedUpFile {
  readonly path: string
  readonly bytes: number
  readonly digest: Digest
}

export interface BackupCheck {
  readonly madeAt: Timestamp
  readonly files: number
  readonly bytes: number
  readonly damages: readonly { readonly path: string; readonly kind: 'missing' | 'differs' }[]
}
