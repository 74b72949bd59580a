import type { AssessmentId, BonusId, CenterId, FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from '../people/actor.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'

/**
 * The center whose case refers to the file: the actor's own where one of its cases does, otherwise any; null where no
 * case of the assessment does.
 */
export async function centerOfEvidence(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  digest: string,
): Promise<Acting<CenterId | null>> {
  const looked = await lookIn(office, actor, 'evidence.read', assessmentId)
  if (!looked.ok) return looked
  const { state, told } = looked.value
  const centers = [...(told.shownIn.get(digest) ?? [])].flatMap(
    (caseId) =>
      state.findings.get(caseId as FindingId)?.centerId ?? state.bonuses.get(caseId as BonusId)?.centerId ?? [],
  )
  const own = centers.find((centerId) => centerId === actor.centerId)
  return accepted(own ?? centers[0] ?? null)
}
