import type { DuckDBConnection } from '@duckdb/node-api'
import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { DataSet } from '../../core/records/data-set.ts'
import { numberOf, rowOf, rowsOf, textOf } from './duckdb-rows.ts'
import { literal, quoted, storedColumns } from './stored-columns.ts'

/** Refused where a stored file has something in a column that this version does not know: what it writes of the file loses that. */
export async function refuseNewer(connection: DuckDBConnection, set: DataSet, path: string): Promise<Kept<null>> {
  const known = new Set(storedColumns(set).map(({ name }) => name))
  const columns = await rowsOf(
    connection,
    `SELECT name FROM parquet_schema(${literal(path)}) WHERE coalesce(num_children, 0) = 0`,
  )
  const newer = columns.map((row) => textOf(row, 'name')).filter((name) => !known.has(name))
  if (newer.length === 0) return accepted(null)
  const counts = newer.map((name) => `count(${quoted(name)})`).join(' + ')
  const filled = await rowOf(connection, `SELECT ${counts} AS n FROM read_parquet(${literal(path)})`)
  return numberOf(filled, 'n') > 0
    ? refusedRecords('records-newer', path, set.chinese, newer.join('、'))
    : accepted(null)
}
