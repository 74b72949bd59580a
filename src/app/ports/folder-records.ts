import type { ProfileStore } from './profile-store.ts'
import type { RecordStore } from './record-store.ts'
import type { Stored } from './store-fault.ts'

/** The records that an assessment folder holds beside its ledger: `records/`, and `records.sqlite` that says which of them hold. */
export interface FolderRecords {
  /** Makes what is missing where `make` is asked for; otherwise null where nothing was ever imported. */
  readonly open: (folder: string, make: boolean) => Promise<Stored<OpenFolderRecords | null>>
  /** Removes all that is held there, for an example that is made anew. */
  readonly clear: (folder: string) => Promise<Stored<null>>
}

export interface OpenFolderRecords {
  readonly records: RecordStore
  readonly profiles: ProfileStore
  readonly close: () => void
}
