import { coverageOf, type Coverage } from '../../core/detection/coverage.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { lookIn } from '../office/look-in.ts'
import type { Actor } from '../people/actor.ts'
import type { AtDesk } from './desk-refusals.ts'
import { detectionsInForce, readable } from './detections-in-force.ts'
import type { RecordsDesk } from './records-desk.ts'

/** Where the facts for each clause of an assessment's rubric come from; a clause without any is among the faults. */
export async function readCoverage(
  desk: Pick<RecordsDesk, 'detections' | 'office'>,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<AtDesk<Coverage>> {
  const looked = await lookIn(desk.office, actor, 'coverage.read', assessmentId)
  if (!looked.ok) return looked
  const { rubric } = looked.value.adopted
  const inForce = await detectionsInForce(desk, actor.tenantId, looked.value)
  if (!inForce.ok) return inForce
  const declared = await desk.detections.declared(actor.tenantId, rubric.id)
  if (!declared.ok) return declared
  return accepted(coverageOf(rubric, readable(inForce.value), declared.value?.feeds ?? []))
}
