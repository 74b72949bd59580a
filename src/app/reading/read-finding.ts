import type { AssessmentId, FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { caseNumber } from '../../core/ledger/case-number.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { eventIn } from '../../core/ledger/read-chain.ts'
import type { Actor } from '../people/actor.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookAtFinding } from '../office/look-at-finding.ts'
import type { Office } from '../office/office.ts'
import { alikeFindings, type AlikeFinding } from './alike-findings.ts'
import { viewer, type FindingView } from './finding-view.ts'
import { unreadLedger } from '../office/unread-ledger.ts'

/** Everything that was recorded about it, oldest first, and what may be the same event. */
export interface FindingHistory extends FindingView {
  readonly history: readonly LedgerEvent[]
  /** Of each entry of `history`: what the ledger's chain knows it by. */
  readonly digests: readonly Digest[]
  readonly alike: readonly AlikeFinding[]
  /** The numbers of the findings that its amount was set after. */
  readonly cited: readonly Cited[]
  readonly today: PlainDate
}

export interface Cited {
  readonly findingId: FindingId
  readonly number: number
}

export async function readFinding(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  findingId: FindingId,
): Promise<Acting<FindingHistory>> {
  const looked = await lookAtFinding(office, actor, 'finding.read', assessmentId, findingId)
  if (!looked.ok) return looked
  const { live, finding } = looked.value
  const today = dayOf(office.clock.now())
  const view = viewer(live, actor, today)(finding)
  const alike = alikeFindings(live, finding)
  const history: LedgerEvent[] = []
  const digests: Digest[] = []
  for (const seq of finding.because) {
    const read = await office.ledgers.read(actor.tenantId, assessmentId, seq - 1, 1)
    if (!read.ok) return read
    for (const entry of read.value) {
      const event = eventIn(entry.body, entry.seq)
      if (!event.ok) return unreadLedger(assessmentId, event.refusal)
      history.push(event.value)
      digests.push(entry.digest)
    }
  }
  const cited = history.flatMap((event) => (event.type === 'AmountDecided' ? event.precedents : []))
  return accepted({ ...view, history, digests, alike, cited: cited.flatMap(numberedIn(live)), today })
}

function numberedIn({ state }: LiveAssessment): (findingId: FindingId) => readonly Cited[] {
  return (findingId) => {
    const finding = state.findings.get(findingId)
    return finding === undefined ? [] : [{ findingId, number: caseNumber(finding) }]
  }
}
