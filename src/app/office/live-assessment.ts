import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { applyEvent, draftOf, type AssessmentDraft } from '../../core/ledger/apply-event.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import { genesisOf, type ChainHead, type DigestOf, type LedgerHeader } from '../../core/ledger/chain.ts'
import { emptyAssessment } from '../../core/ledger/evolve.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { AdoptedRubric } from '../ports/rubric-archive.ts'
import { storeFault } from '../ports/store-fault.ts'
import type { Acting } from './acting-refusals.ts'
import { checkpointsOf, type Checkpoint } from './checkpoints.ts'
import { liveHistory, type LiveHistory } from './live-history.ts'
import { liveScores, type LiveScores } from './live-scores.ts'
import { toldSoFar, type Told } from './told.ts'

/**
 * An assessment as its ledger stands, folded. It goes on changing: read from it without waiting in between, and copy
 * what must stay.
 */
export interface LiveAssessment {
  readonly header: LedgerHeader
  readonly adopted: AdoptedRubric
  readonly digestOf: DigestOf
  readonly state: AssessmentState
  readonly scores: LiveScores
  readonly history: LiveHistory
  /** Oldest first. */
  readonly checkpoints: readonly Checkpoint[]
  readonly told: Told
  readonly head: ChainHead
  /** Of the last event: the ledger's clock never runs backwards. */
  readonly recordedAt: Timestamp | null
}

export type LiveDraft = LiveAssessment & { readonly fold: (event: LedgerEvent, head: ChainHead) => void }

/** Before its first event. Refused where the rubric is not the one that the header binds. */
export function newLive(header: LedgerHeader, adopted: AdoptedRubric, digestOf: DigestOf): Acting<LiveDraft> {
  const { assessmentId } = header
  if (digestOf(canonicalJson(adopted.rubric)) !== header.rubricDigest)
    return storeFault('store-corrupted', `考核 ${assessmentId} 的细则`, '内容与台账首部所记的摘要不符')
  const state: AssessmentDraft = draftOf(emptyAssessment)
  const scores = liveScores(adopted.rubric, state)
  const history = liveHistory(state, scores)
  const { checkpoints, note: noteCheckpoint } = checkpointsOf(state)
  const { told, note } = toldSoFar()
  let head = genesisOf(header, digestOf)
  let recordedAt: Timestamp | null = null
  return accepted({
    header,
    adopted,
    digestOf,
    state,
    scores,
    history,
    checkpoints,
    told,
    get head() {
      return head
    },
    get recordedAt() {
      return recordedAt
    },
    fold: (event, after) => {
      history.before(event)
      applyEvent(state, event)
      scores.note(event)
      history.after(event)
      head = { seq: after.seq, digest: after.digest }
      note(event, head)
      recordedAt = event.recordedAt
      noteCheckpoint(head, event.recordedAt)
    },
  })
}
