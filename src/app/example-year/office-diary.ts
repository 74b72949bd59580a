import { id, type PersonId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { deadlineAfter, isWorkingDay, type Deadline } from '../../core/kernel/working-days.ts'
import { addDays } from '../../core/kernel/plain-date.ts'
import type { Stamp } from '../../core/ledger/ledger-command.ts'
import type { Random } from '../../core/kernel/random.ts'
import type { YearSetting } from './year-setting.ts'

/** When things are done in an office: on working days, in office hours, some days after what came before. */
export interface OfficeDiary {
  /** `least` working days after `day`, or up to `spread - 1` more. */
  readonly after: (day: PlainDate, least: number, spread: number) => PlainDate
  /** Null where the calendar does not reach: a year whose holidays are not announced has no deadlines. */
  readonly deadline: (day: PlainDate, workingDays: number) => Deadline | null
  readonly stamp: (person: string, day: PlainDate) => Stamp
}

export function officeDiary({ calendar }: YearSetting, random: Random): OfficeDiary {
  return {
    after: (day, least, spread) => {
      let after = day
      for (let left = least + random.below(spread); left > 0;) {
        after = addDays(after, 1)
        if (isWorkingDay(calendar, after)) left -= 1
      }
      return after
    },
    deadline: (day, workingDays) => {
      const deadline = deadlineAfter(calendar, day, workingDays)
      return deadline.ok ? deadline.value : null
    },
    stamp: (person, day) => {
      const hour = String(random.pick([9, 10, 11, 13, 14, 15, 16])).padStart(2, '0')
      const minute = String(random.below(60)).padStart(2, '0')
      const at = timestamp(`${day}T${hour}:${minute}:00+08:00`)
      return { by: id<PersonId>(person), actedAt: at, recordedAt: at }
    },
  }
}
