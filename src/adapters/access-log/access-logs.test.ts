import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { accessLogConformance } from '../../../test/conformance/access-log.ts'
import { id } from '../../core/kernel/identifiers.ts'
import type { Clock } from '../../app/ports/clock.ts'
import { systemClock } from '../clock/system-clock.ts'
import { openDatabase, type Database } from '../sqlite/open-database.ts'
import { ACCESS_MIGRATIONS } from './access-migrations.ts'
import { memoryAccessLog } from './memory-access-log.ts'
import { openSqliteAccessLog } from './sqlite-access-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-access-'))
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const newPath = (): string => join(folder, `${(files += 1)}.sqlite`)

function opened(path: string, clock: Clock) {
  const log = openSqliteAccessLog(path, clock)
  if (!log.ok) throw new Error(log.refusal.message)
  closing.push(log.value.close)
  return log.value
}

accessLogConformance('memory', memoryAccessLog)
accessLogConformance('SQLite', (clock) => opened(newPath(), clock))

test.each(ACCESS_MIGRATIONS.map((_sql, version) => version))('a file of version %i goes forward', async (version) => {
  const path = newPath()
  const before = openDatabase(path, ACCESS_MIGRATIONS.slice(0, version))
  if (before.ok) before.value.close()
  const filter = { personId: null, action: null, result: null, from: null, to: null }
  expect(await opened(path, systemClock).read(id('d1'), filter, null, 1)).toEqual({ ok: true, value: [] })
})

function withEntries(): Database {
  const database = openDatabase(newPath(), ACCESS_MIGRATIONS)
  if (!database.ok) throw new Error(database.refusal.message)
  closing.push(database.value.close)
  const insert = 'INSERT INTO access (tenant_id, place, at, action, result) VALUES'
  database.value.connection.exec(`${insert} ('d1', 1, '2001-01-01T00:00:00+08:00', 'sign-in', 'done')`)
  database.value.connection.exec(`${insert} ('d1', 2, '${systemClock.now()}', 'sign-in', 'failed')`)
  return database.value
}

test.each([
  ['changed', "UPDATE access SET result = 'done' WHERE place = 2"],
  [
    'overwritten',
    "INSERT OR REPLACE INTO access (tenant_id, place, at, action, result) SELECT 'd1', 2, at, 'x', 'done' FROM access WHERE place = 2",
  ],
  ['removed while young', 'DELETE FROM access WHERE place = 2'],
  ['removed with the old ones', 'DELETE FROM access'],
])('an entry cannot be %s, whoever holds the file', (_title, sql) => {
  const database = withEntries()
  expect(() => database.connection.exec(sql)).toThrow(/never|kept/)
  expect(database.connection.prepare('SELECT count(*) AS n FROM access').get()).toMatchObject({ n: 2 })
  expect(() => database.connection.exec('DELETE FROM access WHERE place = 1')).not.toThrow()
})
