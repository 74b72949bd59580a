import type { CenterId } from '../../core/kernel/identifiers.ts'
import { addDays, weekdayOf, type PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { SignedPoints } from '../../core/scoring/score-sheet.ts'
import { centerOf, type LiveScores } from './live-scores.ts'
import { canMove } from './told.ts'

/** A score at the end of a day; it holds until the next point. */
export interface TrendPoint {
  readonly day: PlainDate
  readonly score: SignedPoints
}

/** Every center's settled score before the day (or week) of the last event, change by change. */
export interface LiveHistory {
  readonly points: ReadonlyMap<CenterId, readonly TrendPoint[]>
  /** How often a point is taken, which depends on how many centers there are. */
  readonly every: () => TrendStep
}

export type TrendStep = 'day' | 'week'

/** With more centers than these, nobody looks at days: a point a week is taken, at the end of its last day with an event. */
export const MOST_BY_DAY = 60

/**
 * Written while the ledger is folded, so that nobody reads it again for it: at each end of a day (or week) those centers are
 * scored whose score can have moved. Days that are over stay as they are, since the ledger's clock never runs backwards.
 */
export function liveHistory(
  state: AssessmentState,
  scores: Pick<LiveScores, 'settled'>,
): LiveHistory & {
  /** To be called before the event is applied to `state`, and after. */
  readonly before: (event: LedgerEvent) => void
  readonly after: (event: LedgerEvent) => void
} {
  const points = new Map<CenterId, TrendPoint[]>()
  const moved = new Set<CenterId>()
  let day: PlainDate | null = null
  const every = () => (state.centers.size > MOST_BY_DAY ? 'week' : 'day')
  const take = (ended: PlainDate) => {
    for (const centerId of moved) {
      const score = scores.settled(centerId)
      const own = points.get(centerId)
      if (score === null || own?.at(-1)?.score === score) continue
      if (own === undefined) points.set(centerId, [{ day: ended, score }])
      else own.push({ day: ended, score })
    }
    moved.clear()
  }
  return {
    points,
    every,
    before: ({ recordedAt }) => {
      const today = dayOf(recordedAt)
      if (day === today) return
      if (day !== null && (every() === 'day' || mondayOf(day) !== mondayOf(today))) take(day)
      day = today
    },
    after: (event) => {
      if (!canMove(event) && event.type !== 'CenterEnrolled') return
      const centerId = centerOf(state, event)
      for (const one of centerId === null ? state.centers.keys() : [centerId]) moved.add(one)
    },
  }
}

function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, 1 - weekdayOf(day))
}
