import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Beside those said below, what opens a server's schema as a whole, nodes, which serve all districts, and what moves an office, or its records, as a whole. */
const EXEMPT =
  /-migrations\.ts$|(?:^|[\\/])check-[\w-]+\.ts$|-checked-rows\.ts$|^postgres[\\/](?:open|migrate)-postgres\.ts$|^nodes[\\/]sql-nodes\.ts$|^office-copy[\\/]|^postgres[\\/](?:moving-mark|office-gate)\.ts$|^records[\\/]catalog-placings\.ts$/

/** Where DuckDB is asked: over files that each hold the records of one tenant. Its files say nothing to SQLite. */
const isDuckDb = (file: string, source: string): boolean =>
  /^records[\\/]/.test(file) && !source.includes("from '../sql/sql-database.ts'")

/**
 * Every text in the adapters that begins like a statement, but in migrations, which make tables for all, and in checks of a
 * whole file (`check-….ts`), which answer whether it holds and not what is in it.
 */
function statements(): readonly (readonly [file: string, sql: string])[] {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !EXEMPT.test(file),
  )
  return files.flatMap((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8')
    if (isDuckDb(file, source)) return []
    const texts = source.matchAll(/(['"`])\s*((?:SELECT|INSERT|UPDATE|DELETE|WITH|REPLACE)\s.*?)\1/gs)
    return [...texts].map((match) => [file, match[2] ?? ''] as const)
  })
}

/** Pieces that statements are put together of and that hold the tenant, by the file that makes them: looked at below. */
const PIECES: readonly (readonly [piece: string, file: string, made: string])[] = [
  ['${ONE}', 'objects/upload-register.ts', "const ONE = 'tenant_id = ? AND"],
  ['${own}', 'clickhouse/forget-batches.ts', 'const own = `tenant_id = ${'],
  ['${own}', 'districts/shards-place.ts', 'const own = `tenant_id = ${'],
  ['${whereIn(', 'clickhouse/batch-versions.ts', 'WHERE tenant_id = ${'],
  ['${rowsIn(', 'clickhouse/bring-batches.ts', 'WHERE tenant_id = ${'],
  ['${batchesOf(', 'clickhouse/click-views.ts', 'WHERE tenant_id = ${'],
]

/** What reads no rows of anybody's: an engine's own tables, how an installation is cut into shards, locks, sequences, literals, rows already fetched. */
const OF_NOBODY =
  /FROM system\.|^SELECT uptime\(\)|nextval\(|FROM information_schema\.|FROM pg_|FROM sqlite_schema |\brecord_shards\b|FROM record_files WHERE batch IS (?:NOT )?NULL|pg_try_advisory_lock|arrayJoin|read_parquet|storedRows|^SELECT … FROM|^SELECT count\(\*\) AS records FROM \$\{(?:table|quoted\(table\))\}|FROM \$\{rows\}$/

/** Pieces that bind no tenant: what they stand in has to do it, or is known to be of all. */
const UNBINDING = /\$\{(?:OF_NO_FILE|IN_ORDER)\}/g

/** What is asked of all tenants at once, and why that is right: nobody who is asked for one is answered with another. */
const OF_ALL: readonly (readonly [file: string, begins: string, why: string])[] = [
  ['access-log/sql-access-log.ts', 'WITH RECURSIVE own', 'which have entries that are kept long enough'],
  ['answers/sql-answers.ts', 'DELETE FROM answer WHERE node_id = ?', 'a node is dead, whomever it served'],
  ['answers/sql-answers.ts', 'DELETE FROM answer WHERE claimed_at', 'what is old is so in all'],
  ['districts/postgres-rows.ts', 'SELECT t.table_name', 'which tables name tenants'],
  ['jobs/sql-jobs.ts', 'SELECT DISTINCT tenant_id FROM job', 'which have work that a dead node may have left'],
  ['jobs/sql-jobs.ts', 'DELETE FROM job WHERE ended_at', 'what is old is so in all'],
  ['ledger/delivery-rows.ts', 'SELECT state, count(*) AS number FROM deliveries GROUP', 'how many there are'],
  ['ledger/delivery-rows.ts', 'SELECT tenant_id FROM (SELECT DISTINCT', 'which have something to be sent'],
  ['ledger/postgres-messages.ts', "SELECT setval('message_places'", 'places go on behind all that are there'],
  ['ledger/sql-ledger-looks.ts', 'SELECT heads.tenant_id', 'which may have something to be reminded of'],
  ['people/sql-calendars.ts', 'SELECT tenant_id, version FROM calendar', 'which have other calendars than before'],
  ['objects/upload-register.ts', 'SELECT DISTINCT tenant_id FROM upload', 'which have uploads to be swept'],
  ['people/sql-sessions.ts', 'DELETE FROM session WHERE expires_at', 'what is over is so in all'],
  ['people/sql-sessions.ts', 'DELETE FROM sign_on_attempt WHERE expires_at', 'what is over is so in all'],
  ['people/sql-tenants.ts', 'SELECT * FROM tenant ORDER BY tenant_id', 'which there are'],
  ['people/sql-tenants.ts', 'SELECT removed_tenant_id, name', 'which there were'],
  ['records/catalog-batches.ts', 'SELECT DISTINCT b.tenant_id', 'which have batches to be removed'],
  ['records/catalog.ts', 'SELECT tenant_id FROM refused_imports', 'which have files to be removed'],
  ['records/catalog.ts', 'SELECT tenant_id, import_id FROM refused_imports', 'a folder that is swept as a whole'],
  ['records/catalog.ts', 'SELECT * FROM record_files ORDER BY tenant_id', 'a folder that is swept as a whole'],
  [
    'records/catalog.ts',
    'DELETE FROM record_files_gone WHERE tenant_id IS NOT NULL',
    'a folder that is swept as a whole',
  ],
]

/** A tenant that is bound to a value, or pieces that are looked at below. */
const BOUND = /tenant_id\s*=\s*(?:\?|\$\d|@)|<>|INSERT INTO|\$\{/

const isOfAll = ([file, sql]: readonly [string, string]) =>
  OF_ALL.some(([at, begins]) => file === at && sql.startsWith(begins))

test('every statement names the tenant, or is known to be of all', () => {
  const all = statements()
  expect(all.length).toBeGreaterThan(30)
  const isOwn = ([file, sql]: readonly [string, string]) =>
    sql.includes('tenant_id') ||
    OF_NOBODY.test(sql) ||
    PIECES.some(([piece, at]) => sql.includes(piece) && (piece.endsWith('(') || file === at))
  expect(all.filter((one) => !isOwn(one) && !isOfAll(one))).toEqual([])
})

test('every statement is of one tenant, or is known to be of all', () => {
  const isBound = (sql: string) => BOUND.test(sql.replaceAll(UNBINDING, ''))
  const unbound = statements().filter((one) => isOfAll(one) || (one[1].includes('tenant_id') && !isBound(one[1])))
  expect(unbound.filter((one) => !isOfAll(one))).toEqual([])
  expect(unbound.filter(([, sql]) => isBound(sql))).toEqual([])
  expect(unbound).toHaveLength(OF_ALL.length)
})

test.each(PIECES)('%s holds the tenant', (_piece, file, made) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toContain(made)
})
