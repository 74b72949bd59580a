import type { Pool, PoolClient, QueryConfig } from 'pg'
import { escapeLiteral } from 'pg'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { corruption } from '../sql/corruption.ts'

type Row = Readonly<Record<string, unknown>>
type Asked = Pick<PoolClient, 'query'>

/**
 * The rows of a district in each table of the schema that names districts, as of one moment. In the order of the table's key, so
 * that the same rows are always told alike.
 */
export async function readPostgresRows(
  pool: Pool,
  tenantId: TenantId,
  take: (table: string, rows: AsyncIterable<Row>) => Promise<void>,
): Promise<void> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    for (const table of await tenantTables(client)) {
      const order = (await keyOf(client, table)).map((column) => `"${column}"`).join(', ')
      await client.query(
        `DECLARE told NO SCROLL CURSOR FOR SELECT * FROM "${table}" WHERE tenant_id = ${escapeLiteral(tenantId)}
         ${order === '' ? '' : `ORDER BY ${order}`}`,
      )
      await take(table, fetched(client))
      await client.query('CLOSE told')
    }
  } finally {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost
    })
    client.release(broken)
  }
}

async function* fetched(client: PoolClient): AsyncIterable<Row> {
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH FORWARD ${PAGE} FROM told`)
    yield* rows
    if (rows.length < PAGE) return
  }
}

const PAGE = 1_000

/**
 * Takes every row of the district out of the schema, and nothing of another's, in the transaction of `client`. The triggers that
 * keep rows are out of force until it ends, for nobody else: who writes to their tables waits for it. They are as before
 * afterwards, or nothing has happened.
 */
export async function removePostgresRows(client: PoolClient, tenantId: TenantId): Promise<Record<string, number>> {
  const tables = await inOrder(client, await tenantTables(client))
  const before = await triggersOf(client)
  const kept = tables.filter((table) => before.some((trigger) => trigger.table === table))
  if (kept.length > 0)
    await client.query(`LOCK TABLE ${kept.map((table) => `"${table}"`).join(', ')} IN SHARE ROW EXCLUSIVE MODE`)
  for (const table of kept) await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
  const removed: Record<string, number> = {}
  for (const table of tables) {
    const { rowCount } = await client.query(patient(`DELETE FROM "${table}" WHERE tenant_id = $1`, [tenantId]))
    removed[table] = rowCount ?? 0
  }
  for (const table of kept) await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`)
  if (JSON.stringify(await triggersOf(client)) !== JSON.stringify(before))
    throw corruption('the triggers are not what they were')
  return removed
}

/** Of a district with years of events. The driver knows the setting, its types do not. */
function patient(text: string, values: unknown[]): QueryConfig {
  const config: QueryConfig & { readonly query_timeout: number } = { text, values, query_timeout: REMOVING_MS }
  return config
}

const REMOVING_MS = 3_600_000

async function tenantTables(client: Asked): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT t.table_name AS name FROM information_schema.tables t JOIN information_schema.columns c
       ON c.table_schema = t.table_schema AND c.table_name = t.table_name AND c.column_name = 'tenant_id'
     WHERE t.table_schema = current_schema() AND t.table_type = 'BASE TABLE'`,
  )
  return rows.map(({ name }) => name).toSorted()
}

async function keyOf(client: Asked, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT k.column_name AS name FROM information_schema.key_column_usage k JOIN information_schema.table_constraints c
       ON c.constraint_schema = k.constraint_schema AND c.constraint_name = k.constraint_name
         AND c.table_name = k.table_name
     WHERE c.constraint_type = 'PRIMARY KEY' AND c.table_schema = current_schema() AND c.table_name = $1
     ORDER BY k.ordinal_position`,
    [table],
  )
  return rows.map(({ name }) => name)
}

/** Whatever points at rows goes before them. */
async function inOrder(client: Asked, tables: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `SELECT child.relname AS from, parent.relname AS to FROM pg_constraint
       JOIN pg_class child ON child.oid = conrelid JOIN pg_class parent ON parent.oid = confrelid
     WHERE contype = 'f' AND child.relnamespace = current_schema()::regnamespace AND conrelid <> confrelid`,
  )
  const ordered: string[] = []
  let left = tables
  while (left.length > 0) {
    const free = left.filter((table) => !rows.some(({ from, to }) => to === table && left.includes(from)))
    if (free.length === 0) throw new Error(`tables point at each other: ${left.join(', ')}`)
    ordered.push(...free)
    left = left.filter((table) => !free.includes(table))
  }
  return ordered
}

interface Trigger {
  readonly table: string
  readonly name: string
  readonly state: string
  readonly sql: string
}

async function triggersOf(client: Asked): Promise<readonly Trigger[]> {
  const { rows } = await client.query<Trigger>(
    `SELECT c.relname AS table, tgname AS name, tgenabled::text AS state, pg_get_triggerdef(t.oid) AS sql
     FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
     WHERE c.relnamespace = current_schema()::regnamespace AND NOT tgisinternal ORDER BY 1, 2`,
  )
  return rows
}
