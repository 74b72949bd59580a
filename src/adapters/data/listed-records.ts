import { DatabaseSync } from '@photostructure/sqlite'
import { relative, sep } from 'node:path'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { parseDigest, type Digest } from '../../core/ledger/chain.ts'
import { ALL_FILES, type TenantFile } from '../records/catalog.ts'
import { recordFolders, type RecordFile } from '../records/record-files.ts'
import type { Database } from '../sqlite/open-database.ts'
import { corruption } from '../sql/corruption.ts'
import { guarded, isSchemaError } from '../sqlite/sqlite-fault.ts'
import { prepare } from '../sqlite/statement.ts'
import { RECORDS_FOLDER } from './data-layout.ts'

/** A file of records: where it lies within a data folder, with `/` between folders, and what the catalog says of it. */
export interface ListedRecords {
  readonly place: string
  readonly tenantId: TenantId
  readonly file: RecordFile & { readonly digest: Digest }
}

/** Every file that a catalog lists, of all tenants, in the order of their places; what lies on shards is no file. The catalog is only read. */
export function listedRecords(catalogFile: string): Stored<readonly ListedRecords[]> {
  return guarded(catalogFile, () => {
    const connection = new DatabaseSync(catalogFile, { readOnly: true, timeout: 30_000 })
    try {
      return filesIn({ path: catalogFile, connection, close: () => connection.close() })
        .filter(({ file }) => file.batch === null)
        .map(({ tenantId, file }) => {
          const digest = parseDigest(file.digest)
          if (digest === null) throw corruption(`no digest ${file.digest}`)
          return { place: placeOf(tenantId, file), tenantId, file: { ...file, digest } }
        })
        .toSorted((one, other) => (one.place < other.place ? -1 : 1))
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
