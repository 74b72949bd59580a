import { accepted } from '../../core/kernel/outcome.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import type { Retirement } from '../../core/ledger/assessment-state.ts'
import { isRetired } from '../../core/ledger/retire-detection.ts'
import { lookIn } from '../office/look-in.ts'
import type { Actor } from '../people/actor.ts'
import type { AtDesk } from './desk-refusals.ts'
import type { RecordsDesk } from './records-desk.ts'

/** What is adopted for the rubric and retired in the assessment now: by whom, when, why. */
export async function listRetirements(
  desk: Pick<RecordsDesk, 'detections' | 'office'>,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<AtDesk<readonly Retirement[]>> {
  const looked = await lookIn(desk.office, actor, 'detection.read', assessmentId)
  if (!looked.ok) return looked
  const { retirements } = looked.value.state
  const held = await desk.detections.detections(actor.tenantId, looked.value.adopted.rubric.id)
  if (!held.ok) return held
  return accepted(
    held.value.flatMap((one) =>
      isRetired({ retirements }, one) ? (retirements.findLast(({ detection }) => detection === one.name) ?? []) : [],
    ),
  )
}
