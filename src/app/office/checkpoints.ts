import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf, type Timestamp } from '../../core/kernel/timestamp.ts'
import { applyEvent, draftOf, type AssessmentDraft } from '../../core/ledger/apply-event.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import { genesisOf, type ChainHead } from '../../core/ledger/chain.ts'
import { emptyAssessment } from '../../core/ledger/evolve.ts'
import type { Acting } from './acting-refusals.ts'
import type { LiveAssessment } from './live-assessment.ts'
import type { Office } from './office.ts'
import { readChecked, storedLedger } from './read-checked.ts'

/**
 * The assessment as it stood at some place of its ledger. What was found until then is shared with the states after it, so that
 * one costs little more than its lists.
 */
export interface Checkpoint {
  readonly head: ChainHead
  readonly day: PlainDate
  readonly state: AssessmentState
}

/** A third of a second to fold. */
const EVENTS_BETWEEN = 20_000

/** Kept while the ledger is folded; `note` takes each place that `state` was folded to. */
export function checkpointsOf(
  state: AssessmentState,
  between = EVENTS_BETWEEN,
): {
  readonly checkpoints: readonly Checkpoint[]
  readonly note: (head: ChainHead, recordedAt: Timestamp) => void
} {
  const checkpoints: Checkpoint[] = []
  return {
    checkpoints,
    note: (head, recordedAt) => {
      if (head.seq % between === 0) checkpoints.push({ head, day: dayOf(recordedAt), state: draftOf(state) })
    },
  }
}

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
