/**
 * Records in a folder: Parquet files by tenant, data set and month, and a catalog in SQLite that says which of them hold.
 * An import writes new files beside the old ones and commits by one transaction of the catalog, so that a store that was
 * killed is as it was before or as it is after.
 */
import { join } from 'node:path'
import type { DetectionArchive } from '../../app/ports/detection-archive.ts'
import type { ProfileStore } from '../../app/ports/profile-store.ts'
import type { RecordStore } from '../../app/ports/record-store.ts'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { checkDatabase, openDatabase, type Database } from '../sqlite/open-database.ts'
import type { SqlDatabase } from '../sql/sql-database.ts'
import { openSqliteSql } from '../sqlite/sqlite-sql.ts'
import { makeFolder } from '../evidence/durable-files.ts'
import { turns } from '../evidence/one-at-a-time.ts'
import { CATALOG_MIGRATIONS } from './catalog-migrations.ts'
import { openCatalog, type Catalog } from './catalog.ts'
import { unlessDiskFails } from './disk-faults.ts'
import { recordFolders, type RecordFolders } from './record-files.ts'
import { recordImports } from './record-imports.ts'
import { recordQueries } from './record-query.ts'
import type { RecordRoom } from './record-room.ts'
import { sqliteDetections } from './sqlite-detections.ts'
import { sqliteProfiles } from './sqlite-profiles.ts'
import { storeLock, type StoreLock } from './store-lock.ts'
import { sweepStore } from './sweep-store.ts'

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

export async function openRecordStore(options: RecordStoreOptions): Promise<Stored<OpenRecords>> {
  const opened = openDatabase(options.catalogFile, CATALOG_MIGRATIONS)
  if (!opened.ok) return opened
  const database = opened.value
  const checked = checkDatabase(database)
  const ready = checked.ok ? await openWith(options, database) : checked
  if (!ready.ok) database.close()
  return ready
}

async function openWith(options: RecordStoreOptions, database: Database): Promise<Stored<OpenRecords>> {
  const catalog = openSqliteSql(options.catalogFile, CATALOG_MIGRATIONS)
  if (!catalog.ok) return catalog
  const ready = await openIn(options, database, catalog.value)
  if (!ready.ok) await catalog.value.close()
  return ready
}

async function openIn(
  options: RecordStoreOptions,
  database: Database,
  catalogDatabase: SqlDatabase,
): Promise<Stored<OpenRecords>> {
  const { folder, memoryMegabytes, threads, querySeconds = QUERY_SECONDS } = options
  const folders = recordFolders(folder)
  const catalog = openCatalog(catalogDatabase)
  const entered = await unlessDiskFails(folder, () => enterFolder(folders, catalog))
  if (!entered.ok) return entered
  const lock = entered.value
  const turn = turns()
  const inTurn: RecordRoom['inTurn'] = (tenantId, act) =>
    turn(tenantId, async () => (await lock.whileChanging(act)) ?? storeFault('store-busy', folder))
  const room: RecordRoom = { catalog, folders, threads, memoryMegabytes, inTurn }
  const queries = recordQueries(room, { memoryMegabytes, threads, seconds: querySeconds })
  let isClosed = false
  const close = () => {
    if (isClosed) return
    isClosed = true
    queries.close()
    lock.close()
    database.close()
    void catalogDatabase.close()
  }
  return accepted({
    records: { ...recordImports(room), query: queries.query, close },
    profiles: sqliteProfiles(database),
    detections: sqliteDetections(database),
    close,
  })
}

/** Sweeps the folder if nobody else has it open, and answers the lock that says that somebody has. */
async function enterFolder(folders: RecordFolders, catalog: Catalog): Promise<Stored<StoreLock>> {
  await makeFolder(folders.root)
  const lock = storeLock(join(folders.root, '.lock'))
  try {
    const swept = await lock.ifAlone(() => sweepStore(catalog, folders))
    if (swept !== null && !swept.ok) {
      lock.close()
      return swept
    }
    lock.enter()
    await makeFolder(folders.work)
    return accepted(lock)
  } catch (error) {
    lock.close()
    throw error
  }
}
