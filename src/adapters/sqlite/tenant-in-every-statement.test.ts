import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Beside those said below, what opens a server's schema as a whole, nodes, which serve all districts, and what moves an office as a whole. */
const EXEMPT =
  /-migrations\.ts$|(?:^|[\\/])check-[\w-]+\.ts$|^postgres[\\/](?:open|migrate)-postgres\.ts$|^nodes[\\/]sql-nodes\.ts$|^office-copy[\\/]|^postgres[\\/](?:moving-mark|office-gate)\.ts$/

/** Where DuckDB is asked: over files that each hold the records of one tenant. Its files say nothing to SQLite. */
const isDuckDb = (file: string, source: string): boolean =>
  /^records[\\/]/.test(file) && !source.includes("from '../sql/sql-database.ts'")

/**
 * Every text in the adapters that begins like a statement, but in migrations, which make tables for all, and in checks of a
 * whole file (`check-….ts`), which answer whether it holds and not what is in it.
 */
function statements(): readonly (readonly [file: string, sql: string])[] {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !EXEMPT.test(file),
  )
  return files.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    if (isDuckDb(file, source)) return []
    const texts = source.matchAll(/(['"`])\s*((?:SELECT|INSERT|UPDATE|DELETE|WITH|REPLACE)\s.*?)\1/gs)
    return [...texts].map((match) => [file, match[2] ?? ''] as const)
  })
}

test('every statement names the tenant', () => {
  const all = statements()
  expect(all.length).toBeGreaterThan(30)
  expect(all.filter(([, sql]) => !sql.includes('tenant_id') && !/FROM sqlite_schema /.test(sql))).toEqual([])
})
