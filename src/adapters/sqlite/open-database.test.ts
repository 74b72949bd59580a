import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Migrations } from '../sql/migrations.ts'
import { checkDatabase, openDatabase, transaction, type Database } from './open-database.ts'
import { guarded, isConstraintError } from './sqlite-fault.ts'
import { integerOf, textOf, textOrNull, type SqlValue } from '../sql/row.ts'
import { prepare } from './statement.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MIGRATIONS: Migrations = [
  'CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, note TEXT) STRICT',
  "ALTER TABLE word ADD COLUMN language TEXT NOT NULL DEFAULT 'zh'",
]

let files = 0
const newPath = (): string => join(folder, `${(files += 1)}.sqlite`)

function opened(path: string, migrations = MIGRATIONS): Database {
  const database = openDatabase(path, migrations)
  if (!database.ok) throw new Error(database.refusal.message)
  return database.value
}

const insert = (database: Database) => prepare(database, 'INSERT INTO word (text, note) VALUES (?, ?)')
const count = (database: Database) => prepare(database, 'SELECT count(*) AS n FROM word', (row) => integerOf(row, 'n'))

describe('opening', () => {
  test('a file of an earlier version goes forward and keeps its rows', () => {
    const path = newPath()
    const before = opened(path, MIGRATIONS.slice(0, 1))
    insert(before).run('通知', null)
    before.close()
    const after = opened(path)
    const read = prepare(after, 'SELECT text, note, language FROM word', (row) => [
      textOf(row, 'text'),
      textOrNull(row, 'note'),
      textOf(row, 'language'),
    ])
    expect(read.all()).toEqual([['通知', null, 'zh']])
    after.close()
  })

  test('a file of a newer version is refused and not touched', () => {
    const path = newPath()
    opened(path).close()
    const bytes = readFileSync(path)
    expect(openDatabase(path, MIGRATIONS.slice(0, 1))).toMatchObject({
      ok: false,
      refusal: { code: 'store-newer', message: expect.stringContaining('第 2 版') },
    })
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  test('a migration that fails leaves the version before it', () => {
    const path = newPath()
    expect(() =>
      openDatabase(path, [...MIGRATIONS, 'CREATE TABLE extra (a TEXT); CREATE TABLE word (a TEXT)']),
    ).toThrow('already exists')
    const database = opened(path)
    expect(prepare(database, "SELECT name FROM sqlite_schema WHERE name = 'extra'", () => 1).all()).toEqual([])
    database.close()
  })

  const junk = newPath()
  writeFileSync(junk, 'x'.repeat(5_000))

  test.each([
    ['a file that is no database', 'store-corrupted', junk],
    ['a folder that is not there', 'store-unreachable', join(folder, 'none', 'x.sqlite')],
    ['a folder in the place of the file', 'store-unreachable', folder],
  ])('%s is a fault', (_title, code, path) => {
    expect(openDatabase(path, MIGRATIONS)).toMatchObject({
      ok: false,
      refusal: { code, message: expect.stringContaining(path) },
    })
  })
})

describe('faults', () => {
  test('a full disk is a value, and nothing of the transaction stays', () => {
    const database = opened(newPath())
    database.connection.exec('PRAGMA max_page_count = 8')
    const write = insert(database)
    const filled = guarded(database.path, () =>
      transaction(database, () => {
        for (let n = 0; n < 1_000; n += 1) write.run(`${n}${'字'.repeat(500)}`, null)
      }),
    )
    expect(filled).toMatchObject({ refusal: { code: 'store-full' } })
    expect(count(database).get()).toBe(0)
    database.close()
  })

  test('a store that somebody else is writing to is busy', () => {
    const path = newPath()
    const one = opened(path)
    const other = opened(path)
    other.connection.exec('PRAGMA busy_timeout = 20')
    transaction(one, () => {
      expect(guarded(path, () => transaction(other, () => 1))).toMatchObject({ refusal: { code: 'store-busy' } })
    })
    one.close()
    other.close()
  })

  test('a read-only connection says so', () => {
    const database = opened(newPath())
    database.connection.exec('PRAGMA query_only = ON')
    expect(guarded(database.path, () => insert(database).run('通知', null))).toMatchObject({
      refusal: { code: 'store-read-only' },
    })
    database.close()
  })

  test('a changed byte in a page is named', () => {
    const path = newPath()
    const database = opened(path)
    for (let n = 0; n < 200; n += 1) insert(database).run(`通知${n}`, null)
    database.close()
    const bytes = readFileSync(path)
    const page = 4_096
    bytes.fill(0xff, page, page + 64)
    writeFileSync(path, bytes)
    const damaged = openDatabase(path, MIGRATIONS)
    const checked = damaged.ok ? checkDatabase(damaged.value) : damaged
    expect(checked).toMatchObject({ ok: false, refusal: { code: 'store-corrupted' } })
    if (damaged.ok) damaged.value.close()
  })

  test('a broken rule of the schema is a bug and thrown', () => {
    const database = opened(newPath())
    insert(database).run('通知', null)
    expect(() => guarded(database.path, () => insert(database).run('通知', null))).toThrow('UNIQUE')
    try {
      insert(database).run('通知', null)
    } catch (error) {
      expect(isConstraintError(error)).toBe(true)
    }
    database.close()
  })
})

describe('values', () => {
  const database = opened(':memory:')
  const write = insert(database)

  test.each<[string, unknown[]]>([
    ['a missing value', ['通知']],
    ['a value too many', ['通知', null, null]],
    ['undefined', ['通知', undefined]],
    ['a date object', ['通知', new Date(0)]],
    ['a fraction', ['通知', 0.5]],
    ['an integer that a double cannot hold', ['通知', 2 ** 53]],
    ['not a number', ['通知', Number.NaN]],
  ])('%s is refused', (_title, values) => {
    expect(() => write.run(...(values as SqlValue[]))).toThrow(TypeError)
    expect(count(database).get()).toBe(0)
  })

  test('a question mark in a quoted text is no value', () => {
    expect(prepare(database, "SELECT '?' AS mark, ? AS given", (row) => textOf(row, 'given')).get('是')).toBe('是')
  })

  test('a column that is not what was expected is refused', () => {
    expect(() => prepare(database, "SELECT 'a' AS n", (row) => integerOf(row, 'n')).get()).toThrow('not an integer')
  })
})
