import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { lookAtEvenness } from '../analyzing/look-at-evenness.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { evenness } from './evenness.ts'

/** 尺度, as it stands now; assessors as the asker may see them. */
export async function evennessDocument(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<Acting<OfficialDocument>> {
  const looked = await lookAtEvenness(office, actor, assessmentId)
  if (!looked.ok) return looked
  const { shown, areNamed, head, rubric } = looked.value
  const ledger = { seq: head.seq, head: head.digest }
  return accepted(evenness({ shown, areNamed, rubric, madeOn: dayOf(office.clock.now()), ledger }))
}
