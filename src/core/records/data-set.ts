/**
 * Operational records: what centers and the city produce anyway, as data sets with named columns. A data set says what each
 * field means, in which unit, and where the meaning comes from; codes are words, never digits. Nothing here reads a file:
 * a profile (`import-profile.ts`) says how one source writes a data set, and adapters keep and query the rows.
 */
import type { CodeSetName } from './code-sets.ts'

/** Table names in SQL; the same word in files, URLs and events. */
export type DataSetName =
  | 'service_cases'
  | 'split_intakes'
  | 'ratings'
  | 'hotline_orders'
  | 'appointments'
  | 'counters'
  | 'counter_hours'
  | 'equipment_faults'
  | 'openings'
  | 'articles'
  | 'weekly_classes'
  | 'meetings'
  | 'required_items'
  | 'offered_items'
  | 'guide_papers'
  | 'papers_taken'
  | 'licence_reads'
  | 'stations'
  | 'station_visits'

/**
 * One kind of record. `recordedOn` is the date or time field that says which month a record belongs to and when it
 * happened. Every set has `record_id`, unique within one source; a set with `center_id` belongs to a center.
 */
export interface DataSet {
  readonly name: DataSetName
  /** 办件 */
  readonly chinese: string
  /** One record is … */
  readonly meaning: string
  readonly recordedOn: string
  readonly fields: readonly Field[]
}

export interface Field {
  /** The column in SQL. */
  readonly name: string
  /** 办件编号: also what guessing compares with a header. */
  readonly chinese: string
  /** What else sources print over the column. */
  readonly alsoCalled: readonly string[]
  readonly kind: FieldKind
  /** 人, 分钟; null where there is none. */
  readonly unit: string | null
  readonly isRequired: boolean
  readonly meaning: string
  /** The standard or rule that defines the field; null where it is Mingheng's own. */
  readonly standard: string | null
  readonly personal: PersonalKind | null
  /** What is derived beside it at import, for dates and times. */
  readonly derives: readonly Derived[]
  /**
   * In which edition of its set it came, from 1. What was imported under an earlier one has nothing in it, required or not. A field
   * that is published is never changed or taken away: files and tables have it.
   */
  readonly since: number
}

export type FieldKind =
  /** No white space, 1 to 120 characters. */
  | { readonly kind: 'id' }
  /** At most 4,000 characters. */
  | { readonly kind: 'text' }
  | { readonly kind: 'center' }
  /** A day in Asia/Shanghai. */
  | { readonly kind: 'date' }
  /** An instant in Asia/Shanghai, whole seconds, kept as local time. */
  | { readonly kind: 'time' }
  /** A whole number from 0 to 2,000,000,000. */
  | { readonly kind: 'count' }
  | { readonly kind: 'code'; readonly codes: CodeSetName }

export type PersonalKind = 'name' | 'id-number' | 'phone' | 'address' | 'free-text'

/**
 * `start`: `<field>_start_day`, the working days up to and with that day: where a deadline begins.
 * `stop`: `<field>_stop_day`, the ordinal of the first working day on or after it: where a deadline is met. Something is
 * later than N working days exactly where `b_stop_day - a_start_day > N`, also where a day is a day of rest.
 * `seconds`: `<field>_seconds`, seconds since 1970 (UTC).
 */
export type Derived = 'start' | 'stop' | 'seconds'

/** The columns that every table has beside its fields. */
export const COMMON_COLUMNS = {
  /** The system that the record came from, as its profile names it. */
  source: 'text',
  /** 1 for the first version of a record, one more for each correction. */
  version: 'count',
  /** `2021-03`, of `recordedOn`. */
  month: 'text',
  /** `source/record_id`: the same record in all its versions. */
  record_key: 'text',
  /** `data_set/source/record_id@version`: exactly this row. */
  record_ref: 'text',
} as const
