import type { DataSetName } from '../../core/records/data-set.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Random } from '../../core/kernel/random.ts'
import type { ExampleRow, ExampleValues } from './example-row.ts'
import type { RecordsSetting } from './records-setting.ts'
import type { Site } from './site.ts'
import { sourceOf } from './sources.ts'
import type { WorkClock } from './work-clock.ts'
import { AFTERNOON, momentOf, MORNING } from './year-rhythm.ts'

/** What all records of one example are about. */
export interface World extends RecordsSetting {
  readonly clock: WorkClock
  readonly sites: readonly Site[]
  /** The days of the period. */
  readonly days: readonly PlainDate[]
}

export function rowOf(dataSet: DataSetName, values: ExampleValues): ExampleRow {
  return { dataSet, source: sourceOf(dataSet, values), values }
}

/** A moment, or null where the export could not know of it yet or the calendar does not reach. */
export function knownMoment({ asOf }: World, day: PlainDate | null, second: number): string | null {
  return day === null || day > asOf ? null : momentOf(day, second)
}

/** The `count`-th working day after `day`, and the day itself for 0. */
export function workingDaysOn({ clock }: Pick<World, 'clock'>, day: PlainDate, count: number): PlainDate | null {
  return count === 0 ? day : clock.after(day, count)
}

/** Whether the last of `limit` working days after `day` was over when the sources were exported. */
export function isPast({ clock, asOf }: World, day: PlainDate, limit: number): boolean {
  const last = workingDaysOn({ clock }, day, limit)
  return last !== null && last < asOf
}

/** A second within office hours, of whole minutes. */
export function officeSecond(random: Random): number {
  const { from, to } = random.chance(55) ? MORNING : AFTERNOON
  return from + 60 * random.below((to - from) / 60)
}

/** `20210301` */
export function compact(day: PlainDate): string {
  return day.slice(0, 4) + day.slice(5, 7) + day.slice(8)
}
