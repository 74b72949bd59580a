import * as fc from 'fast-check'
import { codesOf } from '../../src/core/records/code-sets.ts'
import type { DataSetName } from '../../src/core/records/data-set.ts'
import { dataSet } from '../../src/core/records/data-sets.ts'
import type { TestRecord, TestRecords } from '../detections/tables.ts'

/** Records that an import would let in, and odd; what a query may name of them. */

export type Kind = 'text' | 'whole' | 'day' | 'time'

export interface Column {
  readonly sql: string
  readonly kind: Kind
}

export const TABLES: readonly DataSetName[] = [
  'openings',
  'weekly_classes',
  'offered_items',
  'counter_hours',
  'required_items',
]

export const TEXTS = [
  'a',
  'A',
  'b',
  "it's",
  '“张三”',
  '张',
  '%',
  '\\',
  '\\n',
  'a/b',
  '0',
  '-1',
  ' ',
  'NULL',
  '2021-03-01',
  '"',
  ',',
]
export const DAYS = ['2021-03-01', '2021-03-02', '2021-02-28', '2021-12-31', '1970-01-02', '2105-12-31', '2024-02-29']
const WHOLES = [0, 1, 2, 7, 100, 127, 128, 32_768, 65_535, 2_000_000_000]
const ID = fc.constantFrom('a', 'b', 'c', '张', "d'e")

export function recordsOf(centers: readonly string[]): fc.Arbitrary<TestRecords> {
  return fc.record(Object.fromEntries(TABLES.map((name) => [name, rowsOf(name, centers)])))
}

function rowsOf(name: DataSetName, centers: readonly string[]): fc.Arbitrary<readonly TestRecord[]> {
  const fields = dataSet(name).fields.filter((field) => field.name !== 'record_id')
  const values = fields.map(({ name: column, kind, isRequired }) => {
    const value = valueOf(name, column, kind.kind, centers)
    const made = kind.kind === 'code' ? fc.constantFrom(...codesOf(kind.codes).map(({ code }) => code)) : value
    return [column, isRequired ? made : fc.option<string | number>(made)] as const
  })
  return fc.array(fc.record(Object.fromEntries(values)), { minLength: 8, maxLength: 12 })
}

function valueOf(
  set: DataSetName,
  column: string,
  kind: string,
  centers: readonly string[],
): fc.Arbitrary<string | number> {
  if (kind === 'center') return fc.constantFrom(...centers)
  if (kind === 'count') return fc.constantFrom(...WHOLES)
  // The line of working days knows the days of openings.
  if (kind === 'date') return fc.constantFrom(...(set === 'openings' ? DAYS.slice(0, 2) : DAYS))
  if (kind === 'time')
    return fc.constantFrom(...DAYS).chain((day) => fc.constantFrom(`${day} 00:00:00`, `${day} 23:59:59`))
  return column.endsWith('_id') ? ID : fc.constantFrom(...TEXTS)
}
export function columnsOf(name: DataSetName | 'centers' | 'days', called: string): readonly Column[] {
  if (name === 'centers') return [{ sql: `${called}.center_id`, kind: 'text' }]
  if (name === 'days')
    return [
      { sql: `${called}.day`, kind: 'day' },
      { sql: `${called}.month`, kind: 'text' },
      { sql: `${called}.start_day`, kind: 'whole' },
    ]
  const kinds: Readonly<Record<string, Kind>> = { count: 'whole', date: 'day', time: 'time' }
  const fields = dataSet(name).fields.map((field): Column => ({
    sql: `${called}.${field.name}`,
    kind: kinds[field.kind.kind] ?? 'text',
  }))
  const own: readonly Column[] = [
    { sql: `${called}.month`, kind: 'text' },
    { sql: `${called}.record_key`, kind: 'text' },
    { sql: `${called}.version`, kind: 'whole' },
    ...(name === 'openings' ? [{ sql: `${called}.day_start_day`, kind: 'whole' } as const] : []),
    ...(name === 'counter_hours' ? [{ sql: `${called}.opened_at_seconds`, kind: 'whole' } as const] : []),
  ]
  return [...fields, ...own]
}
