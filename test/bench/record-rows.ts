import type { DataSetName } from '../../src/core/records/data-set.ts'

/**
 * Records for benchmarks as SQL over `range(rows)`: what the store would keep of them, without making and importing files
 * of gigabytes. What one record says of another (a case and its rating) follows from the same number. Breaches are rare,
 * as in a good year: some in ten thousand.
 */
export interface BenchRows {
  readonly dataSet: DataSetName
  readonly rows: number
  /** Over `i`, the row: which case it belongs to, or stands beside in time. */
  readonly caseOf: string
  /** By field, over `i`, `k` (the case) and `t` (its time); a field that is not here is empty. */
  readonly fields: Readonly<Record<string, string>>
}

/** A district of eleven centers has a million cases a year; what is larger has more centers, and not busier ones. */
export function benchCenters(cases: number): number {
  return Math.max(11, Math.round((cases * 11) / 1_000_000))
}

/** The day of the year of case `k`, from 0: cases come in the order of their numbers. */
export function benchDay(cases: number): string {
  return `((k * 365) // ${cases})`
}

/** Within opening hours, from half past eight to half past four. */
export function benchTime(cases: number): string {
  return `(TIMESTAMP '2021-01-01 08:30:00' + to_seconds(CAST(${benchDay(cases)} * 86400 + (k * 104729) % 28800 AS BIGINT)))`
}

/** A year of `cases` cases and of everything that the detections of the example notice read in bulk. */
export function benchRows(cases: number): readonly BenchRows[] {
  const ground = groundOf(cases)
  return [...caseRows(ground), ...ratingRows(ground), ...otherRows(ground), ...registerRows(ground)]
}

interface Ground {
  readonly centers: number
  /** One row for every `step` cases. */
  readonly every: (step: number) => Pick<BenchRows, 'rows' | 'caseOf'>
  /** So many rows, evenly over the year. */
  readonly evenly: (rows: number) => Pick<BenchRows, 'rows' | 'caseOf'>
  readonly center: (n: string) => string
  readonly counter: string
}

const COUNTERS = 12
const later = (seconds: string) => `(t + to_seconds(CAST(${seconds} AS BIGINT)))`
const rare = (one: number) => `((k * 2654435761) % ${one} = 0)`
const CASE_ID = `'B' || k`
const STAFF_ID = `'s' || (k % 300)`
const ITEM_ID = `'item' || (k % 174)`

function groundOf(cases: number): Ground {
  const centers = benchCenters(cases)
  return {
    centers,
    every: (step) => ({ rows: Math.floor(cases / step), caseOf: `(i * ${step})` }),
    // Rounded up, so that the rows of one day are within it.
    evenly: (rows) => ({ rows, caseOf: `((i * ${cases} + ${rows} - 1) // ${rows})` }),
    center: (n) => `'c' || ((${n}) % ${centers})`,
    counter: `'w' || (k % ${centers}) || '-' || ((k // ${centers}) % ${COUNTERS})`,
  }
}

function caseRows({ every, center, counter }: Ground): readonly BenchRows[] {
  return [
    {
      dataSet: 'service_cases',
      ...every(1),
      fields: {
        record_id: CASE_ID,
        center_id: center('k'),
        home_center_id: `CASE WHEN k % 9 = 0 THEN ${center('k + 1')} ELSE ${center('k')} END`,
        item_id: ITEM_ID,
        line: `'line' || (k % 174) % 9`,
        counter_id: `CASE WHEN k % 7 = 0 THEN NULL ELSE ${counter} END`,
        staff_id: STAFF_ID,
        channel: `CASE WHEN k % 7 = 0 THEN 'online' ELSE 'counter' END`,
        case_type: `CASE WHEN k % 3 = 0 THEN 'promised' ELSE 'instant' END`,
        status: `CASE WHEN k % 50 = 7 THEN 'withdrawn' ELSE 'completed' END`,
        submitted_at: 't',
        responded_at: later(`CASE WHEN ${rare(20000)} THEN 1209600 ELSE (k * 31) % 3600 END`),
        promised_on: `CASE WHEN k % 3 = 0 THEN CAST(${later('864000')} AS DATE) END`,
        completed_at: later(`3600 + (k * 17) % 7200`),
        receipt_no: `CASE WHEN k % 3 = 0 AND NOT ${rare(15000)} THEN 'R' || k END`,
        login_method: `CASE WHEN k % 7 = 0 THEN NULL WHEN ${rare(25000)} THEN 'manual' WHEN k % 3 = 0 THEN 'e-licence' ELSE 'id-card' END`,
      },
    },
    {
      dataSet: 'licence_reads',
      ...every(5),
      fields: {
        record_id: `'L' || i`,
        center_id: center('k'),
        counter_id: counter,
        case_id: CASE_ID,
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
        case_id: CASE_ID,
        item_id: ITEM_ID,
        paper_id: `CASE WHEN ${rare(30000)} THEN 'paper-x' ELSE 'paper' || (i % 3) END`,
        taken_at: later('120'),
      },
    },
    {
      dataSet: 'split_intakes',
      ...every(50),
      fields: {
        record_id: `'F' || i`,
        case_id: CASE_ID,
        center_id: center('k'),
        accepting_center_id: center('k + 1'),
        received_at: 't',
        sent_at: later(`CASE WHEN ${rare(9000)} THEN 1209600 ELSE 600 END`),
        answered_at: later(`CASE WHEN ${rare(9000)} THEN 1300000 ELSE 1200 END`),
      },
    },
  ]
}

