import type { CalendarStore } from './calendar-store.ts'
import type { EvidenceStore } from './evidence-store.ts'
import type { LedgerStore } from './ledger-store.ts'
import type { PeopleDoor } from './people-door.ts'
import type { RubricArchive } from './rubric-archive.ts'
import type { StoreReport } from './store-check.ts'
import type { Stored } from './store-fault.ts'
import type { TenantStore } from './tenant-store.ts'
import type { Outcome } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Digest } from '../../core/ledger/chain.ts'

/**
 * The folder in which an installation keeps everything: databases and evidence. A server may be running on it; nothing here
 * stops or disturbs it.
 */
export interface DataHouse {
  /** Opens the stores of a folder that is there; never makes one. */
  readonly open: (path: string) => Promise<Stored<OpenData>>
  /** Opens the people of a folder that is there. */
  readonly openPeople: (path: string) => Promise<Stored<PeopleDoor>>
  /** The databases of the folder by name, each read through. */
  readonly checkDatabases: (path: string) => Promise<Outcome<readonly DatabaseCheck[]>>
  /** A copy of the databases as of one moment each, and of every sealed file; see `Backup`. */
  readonly backUp: (path: string, target: string, madeAt: Timestamp, program: string) => Promise<Outcome<Backup>>
  /** Gives a backup that does not hold another name, under which `restore` does not pick it by itself; answers the name. */
  readonly setAside: (backup: string) => Promise<string>
  /** Every file of a backup against its manifest. */
  readonly checkBackup: (backup: string) => Promise<Outcome<BackupCheck>>
  /** Lays the files of a backup out as a data folder. `target` must not be there, or be empty. */
  readonly restore: (backup: string, target: string) => Promise<Outcome<Backup>>
  /** As `restore`, into a new folder beside the backup, without copying evidence where links can be made. */
  readonly tryOut: (backup: string) => Promise<Outcome<string>>
  readonly discard: (triedOut: string) => Promise<void>
}

export interface OpenData {
  readonly ledgers: LedgerStore
  readonly rubrics: RubricArchive
  readonly people: TenantStore & CalendarStore
  readonly evidence: EvidenceStore
  readonly close: () => void
}

/** `report` is the ledger's; null for the other databases, of which pages and indexes are checked. */
export interface DatabaseCheck {
  readonly name: string
  readonly bytes: number
  readonly report: StoreReport | null
  /** What is wrong with the file as such; null where nothing is. */
  readonly fault: string | null
}

/** One backup: databases in a folder of its own, evidence shared with the other backups in the same place. */
export interface Backup {
  readonly path: string
  readonly madeAt: Timestamp
  readonly databases: readonly BackedUpFile[]
  readonly evidence: readonly BackedUpFile[]
  /** How many files of evidence were not there yet, and were copied. */
  readonly copied: number
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
