import type { DuckDBConnection } from '@duckdb/node-api'
import type { DistinctValues, RecordStore } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { rowsOf } from '../duckdb-rows.ts'
import { prepareFile } from '../incoming/prepare-file.ts'
import type { RecordRoom } from '../record-room.ts'
import { withDuckDb } from '../with-duckdb.ts'
import { isRejectedCsv, unlessImportFails } from './import-faults.ts'
import { columnNamed, sourceSql, type SourceSql } from './source-sql.ts'

/** One reading of the file a group: only its columns are taken apart. */
export function distinctValues(room: RecordRoom): RecordStore['distinct'] {
  return (file, groups, most, watch) => {
    const place = { root: room.folders.root, memoryMegabytes: room.memoryMegabytes, signal: watch.signal }
    return unlessImportFails(place, () =>
      withDuckDb(room, async (duckDb, folder) => {
        const prepared = await prepareFile(file.path, file.fileName, folder, watch)
        if (!prepared.ok) return prepared
        const source = sourceSql(prepared.value)
        return duckDb.on(watch.signal, async (connection) => {
          try {
            const found: DistinctValues[] = []
            for (const group of groups) found.push(await distinctIn(connection, source, group, most))
            return accepted(found)
          } catch (error) {
            // What is no table is for the import to explain, row by row.
            if (isRejectedCsv(error)) return accepted(groups.map(() => null))
            throw error
          }
        })
      }),
    )
  }
}

async function distinctIn(
  connection: DuckDBConnection,
  source: SourceSql,
  group: readonly string[],
  most: number,
): Promise<DistinctValues> {
  const names = group.map((_, at) => `v${at}`)
  const cells = group.map((header, at) => `coalesce(${columnOf(source, header)}, '') AS ${names[at]}`)
  const rows = await rowsOf(
    connection,
    `SELECT DISTINCT ${cells.join(', ')} FROM ${source.from} ORDER BY ${names.join(', ')} LIMIT ${most + 1}`,
  )
  return rows.length > most ? null : rows.map((row) => names.map((name) => String(row[name])))
}

function columnOf(source: SourceSql, header: string): string {
  const column = columnNamed(source, header)
  if (column === null) throw new Error(`no column ${header}: ask for what the look has shown`)
  return column
}
