import type { DataSet } from '../../../core/records/data-set.ts'
import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import { dataSet, findField } from '../../../core/records/data-sets.ts'
import type { DataSetName } from '../../../core/records/data-set.ts'
import { derivedColumns } from '../../../core/records/derived-columns.ts'
import { CLICK_DAYS, clickColumns, type ClickColumn } from '../click-schema.ts'
import { isSpread } from '../click-shards.ts'
import { NO_RANGE, term, whole, type Range, type Relation, type Term } from './proof-terms.ts'

/** How much there is of what a query may read. */
export interface KnownSizes {
  /** Records of the tenant, over all shards. */
  readonly rows: (name: DataSetName) => number
  readonly centers: number
  readonly from: PlainDate
  readonly to: PlainDate
}

/** What a query knows of a table before it is read; null for one that is none. */
export function knownTable(name: string, dataSets: readonly DataSetName[], sizes: KnownSizes): Relation | null {
  const set = dataSets.find((one) => one === name)
  if (set !== undefined) return setRelation(dataSet(set), sizes.rows(set))
  const days = daysOf(sizes.to) - daysOf(sizes.from) + 1
  switch (name) {
    case 'centers':
      return {
        place: 'spread',
        rows: sizes.centers,
        columns: new Map([['center_id', term('text', { key: 'center' })]]),
      }
    case 'days':
      return {
        place: 'everywhere',
        rows: days,
        columns: new Map([
          ['day', term('day', { range: [daysOf(sizes.from), daysOf(sizes.to)] })],
          ['month', term('text', { isAscii: true })],
          ['weekday', whole([1, 7], 32)],
          ['is_working_day', whole([0, 1], 32)],
          ['start_day', whole(ORDINALS, 32)],
          ['stop_day', whole(ORDINALS, 32)],
        ]),
      }
    case 'months':
      return {
        place: 'everywhere',
        rows: days,
        columns: new Map([
          ['month', term('text', { isAscii: true })],
          ['first_day', term('day', { range: [daysOf(sizes.from), daysOf(sizes.to)] })],
          ['last_day', term('day', { range: [daysOf(sizes.from), daysOf(sizes.to)] })],
        ]),
      }
    default:
      return null
  }
}

/** Days since 1970-01-01. */
export function daysOf(day: string): number {
  return Date.parse(day) / 86_400_000
}

/** What the import lets in: what lies outside would be another day on a shard. */
const DAYS: Range = [daysOf(CLICK_DAYS.from), daysOf(CLICK_DAYS.to)]

/** Working days before and after a line's anchor: no more than there are days. */
const ORDINALS: Range = [-60_000, 60_000]
const SECONDS: Range = [0, 2 ** 32]
const COUNTS: Range = [0, 2_000_000_000]

function setRelation(set: DataSet, rows: number): Relation {
  const key = (kind: string) => (isSpread(set) ? kind : null)
  return {
    place: isSpread(set) ? 'spread' : 'everywhere',
    rows,
    columns: new Map<string, Term>([
      ...clickColumns(set).map((column) => [column.name, columnTerm(set, column, key('center'))] as const),
      ['record_key', term('text', { key: key(`record of ${set.name}`) })],
      ['record_ref', term('text', { key: key(`version of ${set.name}`) })],
    ]),
  }
}

function columnTerm(set: DataSet, { name, type, clickType }: ClickColumn, centerKey: string | null): Term {
  const isNullable = clickType.startsWith('Nullable')
  const nulls = { mayBeNull: isNullable, isNullable }
  switch (type) {
    case 'VARCHAR':
      return term('text', { ...nulls, key: name === 'center_id' ? centerKey : null, isAscii: name === 'month' })
    case 'DATE':
      return term('day', { ...nulls, range: DAYS })
    case 'TIMESTAMP':
      return term('time', { ...nulls, range: NO_RANGE })
    case 'INTEGER':
    case 'BIGINT':
      return whole(rangeOf(set, name), type === 'INTEGER' ? 32 : 64, nulls)
  }
}

function rangeOf(set: DataSet, name: string): Range {
  const derived = derivedColumns(set).find((column) => column.name === name)
  if (derived?.derivation === 'seconds') return SECONDS
  if (derived !== undefined) return ORDINALS
  return name === 'version' || findField(set, name) !== null ? COUNTS : [-Infinity, Infinity]
}
