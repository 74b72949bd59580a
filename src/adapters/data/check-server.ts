import type { PoolClient } from 'pg'
import type { DatabaseCheck } from '../../app/ports/data-house.ts'
import type { OfficeTable } from '../../app/ports/office-copy.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { refused, type Outcome } from '../../core/kernel/outcome.ts'
import { ACCESS_COLUMNS } from '../access-log/sql-access-log.ts'
import { nodeDigester } from '../digests/node-digester.ts'
import { checkChains } from '../ledger/check-chains.ts'
import { checkTables } from '../ledger/check-tables.ts'
import type { CheckedRows } from '../ledger/checked-rows.ts'
import { postgresCheckedRows } from '../ledger/postgres-checked-rows.ts'
import { NODE_MIGRATIONS } from '../nodes/node-migrations.ts'
import { OFFICE_STORES, officeGuards, officeTables, type OfficeStore } from '../office-copy/office-tables.ts'
import { hasLastVersions, storeVersions } from '../office-copy/postgres-office.ts'
import { PERSON_COLUMNS } from '../people/person-rows.ts'
import type { Postgres } from '../postgres/open-postgres.ts'
import { guardedPostgres } from '../postgres/postgres-fault.ts'
import { withTransaction } from '../postgres/postgres-sql.ts'
import { dataSetOf } from '../records/catalog.ts'
import { parsedOf } from '../records/parsed-column.ts'
import { corruption, orCorruption } from '../sql/corruption.ts'
import { checkRowIfSummed } from '../sql/row-checksum.ts'
import type { SqlRow } from '../sql/row.ts'

/** Every store of an office in a schema, all as of one moment, beside whoever writes. Nothing is changed or mended. */
export async function checkServer(postgres: Postgres): Promise<Outcome<readonly DatabaseCheck[]>> {
  const { pool, place } = postgres
  const isCurrent = await hasLastVersions(postgres, CHECKED)
  if (!isCurrent.ok) return isCurrent
  if (!isCurrent.value) return refused('check-database-older', older(place))
  const versions = await guardedPostgres(place, () => storeVersions(postgres))
  if (!versions.ok) return versions
  const there = CHECKED.filter(({ name }) => versions.value?.has(name))
  return guardedPostgres(place, () =>
    withTransaction(pool, 'REPEATABLE READ, READ ONLY', async (client) => {
      const checks: DatabaseCheck[] = []
      for (const store of there) checks.push(await checkStore(client, place, store))
      return checks
    }),
  )
}

/** Those that an office moves with, and which of its nodes live. */
const CHECKED: readonly OfficeStore[] = [
  ...OFFICE_STORES,
  { name: 'nodes', migrations: NODE_MIGRATIONS, isOptional: true },
]

function older(place: string): string {
  return `数据库“${place}”里没有一套完整的数据，或由较早的版本写成，没有检查。请核对地址和模式；升级过程序的，先启动一次服务再检查`
}

async function checkStore(client: PoolClient, place: string, store: OfficeStore): Promise<DatabaseCheck> {
  const { name } = store
  const tables = officeTables([store])
  const bytes = await sizeOf(client, tables)
  const missing = await missingGuard(client, name)
  const rows = postgresCheckedRows(client, place)
  if (name !== 'ledger') return { name, bytes, report: null, fault: missing ?? (await firstFault(rows, tables)) }
  const chains = await checkChains(rows, nodeDigester)
  const { sound, damages } = await checkTables(rows, nodeDigester)
  const unguarded =
    missing === null
      ? []
      : [{ part: 'schema', tenantId: null, assessmentId: null, seq: null, message: missing } as const]
  const report = { sound: { ...chains.sound, ...sound }, damages: [...unguarded, ...chains.damages, ...damages] }
  return { name, bytes, report, fault: null }
}

async function sizeOf(client: PoolClient, tables: readonly OfficeTable[]): Promise<number> {
  const { rows } = await client.query<{ bytes: number }>(
    `SELECT coalesce(sum(pg_total_relation_size(to_regclass(name))), 0)::bigint AS bytes FROM unnest($1::text[]) AS name`,
    [tables.map(({ name }) => name)],
  )
  return rows[0]?.bytes ?? 0
}

/** Who switches off what keeps rows from being changed need not have changed one; but nobody knows. */
async function missingGuard(client: PoolClient, store: string): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tgname AS name FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
     WHERE NOT tgisinternal AND tgenabled IN ('O', 'A') AND relnamespace = to_regnamespace(current_schema()::text)`,
  )
  const there = new Set(rows.map(({ name }) => name))
  const missing = officeGuards(store).filter((name) => !there.has(name))
  return missing.length === 0 ? null : `不许改动已有内容的触发器没有了或被停用：${missing.join('、')}`
}

/** Whose rows bear checksums. */
const SUMMED: Readonly<Record<string, readonly string[]>> = { person: PERSON_COLUMNS, access: ACCESS_COLUMNS }

/** What is a list or a record within a row, as JSON; NULL where there is none. */
const AS_JSON: Readonly<Record<string, readonly string[]>> = {
  record_files: ['sources', 'spread'],
  record_placings: ['spread'],
  record_imports: ['months'],
  record_lines: ['line'],
  import_profiles: ['profile_json'],
  declared_feeds: ['feeds'],
  job: ['about', 'pace', 'result'],
  upload: ['declared', 'ended'],
  node: ['keeps'],
}

/** Every row is read, held to its checksum where it has one, and must say what it says of records. */
async function firstFault(rows: CheckedRows, tables: readonly OfficeTable[]): Promise<string | null> {
  for (const { name, key } of tables)
    for await (const row of rows.each(`"${name}"`)) {
      const checked: Stored<unknown> = row.ok ? rows.read(() => checkRead(row.value, name, key)) : row
      if (!checked.ok) return checked.refusal.message
    }
  return null
}

function checkRead(row: SqlRow, table: string, key: readonly string[]): void {
  const name = `表 ${table} 的“${key.map((column) => String(row[column])).join('，')}”一行`
  const summed = SUMMED[table]
  if (summed !== undefined) checkRowIfSummed(row, summed, name)
  const said = orCorruption(() => {
    for (const column of AS_JSON[table] ?? []) if (row[column] !== null) parsedOf(row, column)
    if (row['data_set'] !== undefined) dataSetOf(row)
  })
  if (said instanceof Error) throw corruption(`${name}读不懂（${said.message}）`)
}
