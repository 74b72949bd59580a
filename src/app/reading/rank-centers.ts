import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import type { Clocks } from '../../core/scoring/score-sheet.ts'
import type { Actor } from '../people/actor.ts'
import { rankSheets, type RankedSheet } from '../../core/analysis/rank-sheets.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import { sheetsAsOf } from './sheets-as-of.ts'

export interface Ranking {
  readonly ranked: readonly RankedSheet[]
  readonly clocks: Clocks | null
  readonly head: ChainHead
}

/** 排名 of all centers, as it stands or as it was (`clocks`), with how far each rank can still move. */
export async function rankCenters(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  clocks: Clocks | null,
): Promise<Acting<Ranking>> {
  const looked = await lookIn(office, actor, 'ranking.read', assessmentId)
  if (!looked.ok) return looked
  const placed = await sheetsAsOf(office, looked.value, clocks)
  if (!placed.ok) return placed
  const { sheets, head } = placed.value
  return accepted({ ranked: rankSheets(sheets), clocks, head })
}
