import { accepted } from '../../core/kernel/outcome.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import { interpretationsIn } from '../../core/ledger/interpretations-in.ts'
import { scoreKnown } from '../../core/scoring/score.ts'
import type { Clocks, ScoreSheet } from '../../core/scoring/score-sheet.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { stateOn } from '../office/past-state.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Office } from '../office/office.ts'

/** Sheets with the place in the ledger that they rest on. `clocks` null: as everything stands now. */
export interface PlacedSheets {
  readonly sheets: readonly ScoreSheet[]
  readonly head: ChainHead
  readonly clocks: Clocks | null
}

/** Of the live state, or (any past day) of the ledger folded until then: the same ledger gives the same sheets, byte for byte. */
export async function sheetsAsOf(
  office: Office,
  live: LiveAssessment,
  clocks: Clocks | null,
): Promise<Acting<PlacedSheets>> {
  if (clocks === null) return accepted({ sheets: live.scores.sheets(), head: live.head, clocks })
  const past = await stateOn(office, live, clocks.knownBy)
  if (!past.ok) return past
  const { state, head } = past.value
  const answered = live.told.answered.filter(({ seq }) => seq <= head.seq)
  return accepted({ sheets: scoreKnown(live.adopted.rubric, interpretationsIn(answered), state, clocks), head, clocks })
}
