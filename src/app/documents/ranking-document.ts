import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Clocks } from '../../core/scoring/score-sheet.ts'
import { refusedActing } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Actor } from '../people/actor.ts'
import type { AtDesk } from '../records/desk-refusals.ts'
import { factsOfOffice, type ScoresDesk } from './facts-of-office.ts'
import { ranking } from './ranking.ts'

/** 汇总排名 of all centers, as it stands or as it was (`clocks`). */
export async function rankingDocument(
  desk: ScoresDesk,
  actor: Actor,
  assessmentId: AssessmentId,
  clocks: Clocks | null,
): Promise<AtDesk<OfficialDocument>> {
  const looked = await lookIn(desk.office, actor, 'ranking.read', assessmentId)
  if (!looked.ok) return looked
  const facts = await factsOfOffice(desk, actor, looked.value, clocks)
  if (!facts.ok) return facts
  const all = facts.value.sheets().map((sheet) => facts.value.factsOf(sheet, new Set()))
  return all.length === 0 ? refusedActing('centers-none') : accepted(ranking(all))
}
