import {
  DuckDBTypeId,
  StatementType,
  type DuckDBConnection,
  type DuckDBDataChunk,
  type DuckDBPreparedStatement,
  type DuckDBValue,
} from '@duckdb/node-api'
import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept, QueryAnswer } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'

type Value = string | number | null
type Row = readonly Value[]

/**
 * Runs one SELECT that was vetted, and fetches no more than one row too many. Rows come sorted by all their columns, what is
 * empty last: nobody else promises an order. Throws what DuckDB throws.
 */
export async function runSelect(
  connection: DuckDBConnection,
  sql: string,
  maxRows: number,
): Promise<Kept<QueryAnswer>> {
  // Throws where the text holds more than one statement.
  const statement = await connection.prepare(sql)
  try {
    return await runPrepared(statement, maxRows)
  } finally {
    // The connection is kept for other queries, and with it what it has prepared.
    statement.destroySync()
  }
}

/** The names of what a vetted SELECT would answer, over tables that are there. Throws what DuckDB throws. */
export async function selectColumns(connection: DuckDBConnection, sql: string): Promise<Kept<readonly string[]>> {
  const statement = await connection.prepare(sql)
  try {
    return columnsOf(statement)
  } finally {
    statement.destroySync()
  }
}

function columnsOf(statement: DuckDBPreparedStatement): Kept<readonly string[]> {
  if (statement.statementType !== StatementType.SELECT || statement.parameterCount > 0)
    throw new Error('what was vetted is not what is run')
  const columns = Array.from({ length: statement.columnCount }, (_, at) => statement.columnName(at))
  const odd = columns.findIndex((_, at) => !READERS.has(statement.columnTypeId(at)))
  if (odd < 0) return accepted(columns)
  return refusedRecords(
    'query-refused',
    `得出的“${columns[odd]}”是 ${statement.columnType(odd).toString()}；只能是文字、整数、日期或时间`,
  )
}

async function runPrepared(statement: DuckDBPreparedStatement, maxRows: number): Promise<Kept<QueryAnswer>> {
  const named = columnsOf(statement)
  if (!named.ok) return named
  const columns = named.value
  const types = columns.map((_, at) => statement.columnTypeId(at))
  const result = await statement.stream()
  const rows: Row[] = []
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    if (rows.length + chunk.rowCount > maxRows) return refusedRecords('query-too-many', String(maxRows))
    const unread = readRows(chunk, types, rows)
    if (unread !== null) return inexact(columns[unread.column] ?? '', unread.value, unread.why)
  }
  return accepted({ columns, rows: rows.toSorted(inOrder) })
}

/** A value that cannot be told exactly. */
export function inexact(
  column: string,
  value: string,
  why = '超出能精确表示的整数',
): Extract<Kept<never>, { ok: false }> {
  return refusedRecords('query-refused', `得出的“${column}”里有 ${value}，${why}`)
}

interface Unread {
  readonly column: number
  readonly value: string
  readonly why: string | undefined
}

function readRows(chunk: DuckDBDataChunk, types: readonly DuckDBTypeId[], rows: Row[]): Unread | null {
  const columns: Value[][] = []
  for (const [column, type] of types.entries()) {
    const values: Value[] = []
    for (const value of chunk.getColumnValues(column)) {
      const read = value === null ? null : READERS.get(type)?.(value)
      if (read === undefined) return { column, value: String(value), why: WHY.get(type) }
      values.push(read)
    }
    columns.push(values)
  }
  for (let at = 0; at < chunk.rowCount; at += 1) rows.push(columns.map((values) => values[at] ?? null))
  return null
}

/** Undefined where the value cannot be told exactly. */
type Reader = (value: DuckDBValue) => Value | undefined

const whole: Reader = (value) => {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : undefined
}

const time: Reader = (value) => {
  const text = String(value)
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u.test(text) ? text : undefined
}

const day: Reader = (value) => {
  const text = String(value)
  return /^\d{4}-\d\d-\d\d$/u.test(text) ? text : undefined
}

/** What a comparison comes to is 1 or 0, as on the cluster. */
const READERS: ReadonlyMap<DuckDBTypeId, Reader> = new Map<DuckDBTypeId, Reader>([
  [DuckDBTypeId.VARCHAR, (value) => (typeof value === 'string' ? value : undefined)],
  [DuckDBTypeId.BOOLEAN, (value) => (value === true ? 1 : 0)],
  [DuckDBTypeId.TINYINT, whole],
  [DuckDBTypeId.SMALLINT, whole],
  [DuckDBTypeId.INTEGER, whole],
  [DuckDBTypeId.BIGINT, whole],
  [DuckDBTypeId.HUGEINT, whole],
  [DuckDBTypeId.DATE, day],
  [DuckDBTypeId.TIMESTAMP, time],
  [DuckDBTypeId.SQLNULL, () => null],
])

const WHY: ReadonlyMap<DuckDBTypeId, string> = new Map([
  [DuckDBTypeId.DATE, '不是 0001 到 9999 年的日期'],
  [DuckDBTypeId.TIMESTAMP, '不是整秒的时间'],
])

/** By all columns, what is empty last. */
export function inOrder(one: Row, other: Row): number {
  for (const [at, value] of one.entries()) {
    const against = other[at] ?? null
    if (value === against) continue
    if (value === null) return 1
    if (against === null) return -1
    return value < against ? -1 : 1
  }
  return 0
}
