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
import { OFFICE_STORES, officeGuards, officeTables } from '../office-copy/office-tables.ts'
import { hasLastVersions } from '../office-copy/postgres-office.ts'
import { PERSON_COLUMNS } from '../people/person-rows.ts'
import type { Postgres } from '../postgres/open-postgres.ts'
import { guardedPostgres } from '../postgres/postgres-fault.ts'
import { withTransaction } from '../postgres/postgres-sql.ts'
import { checkRowIfSummed } from '../sql/row-checksum.ts'
import type { SqlRow } from '../sql/row.ts'

/** Every store of an office in a schema, all as of one moment, beside whoever writes. Nothing is changed or mended. */
export async function checkServer(postgres: Postgres): Promise<Outcome<readonly DatabaseCheck[]>> {
  const { pool, place } = postgres
  const isCurrent = await guardedPostgres(place, () => hasLastVersions(postgres))
  if (!isCurrent.ok) return isCurrent
  if (!isCurrent.value) return refused('check-database-older', older(place))
  return guardedPostgres(place, () =>
    withTransaction(pool, 'REPEATABLE READ, READ ONLY', async (client) => {
      const checks: DatabaseCheck[] = []
      for (const { name } of OFFICE_STORES) checks.push(await checkStore(client, place, name))
      return checks
    }),
  )
}

function older(place: string): string {
  return `数据库“${place}”里没有一套完整的数据，或由较早的版本写成，没有检查。请核对地址和模式；升级过程序的，先启动一次服务再检查`
}

async function checkStore(client: PoolClient, place: string, name: string): Promise<DatabaseCheck> {
  const tables = officeTables().filter(({ store }) => store === name)
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

/** Every row is read, and held to its checksum where it has one. */
async function firstFault(rows: CheckedRows, tables: readonly OfficeTable[]): Promise<string | null> {
  for (const { name, key } of tables)
    for await (const row of rows.each(`"${name}"`)) {
      const checked: Stored<unknown> = row.ok ? rows.read(() => checkSummed(row.value, name, key)) : row
      if (!checked.ok) return checked.refusal.message
    }
  return null
}

function checkSummed(row: SqlRow, table: string, key: readonly string[]): void {
  const columns = SUMMED[table]
  if (columns === undefined) return
  checkRowIfSummed(row, columns, `表 ${table} 的“${key.map((name) => String(row[name])).join('，')}”一行`)
}
