import type { AssessmentId, FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { refusal } from '../../core/ledger/ledger-refusals.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import { viewOf, type FindingView } from './list-findings.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import { readPlaces } from '../office/read-range.ts'

/** Everything that was recorded about it, oldest first. */
export interface FindingHistory extends FindingView {
  readonly history: readonly LedgerEvent[]
}

export async function readFinding(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  findingId: FindingId,
): Promise<Acting<FindingHistory>> {
  const looked = await lookIn(office, actor, 'finding.read', assessmentId)
  if (!looked.ok) return looked
  const finding = looked.value.state.findings.get(findingId)
  if (!finding) return { ok: false, refusal: refusal('finding-unknown', findingId) }
  if (!may(actor, 'finding.read', finding.centerId)) return refusedActing('not-permitted')
  const view = viewOf(looked.value, finding)
  const history = await readPlaces(office.ledgers, actor.tenantId, assessmentId, finding.because)
  return history.ok ? accepted({ ...view, history: history.value }) : history
}
