/**
 * Records in a folder: Parquet files by tenant, data set and month, and a catalog in SQLite that says which of them hold.
 * An import writes new files beside the old ones and commits by one transaction of the catalog, so that a store that was
 * killed is as it was before or as it is after.
 */
import type { DetectionArchive } from '../../app/ports/detection-archive.ts'
import type { ProfileStore } from '../../app/ports/profile-store.ts'
import type { RecordStore } from '../../app/ports/record-store.ts'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { SqlDatabase } from '../sql/sql-database.ts'
import { openCheckedSqliteSql } from '../sqlite/sqlite-sql.ts'
import { turns } from '../evidence/one-at-a-time.ts'
import { refuseShards } from './catalog-batches.ts'
import { CATALOG_MIGRATIONS } from './catalog-migrations.ts'
import { openCatalog } from './catalog.ts'
import { unlessDiskFails } from './disk-faults.ts'
import { enterFolder } from './enter-folder.ts'
import { folderRefused } from './folder-refused.ts'
import { keptAnswers } from './kept-answers.ts'
import { folderShelf } from './folder-shelf.ts'
import { recordFolders } from './record-files.ts'
import { recordImports } from './record-imports.ts'
import { recordQueries } from './record-query.ts'
import type { RecordRoom } from './record-room.ts'
import type { RefusedPlace } from './refused-place.ts'
import { sqlDetections } from './sql-detections.ts'
import { sqlProfiles } from './sql-profiles.ts'

export interface RecordStoreOptions {
  /** `<data>/records`: made where it is missing. */
  readonly folder: string
  /** `<data>/records.sqlite` */
  readonly catalogFile: string
  /** What imports and queries may take each. */
  readonly memoryMegabytes: number
  readonly threads: number
  /** Where refused imports lie; in the folder where none is given. */
  readonly refused?: RefusedPlace | undefined
  /** A query that takes longer is stopped. */
  readonly querySeconds?: number
}

export interface OpenRecords {
  readonly records: RecordStore
  readonly profiles: ProfileStore
  readonly detections: DetectionArchive
  /** Lets go of what was answered to a district that is gone. */
  readonly forgetAnswers: (tenantId: TenantId) => void
  readonly close: () => void
}

/** All detections over 100,000,000 records take minutes; one of them that takes ten is written wrongly. */
export const QUERY_SECONDS = 600

export async function openRecordStore(options: RecordStoreOptions): Promise<Stored<OpenRecords>> {
  const opened = openCheckedSqliteSql(options.catalogFile, CATALOG_MIGRATIONS)
  if (!opened.ok) return opened
  const ready = await openIn(options, opened.value)
  if (!ready.ok) await opened.value.close()
  return ready
}

async function openIn(options: RecordStoreOptions, database: SqlDatabase): Promise<Stored<OpenRecords>> {
  const { folder, memoryMegabytes, threads, querySeconds = QUERY_SECONDS } = options
  const here = await refuseShards(database)
  if (!here.ok) return here
  const folders = recordFolders(folder)
  const catalog = openCatalog(database)
  const entered = await unlessDiskFails(folder, () => enterFolder(folders, catalog))
  if (!entered.ok) return entered
  const lock = entered.value
  const turn = turns()
  const inTurn: RecordRoom['inTurn'] = (tenantId, act) =>
    turn(tenantId, async () => (await lock.whileChanging(act)) ?? storeFault('store-busy', folder))
  const shelf = folderShelf({ folders, threads, memoryMegabytes })
  const refused = options.refused ?? folderRefused(folders)
  const room: RecordRoom = { catalog, folders, shelf, refused, threads, memoryMegabytes, inTurn }
  const answers = keptAnswers()
  const queries = recordQueries(room, { memoryMegabytes, threads, seconds: querySeconds }, answers)
  let isClosed = false
  const close = () => {
    if (isClosed) return
    isClosed = true
    queries.close()
    lock.close()
    void database.close()
  }
  return accepted({
    records: { ...recordImports(room), query: queries.query, close },
    profiles: sqlProfiles(database),
    detections: sqlDetections(database),
    forgetAnswers: answers.forget,
    close,
  })
}
