import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../app/ports/record-store.ts'
import type { TenantId } from '../../../core/kernel/identifiers.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import type { DuckDBConnection } from '@duckdb/node-api'
import { ERROR_COLUMNS } from '../../../core/records/error-columns.ts'
import { numberOf, rowOf, rowsOf } from '../duckdb-rows.ts'
import type { RecordRoom } from '../record-room.ts'
import { literal } from '../stored-columns.ts'
import { unguardedSql } from './error-file.ts'
import type { RefusedFile } from './keep-refused.ts'
import { columnNamed, columnsOf, type SourceSql } from './source-sql.ts'

/** The whole file that an error file came from, with the rows of the error file in place of those that were at fault. */
export interface Correction {
  readonly source: SourceSql
  /** The import that the chain of corrections began with. */
  readonly firstId: string
  /** Rows at fault that the error file no longer has: they are left out. */
  readonly leftOut: number
}

/** Where it is worked: `folder` is gone with the import. */
interface CorrectionWork {
  readonly connection: DuckDBConnection
  readonly folder: string
}

/** `given` is the error file as a person hands it in. */
export async function correctionSource(
  { catalog, refused: place }: RecordRoom,
  tenantId: TenantId,
  { connection, folder }: CorrectionWork,
  given: SourceSql,
  fileName: string,
): Promise<Kept<Correction>> {
  const ids = await rowsOf(connection, `SELECT DISTINCT trim(c0, ' ''') AS id FROM ${given.from} LIMIT 2`)
  const [id] = ids
  if (ids.length > 1 || typeof id?.['id'] !== 'string')
    return refusedRecords('correction-wrong', fileName, `“${ERROR_COLUMNS[0]}”一列不是每行相同`)
  const importId = id['id']
  const allRefused = await catalog.refused(tenantId)
  if (!allRefused.ok) return allRefused
  const refused = allRefused.value.find((one) => one.importId === importId)
  if (!refused) return refusedRecords('original-gone', fileName)
  const about = await place.about(tenantId, importId)
  if (!about.ok) return about
  if (about.value === null) return refusedRecords('original-gone', fileName)
  const { header } = JSON.parse(about.value) as RefusedFile
  const missing = header.find((name) => columnNamed(given, name) === null)
  if (missing !== undefined) return refusedRecords('correction-wrong', fileName, `没有“${missing}”这一列`)
  const unknown = given.header.filter((name) => !header.includes(name) && !isErrorColumn(name))
  if (unknown.length > 0) return refusedRecords('column-unknown', unknown.join('、'))
  const columns = columnsOf(header)
  const original = await place.rows(tenantId, importId, folder)
  if (!original.ok) return original
  if (original.value === null) return refusedRecords('original-gone', fileName)
  const rows = `read_parquet(${literal(original.value)})`
  const cells = header.map((name, at) => `${unguardedSql(columnNamed(given, name) ?? '')} AS ${columns[at]}`)
  const corrected = `(SELECT TRY_CAST(trim(c1, ' ''') AS BIGINT) AS place, ${cells.join(', ')} FROM ${given.from})`
  const wrong = await wrongRow(connection, corrected, rows)
  if (wrong !== null) return refusedRecords('correction-wrong', fileName, wrong)
  const fromInOrder = `(SELECT row AS place, ${columns.join(', ')} FROM ${rows} WHERE NOT is_faulty
    UNION ALL SELECT place, ${columns.join(', ')} FROM ${corrected})`
  const counted = await rowOf(
    connection,
    `SELECT (SELECT count(*) FROM ${rows} WHERE is_faulty) - (SELECT count(*) FROM ${corrected}) AS n`,
  )
  const source = { header, columns, from: fromInOrder, fromInOrder, rowOf: (place: number) => place }
  return accepted({ source, firstId: refused.firstId, leftOut: numberOf(counted, 'n') })
}

/** Every row has to be one that was at fault, and only once. */
async function wrongRow(connection: DuckDBConnection, corrected: string, rows: string): Promise<string | null> {
  const [strange] = await rowsOf(
    connection,
    `SELECT place FROM ${corrected} WHERE place IS NULL OR place NOT IN (SELECT row FROM ${rows} WHERE is_faulty) LIMIT 1`,
  )
  if (strange) {
    const place = strange['place']
    return place === null ? `“${ERROR_COLUMNS[1]}”一列有的不是数` : `第 ${String(place)} 行原来没有错误`
  }
  const [twice] = await rowsOf(connection, `SELECT place FROM ${corrected} GROUP BY place HAVING count(*) > 1 LIMIT 1`)
  return twice ? `“${ERROR_COLUMNS[1]}”${String(twice['place'])} 出现了两次` : null
}

function isErrorColumn(name: string): boolean {
  return ERROR_COLUMNS.some((column) => column === name)
}
