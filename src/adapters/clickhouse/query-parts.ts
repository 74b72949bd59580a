import type { DuckDBConnection } from '@duckdb/node-api'
import { wordFaults } from '../../core/detection/portable-words.ts'
import { sqlTokens, type SqlToken } from '../../core/detection/sql-tokens.ts'
import type { QueryAsked } from '../../app/ports/record-store.ts'
import { parsedSelect, readSelect } from '../records/read-select.ts'
import { queryTables } from '../records/tables-for-query.ts'
import type { SqlNode } from '../records/vetting.ts'
import { proveSpread, type Proven, type ToProve } from './proof/prove-spread.ts'

/** What is fetched so that DuckDB can answer. */
export interface Gathering {
  /** What DuckDB is asked over it. */
  readonly sql: string
  readonly node: SqlNode
  /** The tables that it names, and not as parts. */
  readonly used: ReadonlySet<string>
  readonly parts: readonly QueryPart[]
}

/** A SELECT within a query that the shards answer though they cannot answer the query: its rows lie in a table of this name. */
interface QueryPart {
  readonly name: string
  readonly sql: string
  readonly place: Exclude<Proven['kind'], 'doubted'>
  readonly used: ReadonlySet<string>
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

/**
 * The query with its largest SELECTs in parentheses that are proven taken out, so that sums travel and not what they are made
 * of. Null where none is. The tables of the query are there, over no records.
 */
export async function partedQuery(
  connection: DuckDBConnection,
  { sql, dataSets }: QueryAsked,
  toProve: ToProve,
): Promise<Gathering | null> {
  const tokens = sqlTokens(sql)
  // The parser has quotes of which these tokens know nothing: what stands in parentheses within them is no query.
  if (wordFaults(tokens, 1).some(({ code }) => code === 'sign-refused' || code === 'sql-unclosed')) return null
  const tables = queryTables(dataSets)
  const parts: QueryPart[] = []
  let [made, typed] = ['', '']
  let end = 0
  for (const [from, to] of selectsIn(tokens)) {
    // Within one that was taken.
    if (from < end) continue
    const name = `fetched_${parts.length + 1}`
    const part = await partOf(connection, sql.slice(from, to), name, tables, toProve)
    if (part === null) continue
    parts.push(part)
    const before = sql.slice(end, from)
    made += `${before}SELECT ${part.columns.map((column) => `"${column.name}"`).join(', ')} FROM ${name}`
    typed += `${before}SELECT ${part.columns.map((column) => `CAST(NULL AS ${column.type}) AS "${column.name}"`).join(', ')}`
    end = to
  }
  if (parts.length === 0 || !(await haveSameTypes(connection, sql, typed + sql.slice(end)))) return null
  const rest = made + sql.slice(end)
  const known = parts.map((part) => [part.name, part.columns.map(({ name }) => name)] as const)
  const used = await readSelect(connection, rest, new Map([...tables, ...known]))
  if (!used.ok) return null
  const own = [...used.value].filter((name) => tables.has(name))
  return { sql: rest, node: await parsedSelect(connection, rest), used: new Set(own), parts }
}

async function partOf(
  connection: DuckDBConnection,
  sql: string,
  name: string,
  tables: ReadonlyMap<string, readonly string[]>,
  toProve: ToProve,
): Promise<QueryPart | null> {
  const used = await readSelect(connection, sql, tables)
  // Of reference tables alone, nothing would have to travel.
  if (!used.ok || !toProve.dataSets.some((one) => used.value.has(one))) return null
  const proven = proveSpread(sql, await parsedSelect(connection, sql), toProve)
  if (proven.kind === 'doubted') return null
  const columns = await typedColumns(connection, sql)
  return columns === null ? null : { name, sql, place: proven.kind, used: used.value, columns }
}

/** As DuckDB would make them; null where a shard would write one of them otherwise. */
async function typedColumns(connection: DuckDBConnection, sql: string): Promise<QueryPart['columns'] | null> {
  const columns = await columnsOf(connection, sql)
  const isPlain = columns.every(({ name, type }) => TYPES.has(type) && !name.includes('"'))
  return isPlain ? columns : null
}

/** A table has no type of NULL alone, which goes with values of every other: with one that it has, DuckDB may refuse the query. */
async function haveSameTypes(connection: DuckDBConnection, sql: string, typed: string): Promise<boolean> {
  const columns = await columnsOf(connection, typed).catch(() => null)
  return JSON.stringify(columns) === JSON.stringify(await columnsOf(connection, sql))
}

async function columnsOf(connection: DuckDBConnection, sql: string): Promise<QueryPart['columns']> {
  const statement = await connection.prepare(sql)
  try {
    return Array.from({ length: statement.columnCount }, (_, at) => {
      const type = statement.columnType(at).toString()
      return { name: statement.columnName(at), type: type === '"NULL"' ? 'INTEGER' : type }
    })
  } finally {
    statement.destroySync()
  }
}

const TYPES: ReadonlySet<string> = new Set(['VARCHAR', 'DATE', 'TIMESTAMP', 'INTEGER', 'BIGINT', 'HUGEINT'])

/** Where each `(SELECT …)` stands without its parentheses, those around others first. */
function selectsIn(tokens: readonly SqlToken[]): readonly (readonly [from: number, to: number])[] {
  const open: SqlToken[] = []
  const found: (readonly [number, number])[] = []
  for (const token of tokens) {
    if (token.kind !== 'sign') continue
    if (token.text === '(') open.push(token)
    if (token.text !== ')') continue
    const start = open.pop()
    const first = tokens.find((one) => start !== undefined && one.start >= start.end)
    if (start !== undefined && first?.text.toUpperCase() === 'SELECT') found.push([start.end, token.start])
  }
  return found.toSorted(([one], [other]) => one - other)
}
