import { expect, test } from 'vitest'
import { asPostgres } from './as-postgres.ts'

const ROWS: readonly (readonly [name: string, sqlite: string, postgres: string])[] = [
  [
    'types and the end of a table',
    `CREATE TABLE a (x TEXT NOT NULL, n INTEGER CHECK (x IN ('TEXT', 'b')), y BLOB) STRICT, WITHOUT ROWID;`,
    `CREATE TABLE a (x text COLLATE "C" NOT NULL, n bigint CHECK (x IN ('TEXT', 'b')), y bytea);`,
  ],
  ['an added column', 'ALTER TABLE a ADD COLUMN n INTEGER;', 'ALTER TABLE a ADD COLUMN n bigint;'],
]

test.each(ROWS)('%s', (_name, sqlite, postgres) => {
  expect(asPostgres([sqlite])).toEqual([postgres])
})

test('a trigger that refuses becomes a function that refuses', () => {
  const [made] = asPostgres([
    `CREATE TRIGGER a_stays BEFORE DELETE ON a WHEN old.n > 1
     BEGIN SELECT RAISE(ABORT, 'a stays'); END;`,
  ])
  expect(made).toContain(`IF old.n > 1 THEN RAISE EXCEPTION 'a stays'; END IF;`)
  expect(made).toContain('RETURN OLD;')
  expect(made).toContain('BEFORE DELETE ON a FOR EACH ROW')
})

test('what has no counterpart is a bug', () => {
  expect(() => asPostgres(['CREATE TABLE a (x INTEGER PRIMARY KEY AUTOINCREMENT) STRICT;'])).toThrow('AUTOINCREMENT')
})
