import type { DataSetName } from '../../src/core/records/data-set.ts'

/**
 * Records for benchmarks as SQL over `range(n)`: what the store would keep of them, without making and importing files of
 * gigabytes. `i` counts the rows of a set; what one record says of another (a case and its rating) follows from the same
 * number. Breaches are rare, as in a good year: some in ten thousand.
 */
export interface BenchRows {
  readonly dataSet: DataSetName
  /** How many rows there are for `cases` cases. */
  readonly rows: (cases: number) => number
  /** Which case the row belongs to, or stands beside in time. */
  readonly caseOf: (cases: number) => string
  /** SQL by field over `i`, `k` (the case) and `t` (its time); a field that is not here is empty. */
  readonly fields: Readonly<Record<string, string>>
}

export const BENCH_CENTERS = 11
const CENTERS = BENCH_CENTERS

/** Cases come in the order of their numbers, all through the year, in opening hours: the day of the year of case `k`. */
export function benchDay(k: string, cases: number): string {
  return `((${k} * 365) // ${cases})`
}

export function benchTime(k: string, cases: number): string {
  return `(TIMESTAMP '2021-01-01 08:30:00' + to_seconds(CAST(${benchDay(k, cases)} * 86400 + (${k} * 104729) % 28800 AS BIGINT)))`
}

const later = (seconds: string) => `(t + to_seconds(CAST(${seconds} AS BIGINT)))`
const center = (n: string) => `'c' || (${n} % ${CENTERS})`
const caseId = `'B' || k`
const counter = `'w' || (k % ${CENTERS}) || '-' || ((k // ${CENTERS}) % 12)`
const rare = (one: number) => `((k * 2654435761) % ${one} = 0)`

const every = (step: number) => ({
  rows: (cases: number) => Math.floor(cases / step),
  caseOf: () => `(i * ${step})`,
})
const evenly = (count: number) => ({
  rows: () => count,
  caseOf: (cases: number) => `((i * ${cases}) // ${count})`,
})

