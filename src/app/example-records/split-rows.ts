import type { Arrival, Moment } from './case-rows.ts'
import type { ExampleRow, ExampleValues } from './example-row.ts'
import { rowOf } from './world.ts'
import { momentOf } from './year-rhythm.ts'

/** What one center received for another, when it was sent on, and when it was answered there; null for not yet. */
export function splitIntakeOf(
  { site, day, second }: Arrival,
  { record_id: caseId, home_center_id: home }: ExampleValues,
  { sent, answered }: { readonly sent: Moment | null; readonly answered: Moment | null },
): ExampleRow {
  return rowOf('split_intakes', {
    record_id: `LZ${caseId}`,
    case_id: caseId,
    center_id: site.center.id,
    accepting_center_id: home ?? null,
    received_at: momentOf(day, second),
    sent_at: sent && momentOf(sent.day, sent.second),
    answered_at: answered && momentOf(answered.day, answered.second),
  })
}
