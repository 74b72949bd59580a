/**
 * Records in a folder: Parquet files by tenant, data set and month, and a catalog in SQLite that says which of them hold.
 * An import writes new files beside the old ones and commits by one transaction of the catalog, so that a store that was
 * killed is as it was before or as it is after.
 */
import { join } from 'node:path'
import type { DetectionArchive } from '../../app/ports/detection-archive.ts'
import type { ProfileStore } from '../../app/ports/profile-store.ts'
import type { RecordStore } from '../../app/ports/record-store.ts'
import { type Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { checkDatabase, openDatabase } from '../sqlite/open-database.ts'
import { makeFolder } from '../evidence/durable-files.ts'
import { CATALOG_MIGRATIONS } from './catalog-migrations.ts'
import { openCatalog } from './catalog.ts'
import { openDuckDb } from './duckdb-session.ts'
import { recordFolders } from './record-files.ts'
import { recordImports } from './record-imports.ts'
import { recordQueries } from './record-query.ts'
import type { RecordRoom } from './record-room.ts'
import { sqliteDetections } from './sqlite-detections.ts'
import { sqliteProfiles } from './sqlite-profiles.ts'

export interface RecordStoreOptions {
  /** `<data>/records`: made where it is missing. */
  readonly folder: string
  /** `<data>/records.sqlite` */
  readonly catalogFile: string
  /** What imports and queries may take each. */
  readonly memoryMegabytes: number
  readonly threads: number
  /** A query that takes longer is stopped. */
  readonly querySeconds?: number
}

export interface OpenRecords {
  readonly records: RecordStore
  readonly profiles: ProfileStore
  readonly detections: DetectionArchive
  readonly close: () => void
}

/** All detections over 100,000,000 records take minutes; one of them that takes ten is written wrongly. */
const QUERY_SECONDS = 600

export async function openRecordStore({
  folder,
  catalogFile,
  memoryMegabytes,
  threads,
  querySeconds = QUERY_SECONDS,
}: RecordStoreOptions): Promise<Stored<OpenRecords>> {
  const opened = openDatabase(catalogFile, CATALOG_MIGRATIONS)
  if (!opened.ok) return opened
  const database = opened.value
  const checked = checkDatabase(database)
  if (!checked.ok) {
    database.close()
    return checked
  }
  const folders = recordFolders(folder)
  await makeFolder(folders.work)
  const duckDb = await openDuckDb({ memoryMegabytes, threads, spill: join(folders.work, 'spill') })
  const room: RecordRoom = { catalog: openCatalog(database), folders, duckDb, threads, memoryMegabytes }
  const queries = recordQueries(room, { memoryMegabytes, threads, seconds: querySeconds })
  let isClosed = false
  const close = () => {
    if (isClosed) return
    isClosed = true
    queries.close()
    duckDb.close()
    database.close()
  }
  return accepted({
    records: { ...recordImports(room), query: queries.query, close },
    profiles: sqliteProfiles(database),
    detections: sqliteDetections(database),
    close,
  })
}
