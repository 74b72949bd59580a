import type { QueryAsked } from '../../app/ports/record-store.ts'
import { weekdayOf, type PlainDate } from '../../core/kernel/plain-date.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import type { WorkdayOrdinals } from '../../core/records/workday-line.ts'
import { literal, noRows, quoted, storedColumns, storedRows, tableColumns } from './stored-columns.ts'

/** Every table that a query over these data sets may name, with its columns. */
export function queryTables(dataSets: readonly DataSetName[]): ReadonlyMap<string, readonly string[]> {
  return new Map<string, readonly string[]>([
    ...dataSets.map((name) => [name, columnNames(name)] as const),
    ...Object.entries(REFERENCE_TABLES).map(([name, columns]) => [name, columns.map(([column]) => column)] as const),
  ])
}

/**
 * `CREATE VIEW` of a data set over its current files; without any, of no rows with the same columns and types. What follows
 * from stored columns is computed where a query asks for it, and costs nothing where none does.
 */
export function viewOf(name: DataSetName, paths: readonly string[]): string {
  const set = dataSet(name)
  const from = paths.length > 0 ? storedRows(set, paths) : `(${noRows(set)})`
  return `CREATE VIEW ${quoted(name)} AS SELECT ${tableColumns(set)} FROM ${from}`
}

/** `CREATE OR REPLACE TEMP TABLE` for each reference table that is used, of what was asked. */
export function referenceTables(
  used: ReadonlySet<string>,
  asked: QueryAsked,
): readonly { readonly name: string; readonly sql: string }[] {
  return Object.keys(REFERENCE_TABLES)
    .filter((name) => used.has(name))
    .map((name) => {
      const columns = REFERENCE_TABLES[name as ReferenceTable]
      const values = referenceRows(name as ReferenceTable, asked)
      const lists = columns.map(([column, type], at) => {
        const list = values.map((row) => literalOf(row[at] ?? null))
        return `unnest(CAST([${list.join(', ')}] AS ${type}[])) AS ${quoted(column)}`
      })
      return { name, sql: `CREATE OR REPLACE TEMP TABLE ${quoted(name)} AS SELECT ${lists.join(', ')}` }
    })
}

export const REFERENCE_TABLES = {
  centers: [['center_id', 'VARCHAR']],
  days: [
    ['day', 'DATE'],
    ['month', 'VARCHAR'],
    ['weekday', 'INTEGER'],
    ['is_working_day', 'INTEGER'],
    ['start_day', 'INTEGER'],
    ['stop_day', 'INTEGER'],
  ],
  months: [
    ['month', 'VARCHAR'],
    ['first_day', 'DATE'],
    ['last_day', 'DATE'],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [name: string, type: string])[]>>

export type ReferenceTable = keyof typeof REFERENCE_TABLES

/** In the order of its columns. */
export function referenceRows(
  name: ReferenceTable,
  { centers, line, from, to }: QueryAsked,
): readonly (readonly (string | number)[])[] {
  if (name === 'centers') return centers.map((center) => [center])
  const days = line.days.filter(({ day }) => from <= day && day <= to)
  return name === 'days' ? days.map(dayRow) : monthRows(days.map(({ day }) => day))
}

function dayRow({ day, isWorkingDay, start, stop }: WorkdayOrdinals): readonly (string | number)[] {
  return [day, day.slice(0, 7), weekdayOf(day), isWorkingDay ? 1 : 0, start, stop]
}

function monthRows(days: readonly PlainDate[]): readonly (readonly string[])[] {
  const months = new Map<string, readonly [first: PlainDate, last: PlainDate]>()
  for (const day of days) {
    const month = day.slice(0, 7)
    months.set(month, [months.get(month)?.[0] ?? day, day])
  }
  return [...months].map(([month, [first, last]]) => [month, first, last])
}

function literalOf(value: string | number | null): string {
  return typeof value === 'string' ? literal(value) : String(value)
}

function columnNames(name: DataSetName): readonly string[] {
  return [...storedColumns(dataSet(name)).map(({ name: column }) => column), 'record_key', 'record_ref']
}
