import type { AssessmentId, FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from '../people/actor.ts'
import { lookAtFinding } from '../office/look-at-finding.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import { districtLine } from './import-frame.ts'
import { recordsBehind } from './records-behind.ts'
import type { RecordsDesk } from './records-desk.ts'
import { showRecords, type ShownRecord } from './show-records.ts'

export interface FindingRecords {
  readonly total: number
  readonly records: readonly ShownRecord[]
}

/**
 * The records that a suspicion rests on, in the version that it was raised by, as they are kept. A center sees those of its
 * own findings and no other record; whoever may open records sees those of any.
 */
export async function readFindingRecords(
  desk: Pick<RecordsDesk, 'records' | 'detections' | 'office'>,
  actor: Actor,
  about: { readonly assessmentId: AssessmentId; readonly findingId: FindingId },
  page: { readonly from: number; readonly limit: number },
): Promise<AtDesk<FindingRecords>> {
  const { assessmentId, findingId } = about
  const looked = await lookAtFinding(desk.office, actor, 'finding.records', assessmentId, findingId)
  if (!looked.ok) return looked
  const { live, finding } = looked.value
  if (finding.source !== 'records') return refuseAtDesk('finding-without-records', findingId)
  const behind = await recordsBehind(desk, actor.tenantId, live, finding)
  if (!behind.ok) return behind
  const line = await districtLine(desk, actor.tenantId)
  if (!line.ok) return line
  const refs = behind.value.slice(page.from, page.from + page.limit)
  const records = await showRecords(desk.records, actor.tenantId, line.value, refs)
  return records.ok ? accepted({ total: behind.value.length, records: records.value }) : records
}
