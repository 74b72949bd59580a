import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { ExampleRow } from './example-row.ts'
import type { OpenSpan } from './plan-draft.ts'
import type { Site, SiteCounter } from './site.ts'
import { compact, rowOf } from './world.ts'
import { AFTERNOON, momentOf, MORNING } from './year-rhythm.ts'

/** Morning and afternoon, with noon between. */
export const ORDINARY_SPANS: readonly OpenSpan[] = [MORNING, AFTERNOON]

export function hoursRows(
  { center }: Site,
  { id, staffId }: SiteCounter,
  day: PlainDate,
  spans: readonly OpenSpan[],
): ExampleRow[] {
  return spans.map(({ from, to }, at) =>
    rowOf('counter_hours', {
      record_id: `${id}-${compact(day)}-${at + 1}`,
      center_id: center.id,
      counter_id: id,
      staff_id: staffId,
      opened_at: momentOf(day, from),
      closed_at: momentOf(day, to),
    }),
  )
}
