import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Rational } from '../../core/kernel/rational.ts'
import type { WorkingCalendar } from '../../core/kernel/working-days.ts'
import type { YearCenter } from '../example-year/year-setting.ts'

/** What example records are made from. The calendar may go on into the next year. */
export interface RecordsSetting {
  readonly seed: number
  /** About so many cases over all centers; ratings are about six in ten of them. */
  readonly cases: number
  readonly centers: readonly YearCenter[]
  readonly period: { readonly from: PlainDate; readonly to: PlainDate }
  readonly calendar: WorkingCalendar
  /** The day on which the sources are exported, not before the period's end: nothing is known of what comes after. */
  readonly asOf: PlainDate
  readonly limits: DetectionLimits
}

/** What the detections of a notice go by. A breach is only planted where a detection of its name looks for it. */
export interface DetectionLimits {
  readonly has: (detection: string) => boolean
  /** Throws where the detection is not known or has no such parameter: a plant that asks for it is a bug. */
  readonly parameter: (detection: string, name: string) => number
  /** The bound that a measure must not fall below, as the clause or the office sets it: 70/1 for 70 %. */
  readonly bound: (detection: string) => Rational
}
