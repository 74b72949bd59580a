import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import { genesisOf } from '../../core/ledger/chain.ts'
import { interpretationsIn } from '../../core/ledger/interpretations-in.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { score } from '../../core/scoring/score.ts'
import type { Clocks, ScoreSheet } from '../../core/scoring/score-sheet.ts'
import type { Actor } from '../people/actor.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Office } from '../office/office.ts'
import { readChecked, storedLedger } from '../office/read-checked.ts'

/** Sheets with the place in the ledger that they rest on. `clocks` null: as everything stands now. */
export interface PlacedSheets {
  readonly sheets: readonly ScoreSheet[]
  readonly head: ChainHead
  readonly clocks: Clocks | null
}

/** Of the live state, or (any past day) of the ledger read again: the same ledger gives the same sheets, byte for byte. */
export async function sheetsAsOf(
  office: Office,
  { tenantId }: Actor,
  live: LiveAssessment,
  assessmentId: AssessmentId,
  clocks: Clocks | null,
): Promise<Acting<PlacedSheets>> {
  if (clocks === null) return accepted({ sheets: live.scores.sheets(), head: live.head, clocks })
  const { adopted, digestOf } = live
  const events: LedgerEvent[] = []
  let head = genesisOf(live.header, digestOf)
  const ledger = storedLedger(office.ledgers, tenantId, assessmentId, digestOf)
  const read = await readChecked(ledger, head, null, (event, { seq, digest }) => {
    if (dayOf(event.recordedAt) > clocks.knownBy) return
    events.push(event)
    head = { seq, digest }
  })
  if (!read.ok) return read
  return accepted({ sheets: score(adopted.rubric, interpretationsIn(events), events, clocks), head, clocks })
}
