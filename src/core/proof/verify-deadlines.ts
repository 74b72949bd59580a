import { deadlineAfter, type Deadline, type WorkingCalendar } from '../kernel/working-days.ts'
import type { LedgerEvent } from '../ledger/ledger-event.ts'
import type { CalendarRecord } from './bundle-record.ts'
import type { CheckBook } from './check-book.ts'
import type { Place } from './place.ts'

export interface DeadlineCheck {
  readonly list: (record: CalendarRecord, line: number) => void
  readonly take: (event: LedgerEvent, place: Place) => void
  /** The calendar of a version, once listed. */
  readonly calendar: (version: string) => WorkingCalendar | null
}

/** Every deadline counted again, with the calendar that it says it was counted with. */
export function deadlineCheck(book: CheckBook): DeadlineCheck {
  const calendars = new Map<string, WorkingCalendar>()
  return {
    calendar: (version) => calendars.get(version) ?? null,
    list: (record, line) => {
      if (calendars.has(record.version)) book.fail('deadlines', { line, seq: null }, 'calendar-twice', record.version)
      calendars.set(record.version, calendarOf(record))
    },
    take: (event, place) => {
      const deadline = deadlineIn(event)
      if (deadline === null) return
      book.count('deadlines')
      const { calendarVersion, countedFrom, workingDays, lastDay } = deadline
      const calendar = calendars.get(calendarVersion)
      if (!calendar) return book.fail('deadlines', place, 'calendar-missing', calendarVersion)
      const counted = deadlineAfter(calendar, countedFrom, workingDays)
      if (!counted.ok) return book.fail('deadlines', place, 'calendar-too-short', calendarVersion)
      if (counted.value.lastDay !== lastDay)
        book.fail('deadlines', place, 'deadline-differs', lastDay, counted.value.lastDay)
    },
  }
}

export function deadlineIn(event: LedgerEvent): Deadline | null {
  if ('replyBy' in event) return event.replyBy
  if ('appealBy' in event) return event.appealBy
  return 'dueBy' in event ? event.dueBy : null
}

export function calendarRecord(calendar: WorkingCalendar): CalendarRecord {
  return {
    kind: 'calendar',
    version: calendar.version,
    from: calendar.from,
    to: calendar.to,
    restDays: [...calendar.restDays].toSorted(),
    workDays: [...calendar.workDays].toSorted(),
  }
}

function calendarOf({ version, from, to, restDays, workDays }: CalendarRecord): WorkingCalendar {
  return { version, from, to, restDays: new Set(restDays), workDays: new Set(workDays) }
}
