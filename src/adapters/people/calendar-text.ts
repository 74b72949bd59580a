import type { WorkingCalendar } from '../../core/kernel/working-days.ts'
import { parsePlainDate, plainDate, type PlainDate } from '../../core/kernel/plain-date.ts'

/** The days of a calendar as one text, the same for the same calendar. */
export function calendarText(calendar: Omit<WorkingCalendar, 'version'>): string {
  const { from, to, restDays, workDays } = calendar
  return JSON.stringify({ from, to, restDays: [...restDays].sort(), workDays: [...workDays].sort() })
}

/** Reads what `calendarText` wrote. Throws on anything else: only a bug could have stored it. */
export function calendarOfText(version: string, text: string): WorkingCalendar {
  const fields = JSON.parse(text) as Readonly<Record<string, unknown>>
  return {
    version,
    from: plainDate(String(fields['from'])),
    to: plainDate(String(fields['to'])),
    restDays: daysOf(fields['restDays']),
    workDays: daysOf(fields['workDays']),
  }
}

function daysOf(days: unknown): ReadonlySet<PlainDate> {
  if (!Array.isArray(days)) throw new TypeError('days of a calendar are a list')
  return new Set(
    days.map((day) => {
      const date = parsePlainDate(String(day))
      if (date === null) throw new TypeError(`not a day: ${String(day)}`)
      return date
    }),
  )
}
