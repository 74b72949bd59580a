import type { RecordTurns } from '../adapters/clickhouse/record-turns.ts'
import type { DataFolder } from '../adapters/files/data-folder.ts'
import type { LedgerFile } from '../adapters/ledger/ledger-file.ts'
import type { SqlDatabase } from '../adapters/sql/sql-database.ts'
import type { OpenRecords } from '../adapters/records/open-record-store.ts'
import type { RefusedPlace } from '../adapters/records/refused-place.ts'
import type { AccessLog } from '../app/ports/access-log.ts'
import type { Announcements } from '../app/ports/announcements.ts'
import type { AnswerStore } from '../app/ports/answer-store.ts'
import type { EvidenceStore } from '../app/ports/evidence-store.ts'
import type { JobStore } from '../app/ports/job-store.ts'
import type { NodeStore } from '../app/ports/node-store.ts'
import type { PeopleStore } from '../app/ports/people-store.ts'
import type { ReservedEvidence } from '../app/ports/reserved-evidence.ts'
import type { RecordUploads } from '../app/ports/record-uploads.ts'
import type { SamplingSecrets } from '../app/ports/sampling-secrets.ts'
import type { Stored } from '../app/ports/store-fault.ts'

/** Everything that lasts, and the folder of this server: in it, or on servers that several of them share. */
export interface Stores extends OfficeStores, FileStores {
  readonly folder: DataFolder
  readonly records: Omit<OpenRecords, 'close'>
  /** Ends what is open, the last first, and gives the folder back. */
  readonly close: () => Promise<void>
}

/** What a database holds. */
export interface OfficeStores {
  readonly ledger: Omit<LedgerFile, 'close'>
  readonly people: PeopleStore
  readonly accessLog: AccessLog
  readonly answers: AnswerStore
  readonly jobs: JobStore
  readonly samplingSecrets: SamplingSecrets
  readonly announcements: Announcements
  /** On a database server, which other nodes may share; else in files that are this process's alone. */
  readonly isServer: boolean
  /** Where uploads into a bucket are counted; made when asked for. */
  readonly uploadTables: () => Promise<Stored<SqlDatabase>>
  readonly nodes: NodeStore
  /** Which records on shards hold, and whose turn it is to change them; made when asked for. */
  readonly recordCatalog: () => Promise<Stored<RecordCatalog>>
}

/** `turns` is null where no other node shares the catalog. */
export interface RecordCatalog {
  readonly database: SqlDatabase
  readonly turns: RecordTurns | null
}

/** What people hand in. */
export interface FileStores {
  readonly evidence: EvidenceStore
  readonly reservedEvidence: ReservedEvidence
  readonly recordUploads: RecordUploads
  /** Where refused imports lie; with the records where it is not given. */
  readonly refusedImports?: RefusedPlace
  /** In an object store, which other nodes may share; else in the data folder. */
  readonly isBucket: boolean
}

/** Opens one after another; where one is refused, those before it are closed again. */
export interface Opening {
  readonly keep: <Opened extends { readonly close: () => void | Promise<void> }>(opened: Opened) => Opened
  readonly close: () => Promise<void>
}

export function opening(): Opening {
  const open: (() => void | Promise<void>)[] = []
  return {
    keep: (opened) => {
      open.push(opened.close)
      return opened
    },
    close: async () => {
      for (const close of open.splice(0).reverse()) await close()
    },
  }
}
