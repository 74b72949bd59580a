import { expect, test } from 'vitest'
import { accessLogConformance } from '../../../test/conformance/access-log.ts'
import { databaseFiles } from '../../../test/fixtures/database-files.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { systemClock } from '../clock/system-clock.ts'
import { openDatabase, type Database } from '../sqlite/open-database.ts'
import { ACCESS_MIGRATIONS } from './access-migrations.ts'
import { memoryAccessLog } from './memory-access-log.ts'
import { openSqliteAccessLog } from './sql-access-log.ts'

const { newPath, opened } = databaseFiles()

accessLogConformance('memory', memoryAccessLog)
accessLogConformance('SQLite', (clock) => opened(openSqliteAccessLog(newPath(), clock)))

test.each(ACCESS_MIGRATIONS.map((_sql, version) => version))('a file of version %i goes forward', async (version) => {
  const path = newPath()
  opened(openDatabase(path, ACCESS_MIGRATIONS.slice(0, version)))
  const filter = { personId: null, action: null, result: null, from: null, to: null }
  expect(await opened(openSqliteAccessLog(path, systemClock)).read(id('d1'), filter, null, 1)).toEqual({
    ok: true,
    value: [],
  })
})

function withEntries(): Database {
  const database = opened(openDatabase(newPath(), ACCESS_MIGRATIONS))
  const insert = 'INSERT INTO access (tenant_id, place, at, action, result) VALUES'
  database.connection.exec(`${insert} ('d1', 1, '2001-01-01T00:00:00+08:00', 'sign-in', 'done')`)
  database.connection.exec(`${insert} ('d1', 2, '${systemClock.now()}', 'sign-in', 'failed')`)
  return database
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
