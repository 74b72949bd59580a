import type { Clock } from '../ports/clock.ts'
import type { Pace, StepNote } from '../ports/job-store.ts'

export interface StepPace {
  readonly note: (step: StepNote) => void
  readonly pace: () => Pace
}

/** Less than this is noise. */
const LEAST_MS = 1_000

export function stepPace(clock: Pick<Clock, 'epochMs'>): StepPace {
  let step: StepNote = { step: 'beginning', done: 0, total: null, unit: 'rows' }
  let from = { at: clock.epochMs(), done: 0 }
  let notedAt = from.at
  return {
    note: (next) => {
      notedAt = clock.epochMs()
      // A clock that was set back would measure a pace that never was.
      if (next.step !== step.step || next.done < step.done || notedAt < from.at)
        from = { at: notedAt, done: next.step === step.step ? next.done : 0 }
      step = next
    },
    pace: () => {
      const passed = notedAt - from.at
      const perSecond = passed < LEAST_MS ? null : Math.round(((step.done - from.done) * 1_000) / passed)
      const left = step.total === null ? null : Math.max(step.total - step.done, 0)
      const remainingSeconds =
        perSecond === null || perSecond === 0 || left === null ? null : Math.ceil(left / perSecond)
      return { ...step, perSecond, remainingSeconds }
    },
  }
}
