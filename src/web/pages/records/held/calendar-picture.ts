import { DATA_SETS } from '../../../../core/records/data-sets.ts'
import type { Answered } from '../../../client/call.ts'

type Holdings = Answered<'readHoldings'>

export interface CalendarPicture {
  /** `2021-03`, in order; outside of the period only months of which something is held. */
  readonly months: readonly string[]
  readonly rows: readonly CalendarRow[]
  /** Data sets of which nothing is held, by name. */
  readonly absent: readonly { readonly dataSet: string; readonly chinese: string; readonly meaning: string }[]
}

export interface CalendarRow {
  readonly dataSet: string
  readonly chinese: string
  readonly records: number
  readonly sources: readonly string[]
  readonly lastImportAt: string | null
  readonly cells: readonly CalendarCell[]
  /** The same by source; empty cells where a source has nothing of a month. */
  readonly bySource: readonly { readonly source: string; readonly cells: readonly SourceCell[] }[]
}

export interface SourceCell {
  readonly month: string
  readonly records: number
  readonly imports: number
}

export interface CalendarCell {
  readonly month: string
  readonly records: number
  /** 0 for nothing, 1 to 5 by the share of the row's fullest month: one data set is never measured by another. */
  readonly step: 0 | 1 | 2 | 3 | 4 | 5
}

/** Data sets by months: every month of the period, and outside of it those of which something is held. */
export function calendarPicture(
  holdings: Pick<Holdings, 'sets'>,
  period: { readonly from: string | null; readonly to: string | null },
): CalendarPicture {
  const held = holdings.sets.filter(({ records }) => records > 0)
  const named = held.flatMap(({ months }) => months.map(({ month }) => month))
  const { from, to } = period
  const months =
    from === null || to === null ? monthsBetween(named) : sortedMonths([...monthsBetween([from, to]), ...named])
  const rows = DATA_SETS.flatMap(({ name, chinese }) => {
    const set = held.find(({ dataSet }) => dataSet === name)
    return set === undefined ? [] : [rowOf(set, chinese, months)]
  })
  const absent = DATA_SETS.filter(({ name }) => held.every(({ dataSet }) => dataSet !== name)).map(
    ({ name, chinese, meaning }) => ({ dataSet: name, chinese, meaning }),
  )
  return { months, rows, absent }
}

function rowOf(set: Holdings['sets'][number], chinese: string, months: readonly string[]): CalendarRow {
  const { dataSet, records, sources, lastImportAt } = set
  const counts = new Map(set.months.map((one) => [one.month, one.records]))
  const most = Math.max(1, ...counts.values())
  const cells = months.map((month): CalendarCell => {
    const count = counts.get(month) ?? 0
    return { month, records: count, step: stepOf(count, most) }
  })
  const bySource = sources.map((source) => ({
    source,
    cells: months.map((month): SourceCell => {
      const own = set.months.find((one) => one.month === month)?.sources.find((one) => one.source === source)
      return { month, records: own?.records ?? 0, imports: own?.imports ?? 0 }
    }),
  }))
  return { dataSet, chinese, records, sources, lastImportAt, cells, bySource }
}

function stepOf(count: number, most: number): CalendarCell['step'] {
  if (count === 0) return 0
  return Math.min(5, Math.max(1, Math.ceil((count * 5) / most))) as CalendarCell['step']
}

/** A few records of another decade must not make a picture of hundreds of columns: then only months that are named. */
function monthsBetween(days: readonly string[]): readonly string[] {
  const sorted = sortedMonths(days)
  const [first] = sorted
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return []
  const span = ordinal(last) - ordinal(first) + 1
  return span > MOST_MONTHS ? sorted : Array.from({ length: span }, (_, at) => monthAt(ordinal(first) + at))
}

const MOST_MONTHS = 36

function sortedMonths(days: readonly string[]): readonly string[] {
  return [...new Set(days.map((day) => day.slice(0, 7)))].toSorted()
}

function ordinal(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

function monthAt(place: number): string {
  return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`
}
