import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { checkHeader } from './check-header.ts'
import { SAMPLE_ROWS } from './csv-shape.ts'
import type { Incoming } from './incoming.ts'

export interface ParquetLook {
  readonly header: readonly string[]
  /** Aligned with the header: SQL that gives the value as text, as a sheet would show it. */
  readonly texts: readonly string[]
  readonly sample: readonly (readonly string[])[]
}

/**
 * Whether a Parquet file has rows, and columns of single values whose digits are all there; and, where it is read through,
 * whether every value in it can be read. That is done in a DuckDB of its own, which a damaged file may leave unusable.
 */
export async function lookAtParquet(
  { path, fileName, signal }: Incoming,
  { isReadThrough }: { readonly isReadThrough: boolean },
): Promise<Kept<ParquetLook>> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '512MB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  const interrupt = () => connection.interrupt()
  signal?.addEventListener('abort', interrupt)
  try {
    return await look(connection, `read_parquet(${literal(path)})`, fileName, isReadThrough)
  } catch (error) {
    if (signal?.aborted === true) return refusedRecords('import-stopped')
    // The statements are ours and right: what DuckDB cannot do is read this file.
    return refusedRecords('file-damaged', fileName, firstLine(error))
  } finally {
    signal?.removeEventListener('abort', interrupt)
    instance.closeSync()
  }
}

async function look(
  connection: DuckDBConnection,
  table: string,
  fileName: string,
  isReadThrough: boolean,
): Promise<Kept<ParquetLook>> {
  const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson() as (string | null)[][]
  const columns = (await rowsOf(`DESCRIBE SELECT * FROM ${table}`)).map(([name, type]) => ({
    name: name ?? '',
    type: type ?? '',
  }))
  const nested = columns.filter(({ type }) => textOf('', type) === null)
  if (nested.length > 0) return refusedRecords('columns-nested', fileName, nested.map(({ name }) => name).join('、'))
  const names = checkHeader(
    fileName,
    columns.map(({ name }) => name),
    [],
  )
  if (!names.ok) return names
  const texts = columns.map(({ name, type }) => textOf(identifier(name), type) ?? '')
  const sample = await rowsOf(`SELECT ${texts.join(', ')} FROM ${table} LIMIT ${SAMPLE_ROWS}`)
  if (sample.length === 0) return refusedRecords('file-no-rows', fileName)
  for (const { name } of columns.filter(({ type }) => isFloating(type))) {
    const column = identifier(name)
    const [long] = await rowsOf(
      `SELECT ${column} FROM ${table} WHERE abs(${column}) >= 1e15 AND NOT isnan(${column}) LIMIT 1`,
    )
    if (long !== undefined) return refusedRecords('column-inexact', fileName, name, String(long[0]))
  }
  if (isReadThrough) await rowsOf(`SELECT bit_xor(hash(${texts.join(', ')})) FROM ${table}`)
  return accepted({
    header: names.value,
    texts,
    sample: sample.map((cells) => cells.map((cell) => cell ?? '')),
  })
}

/** China's clocks have stood 8 hours before UTC since 1991. */
const SHANGHAI_MICROSECONDS = 28_800_000_000
const CLOCK = "'%Y-%m-%d %H:%M:%S'"
const AS_IT_IS =
  /^(?:VARCHAR|BOOLEAN|DATE|TIME|UUID|U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL\(\d+,\d+\)|ENUM\(.*\))$/u

/** Null for what is not a single value. */
function textOf(column: string, type: string): string | null {
  if (isFloating(type))
    return `CASE WHEN isnan(${column}) THEN NULL WHEN ${column} = trunc(${column}) AND abs(${column}) < 1e15 THEN CAST(CAST(${column} AS BIGINT) AS VARCHAR) ELSE CAST(${column} AS VARCHAR) END`
  if (type === 'TIMESTAMP WITH TIME ZONE')
    return `strftime(make_timestamp(epoch_us(${column}) + ${SHANGHAI_MICROSECONDS}), ${CLOCK})`
  if (/^TIMESTAMP(?:_NS|_MS|_S)?$/u.test(type)) return `strftime(${column}, ${CLOCK})`
  return AS_IT_IS.test(type) ? `CAST(${column} AS VARCHAR)` : null
}

function isFloating(type: string): boolean {
  return type === 'DOUBLE' || type === 'FLOAT'
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function firstLine(error: unknown): string {
  return /^.{0,120}/u.exec(error instanceof Error ? error.message : String(error))?.[0] ?? ''
}
