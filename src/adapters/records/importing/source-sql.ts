import type { PreparedFile } from '../incoming/prepared-file.ts'
import { literal } from '../stored-columns.ts'

/** A prepared file for `SELECT … FROM`: all its columns as texts by their place (`c0`, `c1` …), empty cells as NULL. */
export interface SourceSql {
  readonly from: string
  /** The same with `at`, the place of the record from 0: read by one thread only. */
  readonly fromInOrder: string
  /** The column that bears the header; null where none does. */
  readonly columnOf: (header: string) => string | null
  readonly columns: readonly string[]
}

export function sourceSql({ look, table }: PreparedFile): SourceSql {
  const columns = look.header.map((_, at) => `c${at}`)
  const from = table.kind === 'csv' ? csvSql(table.path, table.delimiter, columns) : parquetSql(table.path, table.texts)
  return {
    from,
    fromInOrder: `(SELECT row_number() OVER () - 1 AS at, * FROM ${from})`,
    columnOf: (header) => columns[look.header.indexOf(header)] ?? null,
    columns,
  }
}

/**
 * By place and not by name, because SQL takes `ID` and `id` for one. Nothing is guessed: everything is a text and whatever is no
 * CSV is an error.
 */
function csvSql(path: string, delimiter: string, columns: readonly string[]): string {
  const types = columns.map((column) => `${column}: 'VARCHAR'`).join(', ')
  return `read_csv(${literal(path)}, auto_detect = false, header = true, delim = ${literal(delimiter)}, quote = '"',
    escape = '"', strict_mode = true, columns = {${types}})`
}

function parquetSql(path: string, texts: readonly string[]): string {
  const columns = texts.map((text, at) => `nullif(${text}, '') AS c${at}`)
  return `(SELECT ${columns.join(', ')} FROM read_parquet(${literal(path)}))`
}
