import type { PreparedFile } from '../../src/adapters/records/incoming/prepared-file.ts'
import { runDuckDb, type Table } from './table-forms.ts'

/** The rows of a prepared file as DuckDB reads them, all values as text, without its header. Throws where it takes not all. */
export async function readPrepared({ look, table }: PreparedFile): Promise<Table> {
  const path = `'${table.path.replaceAll("'", "''")}'`
  if (table.kind === 'parquet') return runDuckDb(`SELECT ${table.texts.join(', ')} FROM read_parquet(${path})`)
  const columns = look.header.map((_name, at) => `c${at}: 'VARCHAR'`).join(', ')
  return runDuckDb(
    `SELECT * FROM read_csv(${path}, auto_detect = false, header = true, delim = '${table.delimiter}', quote = '"', escape = '"', columns = {${columns}})`,
  )
}

/** The same; null where DuckDB does not take every row. */
export async function readWhole(prepared: PreparedFile): Promise<Table | null> {
  try {
    return await readPrepared(prepared)
  } catch {
    return null
  }
}
