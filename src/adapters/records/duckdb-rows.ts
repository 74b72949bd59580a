import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'

/** Texts, whole numbers, true and false as JavaScript has them; anything else as the text that DuckDB writes. */
export type PlainValue = string | number | boolean | null

export type PlainRow = Readonly<Record<string, PlainValue>>

export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<readonly PlainRow[]> {
  const reader = await connection.runAndReadAll(sql)
  const names = reader.columnNames()
  return reader.getRows().map((row) => Object.fromEntries(names.map((name, at) => [name, plainOf(row[at])])))
}

export async function rowOf(connection: DuckDBConnection, sql: string): Promise<PlainRow> {
  const [row] = await rowsOf(connection, sql)
  if (row === undefined) throw new Error(`no row: ${sql}`)
  return row
}

/** Row by row in the order of the query, without ever holding all of them; values in the order of the columns. */
export async function* streamRows(connection: DuckDBConnection, sql: string): AsyncGenerator<readonly PlainValue[]> {
  const result = await connection.stream(sql)
  for (;;) {
    const chunk = await result.fetchChunk()
    if (chunk === null || chunk.rowCount === 0) return
    for (const row of chunk.getRows()) yield row.map(plainOf)
  }
}

export function numberOf(row: PlainRow, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new Error(`${column} is no number: ${String(value)}`)
  return value
}

export function textOf(row: PlainRow, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new Error(`${column} is no text: ${String(value)}`)
  return value
}

function plainOf(value: DuckDBValue | undefined): PlainValue {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') {
    const number = Number(value)
    if (!Number.isSafeInteger(number)) throw new Error(`too large a number: ${value}`)
    return number
  }
  return String(value)
}
