import type { OfficeRecords } from '../../app/ports/office-copy.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { SHARDS } from '../records/settled-shards.ts'
import { integerOf } from '../sql/row.ts'
import { query, type SqlDatabase } from '../sql/sql-database.ts'
import { OFFICE_STORES, officeTables } from './office-tables.ts'

const IN_FILES = query('SELECT count(*) AS n FROM record_files WHERE batch IS NULL', (row) => integerOf(row, 'n'))
const TABLES = officeTables(OFFICE_STORES.filter(({ name }) => name === 'records'))
  .map(({ name }) => name)
  .filter((name) => name !== 'record_shards')
const ANYTHING = query(
  `SELECT CASE WHEN ${TABLES.map((name) => `EXISTS (SELECT 1 FROM ${name})`).join(' OR ')} THEN 1 ELSE 0 END AS any_row`,
  (row) => integerOf(row, 'any_row') === 1,
)

/** Whether a catalog knows of anything: of records, of what was refused, of profiles, or of detections. */
export async function isCatalogFilled(catalog: SqlDatabase): Promise<Stored<boolean>> {
  const found = await catalog.ask((sql) => sql.get(ANYTHING))
  return found.ok ? accepted(found.value === true) : found
}

/** Where the records lie that a catalog lists. What was never on shards belongs to the folder that the catalog lies in. */
export async function recordsIn(catalog: SqlDatabase, folder: string): Promise<Stored<OfficeRecords>> {
  const filled = await isCatalogFilled(catalog)
  if (!filled.ok) return filled
  const found = await catalog.ask(async (sql) => ({
    files: (await sql.get(IN_FILES)) ?? 0,
    isSettled: (await sql.get(SHARDS)) !== null,
  }))
  if (!found.ok) return found
  const { files, isSettled } = found.value
  if (files > 0) return accepted({ kind: 'folder', folder, files })
  if (isSettled) return accepted({ kind: 'shards' })
  return accepted(filled.value ? { kind: 'folder', folder, files } : { kind: 'none' })
}
