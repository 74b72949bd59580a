import { DatabaseSync } from '@photostructure/sqlite'
import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { parseDigest, type Digest } from '../../core/ledger/chain.ts'
import { onShards } from '../records/catalog-batches.ts'
import { ALL_FILES, type TenantFile } from '../records/catalog.ts'
import { currentRecords } from '../records/holdings.ts'
import { recordFolders, type RecordFile } from '../records/record-files.ts'
import type { Database } from '../sqlite/open-database.ts'
import { corruption } from '../sql/corruption.ts'
import { guarded, isSchemaError } from '../sqlite/sqlite-fault.ts'
import { prepare } from '../sqlite/statement.ts'
import { RECORDS_FILE, RECORDS_FOLDER } from './data-layout.ts'

/** A file of records: where it lies within a data folder, with `/` between folders, and what the catalog says of it. */
export interface ListedRecords {
  readonly place: string
  readonly tenantId: TenantId
  readonly file: RecordFile & { readonly digest: Digest }
}

/** Every file that a catalog lists, of all tenants, in the order of their places; what lies on shards is no file. The catalog is only read. */
export function listedRecords(catalogFile: string): Stored<readonly ListedRecords[]> {
  return readCatalog(catalogFile, (files) =>
    files
      .filter(({ file }) => file.batch === null)
      .map(({ tenantId, file }) => {
        const digest = parseDigest(file.digest)
        if (digest === null) throw corruption(`no digest ${file.digest}`)
        return { place: placeOf(tenantId, file), tenantId, file: { ...file, digest } }
      })
      .toSorted((one, other) => (one.place < other.place ? -1 : 1)),
  )
}

/** How many current records a data folder has of the tenant. */
export function countInFolder(path: string, tenantId: TenantId): Stored<number> {
  const catalogFile = join(path, RECORDS_FILE)
  // Nothing was ever imported.
  if (!existsSync(catalogFile)) return accepted(0)
  return readCatalog(catalogFile, (files) =>
    currentRecords(files.flatMap((one) => (one.tenantId === tenantId ? one.file : []))),
  )
}

/** Refused where a data folder's catalog lists what lies on shards: what lies in the folder are copies, of some of it. */
export function refuseListedOnShards(path: string): Stored<null> {
  const catalogFile = join(path, RECORDS_FILE)
  if (!existsSync(catalogFile)) return accepted(null)
  const listed = readCatalog(catalogFile, (files) => files.some(({ file }) => file.batch !== null))
  if (!listed.ok) return listed
  return listed.value ? onShards(catalogFile) : accepted(null)
}

/** Whether the catalog of a data folder knows of batches of the tenant on shards; one of before there were any knows of none. */
export function hasBatches(path: string, tenantId: TenantId): Stored<boolean> {
  const catalogFile = join(path, RECORDS_FILE)
  if (!existsSync(catalogFile)) return accepted(false)
  return readIn(catalogFile, (database) => {
    try {
      return prepare(database, BATCHES, () => true).all(tenantId).length > 0
    } catch (error) {
      if (isSchemaError(error)) return false
      throw error
    }
  })
}

const BATCHES = 'SELECT batch FROM record_batches WHERE tenant_id = ? LIMIT 1'

function readCatalog<Value>(catalogFile: string, read: (files: readonly TenantFile[]) => Value): Stored<Value> {
  return readIn(catalogFile, (database) => read(filesIn(database)))
}

function readIn<Value>(catalogFile: string, read: (database: Database) => Value): Stored<Value> {
  return guarded(catalogFile, () => {
    const connection = new DatabaseSync(catalogFile, { readOnly: true, timeout: 30_000 })
    try {
      return read({ path: catalogFile, connection, close: () => connection.close() })
    } finally {
      connection.close()
    }
  })
}

/** A catalog without the table that lists files is none. */
function filesIn(database: Database): readonly TenantFile[] {
  try {
    return prepare(database, ALL_FILES.text, ALL_FILES.read).all()
  } catch (error) {
    throw isSchemaError(error) ? corruption(error.message) : error
  }
}

function placeOf(tenantId: TenantId, file: RecordFile): string {
  const folders = recordFolders(RECORDS_FOLDER)
  return `${RECORDS_FOLDER}/${relative(RECORDS_FOLDER, folders.file(tenantId, file)).split(sep).join('/')}`
}
