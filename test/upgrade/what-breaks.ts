import { sqlOf, type Migrations } from '../../src/adapters/sql/migrations.ts'
import { openDatabase, type Database } from '../../src/adapters/sqlite/open-database.ts'

/**
 * What a node of the version before, which still runs or is started again, would fail on after the step at `index`; each as
 * half a sentence. Judged by the tables that the step makes of those before, not by its text.
 */
export function whatBreaks(migrations: Migrations, index: number): readonly string[] {
  const [before, after] = [tablesAfter(migrations.slice(0, index)), tablesAfter(migrations.slice(0, index + 1))]
  const old = [...before].flatMap(([name, was]) => {
    const is = after.get(name)
    return is === undefined ? [`表 ${name} 没有了`] : brokenIn(name, was, is)
  })
  const tied = [...after].flatMap(([name, { ties }]) =>
    before.has(name)
      ? []
      : ties.filter((parent) => before.has(parent)).map((parent) => `新表 ${name} 的外键使旧表 ${parent} 的行删不掉`),
  )
  return [...old, ...tied, ...touched(sqlOf(migrations[index] ?? ''), [...before.keys()])]
}

interface Table {
  /** By name: type, place in the key, whether it must be given. */
  readonly columns: ReadonlyMap<string, Column>
  readonly indexes: ReadonlyMap<string, { readonly isUnique: boolean }>
  readonly triggers: ReadonlySet<string>
  /** Other tables whose rows cannot go while this one's refer to them. */
  readonly ties: readonly string[]
}

interface Column {
  readonly shape: string
  readonly mustBeGiven: boolean
}

function brokenIn(name: string, was: Table, is: Table): readonly string[] {
  const columns = [...was.columns].flatMap(([column, { shape }]) => {
    const now = is.columns.get(column)
    if (now === undefined) return [`表 ${name} 的列 ${column} 没有了`]
    return now.shape === shape ? [] : [`表 ${name} 的列 ${column} 由 ${shape} 改为 ${now.shape}`]
  })
  const given = [...is.columns]
    .filter(([column, { mustBeGiven }]) => mustBeGiven && !was.columns.has(column))
    .map(([column]) => `表 ${name} 的新列 ${column} 必须填而没有默认值`)
  const indexes = [...is.indexes]
    .filter(([index]) => !was.indexes.has(index))
    .flatMap(([index, { isUnique }]) => {
      if (isUnique) return [`旧表 ${name} 的新索引 ${index} 不许重复`]
      return SWEPT.has(name) ? [] : [`旧表 ${name} 的新索引 ${index} 建成之前谁也写不进去`]
    })
  const triggers = [...is.triggers].filter((trigger) => !was.triggers.has(trigger))
  const gone = [...was.indexes.keys(), ...was.triggers].filter((one) => !is.indexes.has(one) && !is.triggers.has(one))
  return [
    ...columns,
    ...given,
    ...indexes,
    ...triggers.map((trigger) => `旧表 ${name} 的新触发器 ${trigger} 会拒绝旧程序的写入`),
    ...gone.map((one) => `表 ${name} 的 ${one} 没有了`),
    ...is.ties.filter((parent) => !was.ties.includes(parent)).map((parent) => `旧表 ${name} 有了指向 ${parent} 的外键`),
  ]
}

/** Whose rows are swept away after a while: an index of them is made in a moment. */
const SWEPT = new Set(['answer', 'job', 'node', 'session', 'sign_on_attempt', 'upload', 'upload_part'])

/** Rows that are changed, removed or copied by a step are locked until it ends, and the version before does not know what they mean now. */
function touched(sql: string, tables: readonly string[]): readonly string[] {
  const text = sql.replaceAll(/CREATE TRIGGER[\s\S]*?END;/g, '')
  return [...text.matchAll(/\b(?:UPDATE|DELETE\s+FROM|DROP\s+TABLE)\s+(\w+)/g)]
    .map(([, table = '']) => table)
    .filter((table) => tables.includes(table))
    .map((table) => `旧表 ${table} 的行被改动、删去或重建`)
}

function tablesAfter(migrations: Migrations): ReadonlyMap<string, Table> {
  const opened = openDatabase(':memory:', migrations)
  if (!opened.ok) throw new Error(opened.refusal.message)
  const database = opened.value
  try {
    const names = rows(database, `SELECT name FROM sqlite_schema WHERE type = 'table'`)
    return new Map(names.map(({ name }) => [String(name), tableIn(database, String(name))]))
  } finally {
    database.close()
  }
}

function tableIn(database: Database, name: string): Table {
  const columns = rows(database, 'SELECT * FROM pragma_table_info(?)', name).map((column): [string, Column] => {
    const { type, notnull, dflt_value: usual, pk } = column
    const shape = [type, notnull === 1 ? 'NOT NULL' : '', usual === null ? '' : `DEFAULT ${usual}`, pk]
    return [
      String(column['name']),
      {
        shape: shape.filter((word) => word !== '' && word !== 0).join(' '),
        mustBeGiven: notnull === 1 && usual === null,
      },
    ]
  })
  const indexes = rows(database, 'SELECT name, "unique" AS is_unique FROM pragma_index_list(?)', name)
  const triggers = rows(database, `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?`, name)
  const ties = rows(database, 'SELECT "table" AS parent, on_delete FROM pragma_foreign_key_list(?)', name)
  return {
    columns: new Map(columns),
    indexes: new Map(indexes.map((index) => [String(index['name']), { isUnique: index['is_unique'] === 1 }])),
    triggers: new Set(triggers.map((trigger) => String(trigger['name']))),
    ties: ties.filter((tie) => tie['on_delete'] !== 'CASCADE').map((tie) => String(tie['parent'])),
  }
}

function rows(database: Database, sql: string, ...values: string[]): readonly Row[] {
  return database.connection.prepare(sql).all(...values) as Row[]
}

type Row = Readonly<Record<string, string | number | null>>
