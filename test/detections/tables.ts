import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { codesOf } from '../../src/core/records/code-sets.ts'
import type { DataSet, DataSetName, Field } from '../../src/core/records/data-set.ts'
import { DATA_SETS, dataSet } from '../../src/core/records/data-sets.ts'
import { derivedColumns, type DerivedColumn } from '../../src/core/records/derived-columns.ts'
import type { WorkdayLine } from '../../src/core/records/workday-line.ts'

/** A record as a test writes it; `source` and `record_id` are made up where they do not matter. */
export type TestRecord = Readonly<Record<string, string | number | null>>
export type TestRecords = Partial<Readonly<Record<DataSetName, readonly TestRecord[]>>>

/** A column as every engine is told of it. */
export interface TestColumn {
  readonly name: string
  readonly kind: 'text' | 'date' | 'time' | 'integer' | 'seconds'
}

/** One table: its columns, and its rows in their order. */
export interface TestTable {
  readonly name: string
  readonly columns: readonly TestColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** What a query of the period can see: every data set as an import would have filled it, and the tables of reference. */
export function testTables(records: TestRecords, { line, centers, from, to }: TestSetting): readonly TestTable[] {
  const days = line.days.filter(({ day }) => from <= day && day <= to)
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))]
  const ofMonth = (month: string) => days.filter(({ day }) => day.startsWith(month)).map(({ day }) => day)
  return [
    ...DATA_SETS.map((set) => filled(set, records[set.name] ?? [], line)),
    { name: 'centers', columns: [text('center_id')], rows: centers.map((center) => [center]) },
    {
      name: 'days',
      columns: [date('day'), text('month'), ...['weekday', 'is_working_day', 'start_day', 'stop_day'].map(integer)],
      rows: days.map(({ day, isWorkingDay, start, stop }) => [
        day,
        day.slice(0, 7),
        new Date(day).getUTCDay() || 7,
        isWorkingDay ? 1 : 0,
        start,
        stop,
      ]),
    },
    {
      name: 'months',
      columns: [text('month'), date('first_day'), date('last_day')],
      rows: months.map((month) => [month, ofMonth(month)[0] ?? '', ofMonth(month).at(-1) ?? '']),
    },
  ]
}

export interface TestSetting {
  readonly line: WorkdayLine
  readonly centers: readonly string[]
  readonly from: string
  readonly to: string
}

/** An engine in memory, and what its tables hold. */
export interface TestDatabase {
  readonly connection: DuckDBConnection
  readonly held: Map<string, string>
}

export async function openTestDatabase(): Promise<TestDatabase> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  return { connection: await instance.connect(), held: new Map() }
}

/** Puts exactly these tables in place of those that were there; those that are the same already stay. */
export async function putTables(database: TestDatabase, tables: readonly TestTable[]): Promise<void> {
  const statements = tables.flatMap(({ name, columns, rows }) => {
    const values = rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')
    if (database.held.get(name) === values) return []
    const isNew = !database.held.has(name)
    database.held.set(name, values)
    const made = `CREATE TABLE ${name} (${columns.map((one) => `${one.name} ${TYPES[one.kind]}`).join(', ')})`
    return [isNew ? made : `DELETE FROM ${name}`, ...(values === '' ? [] : [`INSERT INTO ${name} VALUES ${values}`])]
  })
  if (statements.length > 0) await database.connection.run(statements.join(';\n'))
}

/** As the store has them: whole numbers are 32 bits wide, but for seconds since 1970. */
const TYPES = { text: 'VARCHAR', date: 'DATE', time: 'TIMESTAMP', integer: 'INTEGER', seconds: 'BIGINT' } as const

function literal(value: string | number | null): string {
  if (value === null) return 'NULL'
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}

function filled(set: DataSet, records: readonly TestRecord[], line: WorkdayLine): TestTable {
  const derived = derivedColumns(set)
  const columns = [
    ...['source', 'month', 'record_key', 'record_ref'].map(text),
    integer('version'),
    ...set.fields.map(({ name, kind }): TestColumn => ({ name, kind: COLUMN_KINDS[kind.kind] })),
    ...derived.map(({ name, derivation }) =>
      derivation === 'seconds' ? ({ name, kind: 'seconds' } as const) : integer(name),
    ),
  ]
  const rows = records.map((given, place) => {
    const record: TestRecord = { record_id: String(place + 1), ...given }
    refuseUnlike(set, record)
    const key = `${record.source ?? 'sys'}/${record.record_id}`
    const values: TestRecord = {
      source: 'sys',
      version: 1,
      month: String(record[set.recordedOn]).slice(0, 7),
      record_key: key,
      record_ref: `${set.name}/${key}@1`,
      ...record,
      ...Object.fromEntries(derived.map((column) => [column.name, derive(column, set, record, line)])),
    }
    return columns.map(({ name }) => values[name] ?? null)
  })
  return { name: set.name, columns, rows }
}

const COLUMN_KINDS = {
  id: 'text',
  text: 'text',
  center: 'text',
  code: 'text',
  date: 'date',
  time: 'time',
  count: 'integer',
} as const

/** A record that no import would let in would prove nothing. */
function refuseUnlike(set: DataSet, record: TestRecord): void {
  const wrong = (field: string) => new Error(`${set.name}.${field} cannot be ${JSON.stringify(record[field] ?? null)}`)
  for (const name of Object.keys(record))
    if (name !== 'source' && !set.fields.some((field) => field.name === name)) throw wrong(name)
  for (const field of set.fields) if (!fits(field, record[field.name] ?? null)) throw wrong(field.name)
}

function fits({ kind, isRequired }: Field, value: string | number | null): boolean {
  if (value === null) return !isRequired
  if (kind.kind === 'count') return Number.isSafeInteger(value)
  if (kind.kind === 'date') return /^\d{4}-\d\d-\d\d$/u.test(String(value))
  if (kind.kind === 'time') return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u.test(String(value))
  if (kind.kind === 'code') return codesOf(kind.codes).some(({ code }) => code === value)
  return typeof value === 'string' && value !== ''
}

function derive({ field, derivation }: DerivedColumn, set: DataSet, record: TestRecord, line: WorkdayLine) {
  const value = record[field] ?? null
  if (value === null) return null
  if (derivation === 'rank') {
    const kind = dataSet(set.name).fields.find(({ name }) => name === field)?.kind
    return kind?.kind === 'code' ? (codesOf(kind.codes).find(({ code }) => code === value)?.rank ?? null) : null
  }
  if (derivation === 'seconds') return Date.parse(`${String(value).replace(' ', 'T')}+08:00`) / 1000
  const ordinals = line.days.find(({ day }) => day === String(value).slice(0, 10))
  if (!ordinals) throw new Error(`${set.name}.${field}: no working day known for ${value}`)
  return ordinals[derivation]
}

function text(name: string): TestColumn {
  return { name, kind: 'text' }
}

function date(name: string): TestColumn {
  return { name, kind: 'date' }
}

function integer(name: string): TestColumn {
  return { name, kind: 'integer' }
}
