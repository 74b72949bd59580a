import { DATA_SETS } from '../../src/core/records/data-sets.ts'
import { ALL_CASES } from '../detections/all-cases.ts'
import type { Asked } from '../detections/detection-case.ts'
import type { TestRecord, TestRecords } from '../detections/tables.ts'

/** The rows of all detections as one district: each row's centers and records under names of their own. */
export interface MergedCases {
  readonly records: TestRecords
  readonly asked: readonly MergedAsk[]
}

/** One way in which a detection is asked, over the centers of its own rows. */
export interface MergedAsk {
  readonly detection: string
  readonly centers: readonly string[]
  readonly how: Asked
}

export function mergedCases(): MergedCases {
  const records: Record<string, TestRecord[]> = {}
  const asked: MergedAsk[] = []
  for (const [at, { detection, rows }] of ALL_CASES.entries()) {
    const centers: string[] = []
    const hows = new Map<string, Asked>()
    for (const [place, [, given, , how = {}]] of rows.entries()) {
      const prefix = `d${at}r${place}-`
      centers.push(...(how.centers ?? ['a', 'b']).map((center) => `${prefix}${center}`))
      const { centers: _own, ...rest } = how
      hows.set(JSON.stringify(rest), rest)
      for (const { name } of DATA_SETS)
        for (const [index, record] of (given[name] ?? []).entries())
          (records[name] ??= []).push(renamed({ record_id: String(index + 1), ...record }, prefix))
    }
    for (const how of hows.values()) asked.push({ detection, centers, how })
  }
  return { records, asked }
}

/** What names a center, a record or an item of the same row goes on doing so. */
const NAMES =
  'record_id center_id home_center_id accepting_center_id case_id rating_id order_id station_id item_id'.split(' ')

function renamed(record: TestRecord, prefix: string): TestRecord {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      NAMES.includes(name) && typeof value === 'string' ? prefix + value : value,
    ]),
  )
}
