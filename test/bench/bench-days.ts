import { id, type PersonId } from '../../src/core/kernel/identifiers.ts'
import { addDays, plainDate, type PlainDate } from '../../src/core/kernel/plain-date.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import type { Stamp } from '../../src/core/ledger/ledger-command.ts'

/** Things happen from day 0 to before this one, and are decided within the sixty days after. */
export const LAST_DAY = 365

export const KNOWN_BY = plainDate('2022-03-31')
export const PERIOD = { from: plainDate('2021-01-01'), to: plainDate('2021-12-31') }

const DAYS = Array.from({ length: LAST_DAY + 60 }, (_, at) => addDays(PERIOD.from, at))
const STAMPS = DAYS.map((day) => timestamp(`${day}T09:30:00+08:00`))
const PEOPLE = ['assessor-1', 'assessor-2', 'inspector-1', 'inspector-2', 'staff-1'].map((name) => id<PersonId>(name))

export function dayAt(at: number): PlainDate {
  return DAYS[at] ?? PERIOD.to
}

export function stampAt(at: number): Stamp {
  const recordedAt = STAMPS[at] ?? timestamp('2022-03-01T09:30:00+08:00')
  return {
    actedAt: recordedAt,
    recordedAt,
    by: PEOPLE[at % PEOPLE.length] ?? id<PersonId>('assessor-1'),
  }
}
