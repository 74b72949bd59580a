/**
 * One record as a rule engine takes it: a flat object, with the subtractions made beforehand, which SQL has to make by
 * itself. What does not belong to its data set is empty or -1.
 */
export interface RecordFacts {
  readonly ref: string
  readonly dataSet: string
  readonly channel: string
  readonly status: string
  readonly caseType: string
  readonly verification: string
  readonly responsibility: string
  readonly isExcluded: string
  readonly hasReceipt: boolean
  readonly isAnswered: boolean
  readonly stars: number
  /** Working days from what starts the deadline to what meets it, or to the day of asking. */
  readonly days: number
  readonly waitedSeconds: number
}

/** The detections that need one record at a time, by the conditions of their SQL. `stopDay` is that of the day of asking. */
export const FACT_QUERIES = (stopDay: number): readonly string[] => [
  facts('service_cases', {
    channel: 'channel',
    status: 'status',
    caseType: 'case_type',
    hasReceipt: 'receipt_no IS NOT NULL',
    isAnswered: 'responded_at IS NOT NULL',
    days: `COALESCE(responded_at_stop_day, completed_at_stop_day, ${stopDay}) - submitted_at_start_day`,
  }),
  facts('ratings', {
    channel: 'channel',
    verification: `COALESCE(verification, '')`,
    responsibility: `COALESCE(responsibility, '')`,
    isExcluded: `COALESCE(is_excluded, 'no')`,
    stars: 'satisfaction_rank',
  }),
  facts('appointments', {
    status: 'status',
    isAnswered: 'confirmed_at IS NOT NULL',
    days: `COALESCE(confirmed_at_stop_day, ${stopDay}) - created_at_start_day`,
    waitedSeconds: 'COALESCE(served_at_seconds - greatest(slot_at_seconds, arrived_at_seconds), 0)',
  }),
  facts('equipment_faults', {
    responsibility: 'responsibility',
    days: `COALESCE(repaired_at_stop_day, ${stopDay}) - reported_at_start_day`,
  }),
]

function facts(dataSet: string, own: Partial<Record<keyof RecordFacts, string>>): string {
  const columns = Object.entries({ ...NOTHING, ...own }).map(([name, sql]) => `${sql} AS "${name}"`)
  return `SELECT record_ref AS ref, '${dataSet}' AS "dataSet", ${columns.join(', ')} FROM ${dataSet}`
}

const NOTHING: Readonly<Record<Exclude<keyof RecordFacts, 'ref' | 'dataSet'>, string>> = {
  channel: `''`,
  status: `''`,
  caseType: `''`,
  verification: `''`,
  responsibility: `''`,
  isExcluded: `'no'`,
  hasReceipt: 'false',
  isAnswered: 'false',
  stars: '-1',
  days: '-1',
  waitedSeconds: '0',
}

/** How long each may take; the same numbers as in the headers of the detections. */
export interface RecordLimits {
  readonly response_working_days: number
  readonly confirm_working_days: number
  readonly wait_minutes: number
  readonly repair_working_days: number
  readonly poor_stars: number
}

/** Which records each engine finds, as `detection ref`. */
export type RecordEngine = (records: readonly RecordFacts[]) => Promise<readonly string[]>

/** A row of `FACT_QUERIES` as DuckDB tells it in JSON, where numbers of 64 bits are texts. */
export function factsOf(row: Readonly<Record<string, unknown>>): RecordFacts {
  const text = (name: keyof RecordFacts) => String(row[name])
  return {
    ref: text('ref'),
    dataSet: text('dataSet'),
    channel: text('channel'),
    status: text('status'),
    caseType: text('caseType'),
    verification: text('verification'),
    responsibility: text('responsibility'),
    isExcluded: text('isExcluded'),
    hasReceipt: row['hasReceipt'] === true,
    isAnswered: row['isAnswered'] === true,
    stars: Number(row['stars']),
    days: Number(row['days']),
    waitedSeconds: Number(row['waitedSeconds']),
  }
}
