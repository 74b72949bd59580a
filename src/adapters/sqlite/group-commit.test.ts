import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { groupCommit, type Commit } from './group-commit.ts'
import { openDatabase, transaction, type Database } from './open-database.ts'
import { isBusyError } from './sqlite-fault.ts'
import { textOf } from '../sql/row.ts'
import { prepare } from './statement.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-group-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MIGRATIONS = ['CREATE TABLE word (text TEXT PRIMARY KEY) STRICT']

describe('work asked for at once', () => {
  let database: Database
  let commit: Commit
  let files = 0
  beforeEach(() => {
    database = opened(join(folder, `${(files += 1)}.sqlite`))
    commit = groupCommit(database)
    return () => database.close()
  })
  const add = (text: string) => () => prepare(database, 'INSERT INTO word (text) VALUES (?)').run(text)
  const words = (from = database) =>
    prepare(from, 'SELECT text FROM word ORDER BY text', (row) => textOf(row, 'text')).all()

  test('is done in order, and each is told its own value', async () => {
    const seen = await Promise.all(['a', 'b', 'c'].map((text) => commit(() => [add(text)(), words().length])))
    expect(seen).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
    ])
  })

  test('is on the disk when it is answered', async () => {
    const other = opened(database.path)
    await Promise.all(['a', 'b'].map((text) => commit(add(text)).then(() => expect(words(other)).toContain(text))))
    other.close()
  })

  test('where one throws, the others are done', async () => {
    const bug = () => {
      add('half')()
      throw new Error('a bug')
    }
    const settled = await Promise.allSettled([commit(add('a')), commit(bug), commit(add('b'))])
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(words()).toEqual(['a', 'b'])
  })

  test('where another program holds the file, all are told', async () => {
    database.connection.exec('PRAGMA busy_timeout = 20')
    const other = opened(database.path)
    other.connection.exec('BEGIN IMMEDIATE')
    const settled = await Promise.allSettled([commit(add('a')), commit(add('b'))])
    other.connection.exec('ROLLBACK')
    expect(settled.map((one) => one.status === 'rejected' && isBusyError(one.reason))).toEqual([true, true])
    await commit(add('c'))
    expect(words()).toEqual(['c'])
    other.close()
  })

  test('what follows in a later turn is another commit', async () => {
    await commit(add('a'))
    transaction(database, add('b'))
    await commit(add('c'))
    expect(words()).toEqual(['a', 'b', 'c'])
  })
})

function opened(path: string): Database {
  const database = openDatabase(path, MIGRATIONS)
  if (!database.ok) throw new Error(database.refusal.message)
  return database.value
}
