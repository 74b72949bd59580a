import type { DuckDBConnection } from '@duckdb/node-api'
import { refusedRecords, type RecordRefusalCode } from '../../app/ports/record-refusals.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import { LONGEST_SQL } from './allowed-sql.ts'
import { literal } from './stored-columns.ts'
import { vetSelect } from './vet-select.ts'
import { nodeOf, nodesOf, wordOf, type SqlNode } from './vetting.ts'

/**
 * Which of the given tables (name -> columns) a text reads that is one SELECT and may be run. The text is only parsed, by
 * the parser that will run it. `query-refused` says what is not allowed and where.
 */
export async function readSelect(
  connection: DuckDBConnection,
  sql: string,
  tables: ReadonlyMap<string, readonly string[]>,
): Promise<Outcome<ReadonlySet<string>, RecordRefusalCode>> {
  if (sql.length > LONGEST_SQL) return refusedRecords('query-refused', `超过 ${LONGEST_SQL} 个字`)
  const strange = STRANGE.exec(sql)
  if (strange) return refusedRecords('query-refused', `${placed(sql, byteAt(sql, strange.index))}有不能打印的字符`)
  const parsed = await parse(connection, sql)
  if (parsed['error'] === true) return refusedRecords('query-refused', unparsed(sql, parsed))
  const statements = nodesOf(parsed['statements'])
  const [statement] = statements
  if (statement === undefined) return refusedRecords('query-refused', '没有内容')
  if (statements.length > 1) return refusedRecords('query-refused', `有 ${statements.length} 条语句；只能有一条 SELECT`)
  const { used, complaints } = vetSelect(nodeOf(statement['node']), tables)
  const [complaint] = complaints
  if (complaint === undefined) return accepted(used)
  return refusedRecords('query-refused', `${placed(sql, complaint.at)}${complaint.detail}`)
}

/** The SELECT as the parser reads it, of a text that `readSelect` let through. */
export async function parsedSelect(connection: DuckDBConnection, sql: string): Promise<SqlNode> {
  const parsed = await parse(connection, sql)
  return nodeOf(nodesOf(parsed['statements'])[0]?.['node'])
}

/** Control characters but tab and line ends, and halves of characters: a zero byte would end the text early for one reader. */
const STRANGE = /[^\P{Cc}\t\n\r]|\p{Cs}/u

async function parse(connection: DuckDBConnection, sql: string): Promise<Readonly<Record<string, unknown>>> {
  // As a literal: with a parameter, it takes four more turns of another thread, each of which may have to wait.
  const answer = await connection.runAndReadAll(`SELECT json_serialize_sql(${literal(sql)})`)
  return nodeOf(JSON.parse(String(answer.getRows()[0]?.[0])))
}

function unparsed(sql: string, parsed: Readonly<Record<string, unknown>>): string {
  if (parsed['error_type'] === 'not implemented') return '不是 SELECT；只能是一条 SELECT'
  const at = Number(parsed['position'])
  const place = Number.isSafeInteger(at) && 'position' in parsed ? at : null
  const rest = place === null ? '' : Buffer.from(sql).subarray(place).toString()
  const parameter = /^[:?$]\w*/u.exec(rest)?.[0]
  if (parameter !== undefined) return `${placed(sql, place)}参数 ${parameter} 没有填上值`
  return `${placed(sql, place)}写法有误（${wordOf(parsed, 'error_message')}）`
}

/** `at` in UTF-8 bytes. */
function placed(sql: string, at: number | null): string {
  if (at === null) return ''
  const before = Buffer.from(sql).subarray(0, at).toString().split('\n')
  return `第 ${before.length} 行第 ${Array.from(before.at(-1) ?? '').length + 1} 个字：`
}

function byteAt(sql: string, unit: number): number {
  return Buffer.byteLength(sql.slice(0, unit))
}
