import { describe, expect, test } from 'vitest'
import { worksFrom, type Migration, type Migrations } from '../../src/adapters/sql/migrations.ts'
import { widened } from '../fixtures/widened-tables.ts'
import { STORES } from './stores-by-name.ts'
import { whatBreaks } from './what-breaks.ts'

const STEPS = Object.entries(STORES).flatMap(([store, migrations]) =>
  migrations.map((migration, index): [string, number, Migration, Migrations] => [
    store,
    index + 1,
    migration,
    migrations,
  ]),
)

test.each(STEPS)('%s, step %i: nodes of the version before go on with it', (store, step, migration, migrations) => {
  const breaks = whatBreaks(migrations, step - 1)
  if (typeof migration === 'string') expect(breaks, advice(store, step)).toEqual([])
  else expect(migration.worksFrom, tooEarly(store, step)).toBeLessThan(step)
})

function advice(store: string, step: number): string {
  return `${store}-migrations, step ${step}: while a new version is rolled out, nodes of the version before write to the same tables and are
started again on them; they would fail on this. Only add: tables, columns that may be NULL or have a default, indexes by an operator's
CREATE INDEX CONCURRENTLY. To take away, first release a version that does without what is to go; the step that removes it comes with a later
release, as { sql, worksFrom: how many steps the first of those versions knows }. See docs/adr/0028 and "升级，不停" in docs/guide/operations.md.`
}

function tooEarly(store: string, step: number): string {
  return `${store}-migrations, step ${step}: worksFrom names steps that only this release knows, so no node of the version before works with it.`
}

const BEFORE = `CREATE TABLE word (word_id TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL, number INTEGER) STRICT;
  CREATE INDEX word_by_text ON word (text);`

const TOUCHED = '旧表 word 的行被改动、删去或重建'

describe('what would break a node of the version before is found', () => {
  test.each<[what: string, sql: string, found: readonly string[]]>([
    ['a table dropped', 'DROP TABLE word', ['表 word 没有了', TOUCHED]],
    ['a table renamed', 'ALTER TABLE word RENAME TO term', ['表 word 没有了']],
    ['a column renamed', 'ALTER TABLE word RENAME COLUMN number TO place', ['表 word 的列 number 没有了']],
    ['a column dropped', 'ALTER TABLE word DROP COLUMN number', ['表 word 的列 number 没有了']],
    [
      'a table made anew with other rules',
      `CREATE TABLE wider (word_id TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL, number INTEGER NOT NULL) STRICT;
       INSERT INTO wider SELECT word_id, text, number FROM word; DROP TABLE word; ALTER TABLE wider RENAME TO word;
       CREATE INDEX word_by_text ON word (text);`,
      ['表 word 的列 number 由 INTEGER 改为 INTEGER NOT NULL', TOUCHED],
    ],
    ['uniqueness', 'CREATE UNIQUE INDEX one_text ON word (text)', ['旧表 word 的新索引 one_text 不许重复']],
    ['a slow index', 'CREATE INDEX by_number ON word (number)', ['旧表 word 的新索引 by_number 建成之前谁也写不进去']],
    ['an index dropped', 'DROP INDEX word_by_text', ['表 word 的 word_by_text 没有了']],
    [
      'a trigger that refuses',
      `CREATE TRIGGER kept BEFORE DELETE ON word BEGIN SELECT RAISE(ABORT, 'kept'); END;`,
      ['旧表 word 的新触发器 kept 会拒绝旧程序的写入'],
    ],
    [
      'rows that hold those of old tables',
      'CREATE TABLE use (word_id TEXT NOT NULL PRIMARY KEY REFERENCES word (word_id)) STRICT',
      ['新表 use 的外键使旧表 word 的行删不掉'],
    ],
    ['rows changed', `UPDATE word SET text = 'x'`, [TOUCHED]],
  ])('%s', (_what, sql, found) => {
    expect(whatBreaks([BEFORE, sql], 1)).toEqual(found)
  })

  test('a column that must be given', () => {
    const must = `CREATE TABLE wider (word_id TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL, number INTEGER, note TEXT NOT NULL) STRICT;
      DROP TABLE word; ALTER TABLE wider RENAME TO word; CREATE INDEX word_by_text ON word (text);`
    expect(whatBreaks([BEFORE, must], 1)).toEqual(['表 word 的新列 note 必须填而没有默认值', TOUCHED])
  })

  test.each(Object.entries(STORES))('what the tests widen %s by is no harm', (_store, migrations) => {
    expect(whatBreaks(widened(migrations), migrations.length)).toEqual([])
  })
})

test('tables say from which version on programs work with them', () => {
  expect([worksFrom([]), worksFrom(['a', 'b']), worksFrom(['a', { sql: 'b', worksFrom: 1 }, 'c'])]).toEqual([1, 1, 1])
  expect(worksFrom(['a', 'b', { sql: 'c', worksFrom: 2 }, 'd', { sql: 'e', worksFrom: 4 }])).toBe(4)
})
