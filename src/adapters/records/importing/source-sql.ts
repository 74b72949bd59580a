import type { PreparedFile } from '../incoming/prepared-file.ts'
import { literal } from '../stored-columns.ts'

/** The rows of a file for `SELECT … FROM`: all columns as texts by their place (`c0`, `c1` …), empty cells as NULL. */
export interface SourceSql {
  readonly header: readonly string[]
  readonly columns: readonly string[]
  readonly from: string
  /** The same with `place`, which `rowOf` knows: read by one thread only. */
  readonly fromInOrder: string
  /** The row in the person's file. */
  readonly rowOf: (place: number) => number
}

export function sourceSql({ look, table, rowOf }: PreparedFile): SourceSql {
  const columns = columnsOf(look.header)
  const from = table.kind === 'csv' ? csvSql(table.path, table.delimiter, columns) : parquetSql(table.path, table.texts)
  const fromInOrder = `(SELECT row_number() OVER () - 1 AS place, * FROM ${from})`
  return { header: look.header, columns, from, fromInOrder, rowOf }
}

/** By place and not by name, because SQL takes `ID` and `id` for one. */
export function columnsOf(header: readonly string[]): readonly string[] {
  return header.map((_, at) => `c${at}`)
}

/** The column that bears the header; null where none does. */
export function columnNamed({ header, columns }: Pick<SourceSql, 'header' | 'columns'>, name: string): string | null {
  return columns[header.indexOf(name)] ?? null
}

/** Nothing is guessed: everything is a text, and whatever is no CSV is an error. */
function csvSql(path: string, delimiter: string, columns: readonly string[]): string {
  const types = columns.map((column) => `${column}: 'VARCHAR'`).join(', ')
  return `read_csv(${literal(path)}, auto_detect = false, header = true, delim = ${literal(delimiter)}, quote = '"',
    escape = '"', strict_mode = true, columns = {${types}})`
}

function parquetSql(path: string, texts: readonly string[]): string {
  const columns = texts.map((text, at) => `nullif(${text}, '') AS c${at}`)
  return `(SELECT ${columns.join(', ')} FROM read_parquet(${literal(path)}))`
}
