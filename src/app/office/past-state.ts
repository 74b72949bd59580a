import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf, type Timestamp } from '../../core/kernel/timestamp.ts'
import { applyEvent, draftOf, type AssessmentDraft } from '../../core/ledger/apply-event.ts'
import { genesisOf, type ChainHead } from '../../core/ledger/chain.ts'
import { emptyAssessment } from '../../core/ledger/evolve.ts'
import type { Acting } from './acting-refusals.ts'
import type { Checkpoint } from './checkpoints.ts'
import type { LiveAssessment } from './live-assessment.ts'
import type { Office } from './office.ts'
import { readChecked, storedLedger } from './read-checked.ts'

/** A past state, and where the ledger stood then. */
export interface PastState {
  readonly state: AssessmentDraft
  readonly head: ChainHead
}

/** After the event `seq`. */
export async function stateAfter(office: Office, live: LiveAssessment, seq: number): Promise<Acting<PastState>> {
  const from = live.checkpoints.findLast(({ head }) => head.seq <= seq)
  return folded(office, live, from, seq, () => true)
}

/** As it was known at the end of a day. The ledger's clock never runs backwards: what comes after a later day is not read. */
export async function stateOn(office: Office, live: LiveAssessment, day: PlainDate): Promise<Acting<PastState>> {
  const from = live.checkpoints.findLast((one) => one.day <= day)
  const beyond = live.checkpoints.find((one) => one.day > day)
  return folded(office, live, from, beyond?.head.seq ?? null, (recordedAt) => dayOf(recordedAt) <= day)
}

async function folded(
  office: Office,
  { header, digestOf }: LiveAssessment,
  from: Checkpoint | undefined,
  upTo: number | null,
  isKnown: (recordedAt: Timestamp) => boolean,
): Promise<Acting<PastState>> {
  const state = draftOf(from?.state ?? emptyAssessment)
  let head = from?.head ?? genesisOf(header, digestOf)
  const ledger = storedLedger(office.ledgers, header.tenantId, header.assessmentId, digestOf)
  const read = await readChecked(ledger, head, upTo, (event, { seq, digest }) => {
    if (!isKnown(event.recordedAt)) return
    applyEvent(state, event)
    head = { seq, digest }
  })
  return read.ok ? accepted({ state, head }) : read
}
