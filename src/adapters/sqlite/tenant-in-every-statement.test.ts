import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Beside those said below, what opens a server's schema as a whole, nodes, which serve all districts, and what moves an office as a whole. */
const EXEMPT =
  /-migrations\.ts$|(?:^|[\\/])check-[\w-]+\.ts$|-checked-rows\.ts$|^postgres[\\/](?:open|migrate)-postgres\.ts$|^nodes[\\/]sql-nodes\.ts$|^office-copy[\\/]|^postgres[\\/](?:moving-mark|office-gate)\.ts$/

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

/** What reads no rows of anybody's: an engine's own tables, how an installation is cut into shards, locks, literals, rows already fetched. */
const OF_NOBODY =
  /FROM system\.|FROM information_schema\.|FROM pg_|FROM sqlite_schema |\brecord_shards\b|FROM record_files WHERE batch IS (?:NOT )?NULL|pg_try_advisory_lock|arrayJoin|read_parquet|^SELECT … FROM|^SELECT count\(\*\) AS records FROM \$\{table\}|FROM \$\{rows\}$/

test('every statement names the tenant', () => {
  const all = statements()
  expect(all.length).toBeGreaterThan(30)
  const isOwn = ([file, sql]: readonly [string, string]) =>
    sql.includes('tenant_id') ||
    OF_NOBODY.test(sql) ||
    PIECES.some(([piece, at]) => sql.includes(piece) && (piece.endsWith('(') || file === at))
  expect(all.filter((one) => !isOwn(one))).toEqual([])
})

test.each(PIECES)('%s holds the tenant', (_piece, file, made) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toContain(made)
})
