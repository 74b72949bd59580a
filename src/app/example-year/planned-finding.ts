import type { Points } from '../../core/kernel/points.ts'
import type { Allegation } from '../../core/ledger/allegation.ts'
import type { FindingSource } from '../../core/ledger/ledger-event.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import type { RaisedSuspicion } from './year-setting.ts'
import type { FollowUp } from './follow-up.ts'

/** How far a finding comes in its life. */
export type Course = 'alleged' | 'notified' | 'answered' | 'dismissed' | 'substantiated'

export type RectificationCourse = 'none' | 'planned' | 'submitted' | 'accepted' | 'returned' | 'accepted-later'

/** One finding's whole life, before it is told as events. `amount` is null where the notice fixes the price. */
export interface PlannedFinding {
  readonly allegation: Allegation
  readonly clause: Clause
  readonly source: FindingSource
  /** What detections found, where it is that; null for what is made up. */
  readonly suspicion: RaisedSuspicion | null
  readonly course: Course
  readonly reply: 'none' | 'accepted' | 'contested'
  readonly amount: Points | null
  readonly followUp: FollowUp
  readonly rectification: RectificationCourse
}
