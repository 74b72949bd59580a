import type { AssessmentId, CenterId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Deadline } from '../../core/kernel/working-days.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import type { Evidence, LedgerEvent, LedgerFact } from '../../core/ledger/ledger-event.ts'
import type { Actor } from '../people/actor.ts'
import type { Action } from '../people/who-may.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'

/** Who asks for an act on which assessment. */
export interface Asking {
  readonly actor: Actor
  readonly assessmentId: AssessmentId
  /** Made by the client for one intent: sent again, it is answered and not done again. */
  readonly key: string
  /** When the person acted, as the device tells it; null for now. */
  readonly actedAt: Timestamp | null
  /** The `seq` of the last event about the finding or bonus that the person saw; null where the act does not rest on one. */
  readonly seen: number | null
}

export interface ActPlan {
  /** The act's name; with `input` it is what a repeated key must repeat. */
  readonly name: string
  readonly input: unknown
  readonly action: Action
  readonly centerOf: (state: AssessmentState) => Acting<CenterId | null>
  /** What the person has looked at, for `seen`. */
  readonly subjectOf?: (state: AssessmentState) => { readonly because: readonly number[] } | undefined
  /** For acts of the office: refused where the actor belongs to the center, under this code. */
  readonly recusal?: 'inspector-of-own-center' | 'decider-of-own-center'
  /** Files that must have been uploaded. */
  readonly evidence?: readonly Evidence[]
  readonly countsDays?: boolean
  readonly facts: (given: Given) => Acting<readonly LedgerFact[]>
}

/** What an act is decided on. `deadline` counts from the day of recording, where the plan `countsDays`. */
export interface Given {
  readonly live: LiveAssessment
  readonly state: AssessmentState
  readonly recordedAt: Timestamp
  readonly deadline: (workingDays: number) => Acting<Deadline>
}

export interface Acted {
  readonly events: readonly LedgerEvent[]
  readonly head: ChainHead
  readonly isRepeated: boolean
}

export type ActOutcome = Acting<Acted>
