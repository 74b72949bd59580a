import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf, type Timestamp } from '../../core/kernel/timestamp.ts'
import { draftOf } from '../../core/ledger/apply-event.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'

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
