import { parseId, type CenterId, type EventKey } from '../kernel/identifiers.ts'
import { parsePlainDate, type PlainDate } from '../kernel/plain-date.ts'
import type { DetectedMeasure, DetectedRow } from './detection.ts'

/** What a query answered: strings, whole numbers or null, by column. */
export interface Answered {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string }

/** What a query of the shape `rows` answered. A value that is none of its column's refuses it all: row, column, value. */
export function readRows(answered: Answered): Read<readonly (Omit<DetectedRow, 'centerId'> & Placed)[]> {
  return readEach(answered, (cell) => ({
    centerId: cell('center_id', orNull(asId<CenterId>)),
    subject: cell('subject', asSubject),
    occurredOn: cell('occurred_on', asDay),
    occurrences: cell('occurrences', (value) => (isWhole(value) && value >= 1 ? value : undefined)),
    eventKey: cell('event_key', orNull(asId<EventKey>)),
    recordRef: cell('record_ref', asText),
    measured: answered.columns.includes('measured') ? cell('measured', orNull(asWhole)) : null,
  }))
}

/** What a query of the shape `measures` answered. */
export function readMeasures(answered: Answered): Read<readonly (Omit<DetectedMeasure, 'centerId'> & Placed)[]> {
  return readEach(answered, (cell) => ({
    centerId: cell('center_id', orNull(asId<CenterId>)),
    period: cell('period', (value) => (isText(value) && /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(value) ? value : undefined)),
    numerator: cell('numerator', asCount),
    denominator: cell('denominator', asCount),
  }))
}

/** The records behind one measure. */
export function readRefs(answered: Answered): Read<readonly string[]> {
  return readEach(answered, (cell) => cell('record_ref', asText))
}

/** Null where the record belongs to no center: nobody can be suspected for it. */
interface Placed {
  readonly centerId: CenterId | null
}

type Cell = <Value>(column: string, read: (value: string | number | null) => Value | undefined) => Value

const WRONG = Symbol('wrong')

function readEach<Value>({ columns, rows }: Answered, read: (cell: Cell) => Value): Read<readonly Value[]> {
  const values: Value[] = []
  let fault: string | null = null
  for (const [at, row] of rows.entries()) {
    const cell: Cell = (column, take) => {
      const given = row[columns.indexOf(column)] ?? null
      const taken = take(given)
      if (taken !== undefined) return taken
      fault ??= `查询给出的第 ${at + 1} 行的 ${column} 是 ${given ?? '空'}，不能采用；请改正查询或它所用的记录`
      return WRONG as never
    }
    values.push(read(cell))
    if (fault !== null) return { ok: false, message: fault }
  }
  return { ok: true, value: values }
}

function orNull<Value>(read: (value: string | number | null) => Value | undefined) {
  return (value: string | number | null) => (value === null ? null : read(value))
}

function asId<Id extends CenterId | EventKey>(value: string | number | null): Id | undefined {
  return isText(value) ? (parseId<Id>(value) ?? undefined) : undefined
}

/** A subject is part of what a suspicion's id is made of, and of no id itself: it may hold blanks. */
function asSubject(value: string | number | null): string | undefined {
  return isText(value) && value.length <= 1_000 ? value : undefined
}

function asDay(value: string | number | null): PlainDate | undefined {
  return isText(value) ? (parsePlainDate(value) ?? undefined) : undefined
}

function asText(value: string | number | null): string | undefined {
  return isText(value) ? value : undefined
}

function asWhole(value: string | number | null): number | undefined {
  return isWhole(value) ? value : undefined
}

function asCount(value: string | number | null): number | undefined {
  return isWhole(value) && value >= 0 && value <= MOST ? value : undefined
}

/** A rate in hundredths of it is still exact. */
const MOST = 1_000_000_000_000

/** Half a character could not be written into a ledger. */
function isText(value: string | number | null): value is string {
  return typeof value === 'string' && value !== '' && !/\p{Cs}/u.test(value)
}

function isWhole(value: string | number | null): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value)
}
