import type { Kept, RecordRow, Watch } from '../../app/ports/record-store.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { DataSet } from '../../core/records/data-set.ts'
import type { DuckDbSession } from './duckdb-session.ts'
import type { FilePlace, RecordFile } from './record-files.ts'

/**
 * Where months of records lie: as the files that an import wrote, or as rows on shards. An import reads and writes files of
 * this machine and knows nothing of that: what it compares with is brought here before, and what it wrote is put there before
 * the catalog lists it.
 */
export interface MonthShelf {
  /** Afterwards each file lies where `RecordFolders` says; where `isWhole`, it was compared with what the catalog says of it. */
  readonly bring: (place: ShelfPlace, files: readonly RecordFile[], isWhole: boolean) => Promise<Kept<null>>
  /** Afterwards what is in the files is where every reader of the catalog finds it. Answers them as they are to be listed. */
  readonly put: (place: ShelfPlace, files: readonly RecordFile[], at: Timestamp) => Promise<Kept<readonly RecordFile[]>>
  /** Of one record, those versions that these files hold, in their order; all of them, or the one that is asked for. */
  readonly versions: (
    tenantId: TenantId,
    set: DataSet,
    files: readonly RecordFile[],
    key: RecordKey,
  ) => Promise<Kept<readonly RecordRow[]>>
  /** Of these tenants, those in which there is something to be removed that the catalog's list of what is gone does not say. */
  readonly dueTenants: (tenants: readonly TenantId[], before: Timestamp) => Promise<Stored<readonly TenantId[]>>
  /** Removes what an import replaced, and what one left behind that failed, before the time. `gone` is what the catalog lets go. */
  readonly forget: (tenantId: TenantId, gone: readonly FilePlace[], before: Timestamp) => Promise<Stored<null>>
}

/** What is done for an import is done in its DuckDB and its folder. */
export interface ShelfPlace {
  readonly tenantId: TenantId
  readonly duckDb: DuckDbSession
  readonly folder: string
  readonly watch: Watch
}

export interface RecordKey {
  readonly source: string
  readonly recordId: string
  /** Null for every version. */
  readonly version: number | null
}
