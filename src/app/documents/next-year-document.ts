import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { nextYearOf, type AnalysisDesk, type AskedNotice } from '../analyzing/next-year.ts'
import { lookIn } from '../office/look-in.ts'
import type { Actor } from '../people/actor.ts'
import type { AtDesk } from '../records/desk-refusals.ts'
import { nextYearTables } from './next-year.ts'

/** 来年测算, as the page shows it. */
export async function nextYearDocument(
  desk: AnalysisDesk,
  actor: Actor,
  assessmentId: AssessmentId,
  asked: AskedNotice,
): Promise<AtDesk<OfficialDocument>> {
  const looked = await lookIn(desk.office, actor, 'analysis.read', assessmentId)
  if (!looked.ok) return looked
  const told = await nextYearOf(desk, actor, assessmentId, asked)
  if (!told.ok) return told
  const { nextYear, rubric, head } = told.value
  const madeOn = dayOf(desk.office.clock.now())
  const ledger = { seq: head.seq, head: head.digest }
  return accepted(nextYearTables({ nextYear, before: looked.value.adopted.rubric, after: rubric, madeOn, ledger }))
}