export const BENCH_ROWS: readonly BenchRows[] = [
  {
    dataSet: 'service_cases',
    ...every(1),
    fields: {
      record_id: caseId,
      center_id: center('k'),
      home_center_id: `CASE WHEN k % 9 = 0 THEN ${center('k + 1')} ELSE ${center('k')} END`,
      item_id: `'item' || (k % 174)`,
      line: `'line' || (k % 174) % 9`,
      counter_id: `CASE WHEN k % 4 = 0 THEN NULL ELSE ${counter} END`,
      staff_id: `'s' || (i % 300)`,
      channel: `CASE WHEN k % 4 = 0 THEN 'online' ELSE 'counter' END`,
      case_type: `CASE WHEN k % 3 = 0 THEN 'promised' ELSE 'instant' END`,
      status: `CASE WHEN i % 50 = 0 THEN 'withdrawn' ELSE 'completed' END`,
      submitted_at: 't',
      responded_at: later(`CASE WHEN ${rare(20000)} THEN 1209600 ELSE (k * 31) % 3600 END`),
      promised_on: `CASE WHEN k % 3 = 0 THEN CAST(${later('864000')} AS DATE) END`,
      completed_at: later(`3600 + (k * 17) % 7200`),
      receipt_no: `CASE WHEN k % 3 = 0 AND NOT ${rare(15000)} THEN 'R' || i END`,
      login_method: `CASE WHEN k % 4 = 0 THEN NULL WHEN ${rare(25000)} THEN 'manual' WHEN k % 3 = 0 THEN 'e-licence' ELSE 'id-card' END`,
    },
  },
  {
    dataSet: 'ratings',
    rows: (cases) => Math.floor((cases * 6) / 10),
    caseOf: () => '((i * 10) // 6)',
    fields: {
      record_id: `'P' || i`,
      case_id: caseId,
      center_id: center('k'),
      counter_id: counter,
      staff_id: `'s' || (i % 300)`,
      channel: `CASE WHEN i % 25 = 0 THEN 'system-default' WHEN k % 4 = 0 THEN 'web' ELSE 'counter-device' END`,
      device_id: `'d' || (i % 132)`,
      satisfaction: `CASE WHEN ${rare(9000)} THEN 'very-dissatisfied' WHEN i % 30 = 0 THEN 'fairly-satisfied' WHEN i % 5 = 0 THEN 'satisfied' ELSE 'very-satisfied' END`,
      rated_at: later(`3700 + (k * 17) % 7200 + (i * 13) % 600`),
      attempt: `1`,
      verification: `CASE WHEN ${rare(9000)} THEN 'substantiated' END`,
      responsibility: `CASE WHEN ${rare(9000)} THEN 'staff' END`,
    },
  },
  {
    dataSet: 'licence_reads',
    ...every(5),
    fields: {
      record_id: `'L' || i`,
      center_id: center('k'),
      counter_id: counter,
      case_id: caseId,
      method: `'id-card'`,
      result: `CASE WHEN i % 100 = 0 THEN 'failed' ELSE 'read' END`,
      read_at: later('60'),
    },
  },
  {
    dataSet: 'papers_taken',
    ...every(5),
    fields: {
      record_id: `'M' || i`,
      center_id: center('k'),
      case_id: caseId,
      item_id: `'item' || (k % 174)`,
      paper_id: `CASE WHEN ${rare(30000)} THEN 'paper-x' ELSE 'paper' || (i % 3) END`,
      taken_at: later('120'),
    },
  },
  {
    dataSet: 'guide_papers',
    ...evenly(174 * 3),
    fields: {
      record_id: `'G' || i`,
      item_id: `'item' || (i % 174)`,
      paper_id: `'paper' || (i // 174)`,
      paper_name: `'材料' || (i // 174)`,
      from_on: `DATE '2021-01-01'`,
    },
  },
  {
    dataSet: 'split_intakes',
    ...every(50),
    fields: {
      record_id: `'F' || i`,
      case_id: caseId,
      center_id: center('k'),
      accepting_center_id: center('k + 1'),
      received_at: 't',
      sent_at: later(`CASE WHEN ${rare(900)} THEN 1209600 ELSE 600 END`),
      answered_at: later(`CASE WHEN ${rare(900)} THEN 1300000 ELSE 1200 END`),
    },
  },
  {
    dataSet: 'appointments',
    ...every(10),
    fields: {
      record_id: `'Y' || i`,
      center_id: center('k'),
      status: `'served'`,
      created_at: 't',
      confirmed_at: later(`CASE WHEN ${rare(3000)} THEN 1209600 ELSE 900 END`),
      slot_at: later('172800'),
      arrived_at: later('172500'),
      served_at: later('172900'),
    },
  },
  {
    dataSet: 'hotline_orders',
    ...every(500),
    fields: {
      record_id: `'H' || i`,
      center_id: center('k'),
      kind: `CASE WHEN k % 3 = 0 THEN 'complaint' ELSE 'consultation' END`,
      origin: `'phone'`,
      received_at: 't',
      contacted_at: later('3600'),
      handled_at: later('86400'),
      verification: `CASE WHEN i % 300 = 0 THEN 'substantiated' ELSE 'unsubstantiated' END`,
      responsibility: `CASE WHEN i % 300 = 0 THEN 'staff' END`,
    },
  },
  {
    dataSet: 'counters',
    ...evenly(CENTERS * 12),
    fields: {
      record_id: `'W' || i`,
      center_id: center('i'),
      counter_id: `'w' || (i % ${CENTERS}) || '-' || (i // ${CENTERS})`,
      kind: `CASE WHEN (i // ${CENTERS}) % 6 = 0 THEN 'special' ELSE 'general' END`,
      opens_on: `DATE '2021-01-01'`,
    },
  },
  {
    dataSet: 'openings',
    ...evenly(CENTERS * 365 * 2),
    fields: {
      record_id: `'O' || i`,
      center_id: center('i'),
      day: `DATE '2021-01-01' + CAST((i // ${CENTERS}) % 365 AS INTEGER)`,
      slot: `CASE WHEN i // (${CENTERS} * 365) = 0 THEN 'morning' ELSE 'afternoon' END`,
      status: `'open'`,
      staff_due: `20`,
      staff_present: `20`,
    },
  },
  {
    dataSet: 'equipment_faults',
    ...evenly(CENTERS * 8),
    fields: {
      record_id: `'E' || i`,
      center_id: center('i'),
      device: `'触摸屏'`,
      reported_at: 't',
      responsibility: `'center'`,
      repaired_at: later('172800'),
    },
  },
]
