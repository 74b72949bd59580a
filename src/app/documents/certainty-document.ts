import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { certaintyFor, type AskedCertaintyOf } from '../analyzing/certainty.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { certaintyTables } from './certainty.ts'

/** 名次的把握, as the page shows it under the same assumptions. */
export async function certaintyDocument(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  asked: AskedCertaintyOf,
): Promise<Acting<OfficialDocument>> {
  const looked = await lookIn(office, actor, 'analysis.read', assessmentId)
  if (!looked.ok) return looked
  const told = await certaintyFor(office, actor, assessmentId, asked)
  if (!told.ok) return told
  const { certainty, head } = told.value
  const madeOn = dayOf(office.clock.now())
  const ledger = { seq: head.seq, head: head.digest }
  return accepted(certaintyTables({ certainty, rubric: looked.value.adopted.rubric, madeOn, ledger }))
}
