import type { AssessmentId, CenterId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import type { Clocks, ScoreSheet } from '../../core/scoring/score-sheet.ts'
import { verificationCode, type VerificationCode } from '../../core/scoring/verification-code.ts'
import type { Actor } from '../people/actor.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { ExplainedSection } from './explained-sections.ts'
import { explainedSheet } from './explained-sheet.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import { sheetsAsOf } from './sheets-as-of.ts'

export interface SheetView {
  readonly sheet: ScoreSheet
  readonly clocks: Clocks | null
  /**
   * 核验码: stands for the sheet and for the ledger up to `seq`. Null for a sheet that leaves out what had happened since a day
   * of the period: no place of the ledger has that sheet, so its code could never be found again.
   */
  readonly verification: VerificationCode | null
  /** The total as arithmetic, then section by section, each line as a sentence with its clause's wording. */
  readonly sentence: string
  readonly sections: readonly ExplainedSection[]
  /** Whether this very sheet was sealed; null while nothing is. */
  readonly isSealed: boolean | null
}

/** One center's sheet, as it stands or as it was (`clocks`). */
export async function readSheet(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  centerId: CenterId,
  clocks: Clocks | null,
): Promise<Acting<SheetView>> {
  const looked = await lookIn(office, actor, 'sheet.read', assessmentId, centerId)
  if (!looked.ok) return looked
  const live = looked.value
  const { adopted, digestOf, state } = live
  if (!state.centers.has(centerId)) return refusedActing('center-unlisted', centerId)
  const sealed = state.seal?.sheets.find((one) => one.centerId === centerId)
  const placed = await placedSheet(office, live, centerId, clocks)
  if (!placed.ok) return placed
  const { sheet, head } = placed.value
  if (sheet === null) return refusedActing('center-unlisted', centerId)
  const { digest, sentence, sections } = explainedSheet(adopted.rubric, digestOf, sheet)
  const isWhole = clocks === null || (state.periodTo !== null && clocks.occurredBy >= state.periodTo)
  return accepted({
    sheet,
    clocks,
    verification: isWhole ? verificationCode(head, centerId, digest, digestOf) : null,
    sentence,
    sections,
    isSealed: sealed ? sealed.digest === digest : null,
  })
}

/** As it stands: of this center alone, since the others' sheets cost as much again. */
async function placedSheet(
  office: Office,
  live: LiveAssessment,
  centerId: CenterId,
  clocks: Clocks | null,
): Promise<Acting<{ readonly sheet: ScoreSheet | null; readonly head: ChainHead }>> {
  if (clocks === null) return accepted({ sheet: live.scores.sheet(centerId), head: live.head })
  const placed = await sheetsAsOf(office, live, clocks)
  if (!placed.ok) return placed
  const { sheets, head } = placed.value
  return accepted({ sheet: sheets.find((one) => one.centerId === centerId) ?? null, head })
}