/** Six ratings for ten cases. */
function ratingRows({ every, center, counter, centers }: Ground): readonly BenchRows[] {
  return [
    {
      dataSet: 'ratings',
      rows: Math.floor((every(1).rows * 6) / 10),
      caseOf: '((i * 10) // 6)',
      fields: {
        record_id: `'P' || i`,
        case_id: CASE_ID,
        center_id: center('k'),
        counter_id: counter,
        staff_id: STAFF_ID,
        channel: `CASE WHEN i % 25 = 3 THEN 'system-default' WHEN k % 7 = 0 THEN 'web' ELSE 'counter-device' END`,
        device_id: `'d' || (k % ${centers * COUNTERS})`,
        satisfaction: `CASE WHEN ${rare(9000)} THEN 'very-dissatisfied' WHEN i % 30 = 0 THEN 'fairly-satisfied' WHEN i % 5 = 0 THEN 'satisfied' ELSE 'very-satisfied' END`,
        rated_at: later(`3700 + (k * 17) % 7200 + (k * 13) % 600`),
        attempt: `1`,
        verification: `CASE WHEN ${rare(9000)} THEN 'substantiated' END`,
        responsibility: `CASE WHEN ${rare(9000)} THEN 'staff' END`,
      },
    },
  ]
}

function otherRows({ every, evenly, center, centers }: Ground): readonly BenchRows[] {
  return [
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
        served_at: later(`CASE WHEN ${rare(4000)} THEN 176400 ELSE 172900 END`),
      },
    },
    {
      dataSet: 'hotline_orders',
      ...every(500),
      fields: {
        record_id: `'H' || i`,
        center_id: center('k'),
        kind: `CASE WHEN i % 3 = 0 THEN 'complaint' ELSE 'consultation' END`,
        origin: `'phone'`,
        received_at: 't',
        contacted_at: later('3600'),
        handled_at: later('86400'),
        verification: `CASE WHEN i % 300 = 0 THEN 'substantiated' ELSE 'unsubstantiated' END`,
        responsibility: `CASE WHEN i % 300 = 0 THEN 'staff' END`,
      },
    },
    {
      dataSet: 'equipment_faults',
      ...evenly(centers * 8),
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
}

/** What is registered once or day by day. */
function registerRows({ evenly, center, centers }: Ground): readonly BenchRows[] {
  const day = 'CAST(t AS DATE)'
  const counterId = `'w' || (i % ${centers}) || '-' || (i // ${centers}) % ${COUNTERS}`
  const half = `(i // ${centers * COUNTERS}) % 2`
  return [
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
      dataSet: 'counters',
      ...evenly(centers * COUNTERS),
      fields: {
        record_id: `'W' || i`,
        center_id: center('i'),
        counter_id: counterId,
        kind: `CASE WHEN (i // ${centers}) % 6 = 0 THEN 'special' ELSE 'general' END`,
        opens_on: `DATE '2021-01-01'`,
      },
    },
    {
      dataSet: 'openings',
      ...evenly(centers * 365 * 2),
      fields: {
        record_id: `'O' || i`,
        center_id: center('i'),
        day,
        slot: `CASE (i // ${centers}) % 2 WHEN 0 THEN 'morning' ELSE 'afternoon' END`,
        status: `'open'`,
        staff_due: `20`,
        staff_present: `20`,
      },
    },
    {
      dataSet: 'counter_hours',
      ...evenly(centers * COUNTERS * 365 * 2),
      fields: {
        record_id: `'T' || i`,
        center_id: center('i'),
        counter_id: counterId,
        opened_at: `${day} + to_seconds(CAST(CASE ${half} WHEN 0 THEN 30600 ELSE 46800 END AS BIGINT))`,
        closed_at: `${day} + to_seconds(CAST(CASE ${half} WHEN 0 THEN 41400 ELSE 59400 END AS BIGINT))`,
      },
    },
  ]
}
