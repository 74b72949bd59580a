import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { AssessmentId, CenterId, ClauseId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Clocks } from '../../core/scoring/score-sheet.ts'
import { refusedActing } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Actor } from '../people/actor.ts'
import type { AtDesk } from '../records/desk-refusals.ts'
import { sheetCoverage } from '../records/sheet-coverage.ts'
import { factsOfOffice, type ScoresDesk } from './facts-of-office.ts'
import { scoreSheet, scoreSheets } from './score-sheet.ts'
import type { LocalColumn } from './sheet-columns.ts'
import type { SheetFacts } from './sheet-facts.ts'

/** 得分表 of one center, as it stands or as it was (`clocks`). */
export async function sheetDocument(
  desk: ScoresDesk,
  actor: Actor,
  assessmentId: AssessmentId,
  centerId: CenterId,
  clocks: Clocks | null,
  columns?: readonly LocalColumn[],
): Promise<AtDesk<OfficialDocument>> {
  const looked = await lookIn(desk.office, actor, 'sheet.read', assessmentId, centerId)
  if (!looked.ok) return looked
  if (!looked.value.state.centers.has(centerId)) return refusedActing('center-unlisted', centerId)
  const unchecked = await uncheckedAt(desk, actor, assessmentId, centerId, clocks)
  if (!unchecked.ok) return unchecked
  const facts = await factsOfOffice(desk, actor, looked.value, clocks)
  if (!facts.ok) return facts
  const sheet = facts.value.sheetOf(centerId)
  if (sheet === null) return refusedActing('center-unlisted', centerId)
  return accepted(scoreSheet(facts.value.factsOf(sheet, unchecked.value), columns))
}

/** 得分表 of all centers, one after another. */
export async function sheetsDocument(
  desk: ScoresDesk,
  actor: Actor,
  assessmentId: AssessmentId,
  clocks: Clocks | null,
  columns?: readonly LocalColumn[],
): Promise<AtDesk<OfficialDocument>> {
  const looked = await lookIn(desk.office, actor, 'ranking.read', assessmentId)
  if (!looked.ok) return looked
  if (looked.value.state.centers.size === 0) return refusedActing('centers-none')
  const unchecked = new Map<CenterId, ReadonlySet<ClauseId>>()
  for (const centerId of looked.value.state.centers.keys()) {
    const own = await uncheckedAt(desk, actor, assessmentId, centerId, clocks)
    if (!own.ok) return own
    unchecked.set(centerId, own.value)
  }
  const facts = await factsOfOffice(desk, actor, looked.value, clocks)
  if (!facts.ok) return facts
  const { sheets, factsOf } = facts.value
  const all = sheets().map((sheet): SheetFacts => factsOf(sheet, unchecked.get(sheet.centerId) ?? new Set()))
  return all.length === 0 ? refusedActing('centers-none') : accepted(scoreSheets(all, columns))
}

async function uncheckedAt(
  desk: ScoresDesk,
  actor: Actor,
  assessmentId: AssessmentId,
  centerId: CenterId,
  clocks: Clocks | null,
): Promise<AtDesk<ReadonlySet<ClauseId>>> {
  const looks = await sheetCoverage(desk, actor, assessmentId, centerId, clocks?.knownBy ?? null)
  if (!looks.ok) return looks
  return accepted(new Set(looks.value.flatMap(({ clauseId, state }) => (state === 'unsearched' ? [clauseId] : []))))
}
