import { DuckDBInstance, StatementType, type DuckDBConnection } from '@duckdb/node-api'
import * as fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { boundSql } from '../../core/detection/bind-parameters.ts'
import { DATA_SETS } from '../../core/records/data-sets.ts'
import { NOTICE, readDetection, settingOf } from '../../../test/detections/detection-case.ts'
import { readSelect } from './read-select.ts'
import { queryTables, viewOf } from './tables-for-query.ts'

let connection: DuckDBConnection
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
  for (const { name } of DATA_SETS) await connection.run(viewOf(name, []))
  for (const [name, columns] of queryTables([]))
    await connection.run(`CREATE TABLE ${name} (${columns.map((column) => `${column} VARCHAR`).join(', ')})`)
  return () => connection.closeSync()
})

const names = readdirSync(new URL('detections/', NOTICE))
  .filter((name) => name.endsWith('.sql'))
  .map((name) => name.slice(0, -'.sql'.length))

const STRANGE = [
  `read_text('/etc/passwd')`,
  `(SELECT content FROM read_text('/etc/passwd'))`,
  `'/etc/passwd.csv'`,
  'duckdb_settings()',
  'meetings',
  'main.ratings',
  'UNION ALL SELECT * FROM stations',
  'UNION SELECT 1',
  '; DROP VIEW ratings;',
  '; SELECT 1',
  'current_user',
  'random()',
  'AS',
  'WITH x AS (SELECT 1)',
  'OVER ()',
  '*',
  'NULL',
  '/*',
  '*/',
  '--',
  "'",
  '"',
  '$$',
  '(',
  ')',
  ',',
  '$1',
]

type Edit = readonly [kind: 'insert' | 'replace' | 'remove', at: number, piece: string]
const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom('insert', 'replace', 'remove'),
  fc.nat(10_000),
  fc.constantFrom(...STRANGE),
)

test('whatever is let through is one SELECT that names no table but those it may', async () => {
  let passed = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.array(edit, { maxLength: 3 }), async (name, edits) => {
      const detection = readDetection(name)
      const pieces = boundSql(detection, settingOf({})).split(/(\s+|[(),])/u)
      for (const [kind, at, piece] of edits)
        pieces.splice(at % pieces.length, kind === 'insert' ? 0 : 1, ...(kind === 'remove' ? [] : [` ${piece} `]))
      const sql = pieces.join('')
      const tables = queryTables(detection.dataSets)
      const read = await readSelect(connection, sql, tables)
      if (!read.ok) {
        expect(read.refusal.code).toBe('query-refused')
        return
      }
      passed += 1
      // Told with quotes where it is a word of SQL too, and with its alias.
      const named = connection
        .getTableNames(sql, true)
        .map((table) => table.replaceAll('"', '').replace(/ AS .*$/u, ''))
      expect(named.filter((table) => !tables.has(table))).toEqual([])
      const statements = await connection.extractStatements(sql)
      expect(statements.count).toBe(1)
      const prepared = await statements.prepare(0).catch((error: unknown) => String(error))
      if (typeof prepared === 'string') expect(prepared).toMatch(/Binder Error|Conversion Error/u)
      else expect([prepared.statementType, prepared.parameterCount]).toEqual([StatementType.SELECT, 0])
    }),
    { numRuns: 600 },
  )
  expect(passed).toBeGreaterThan(50)
})
