import { parsePlainDate, type PlainDate } from '../kernel/plain-date.ts'
import type { DateForm } from './import-profile.ts'

/**
 * Each form as a pattern that JavaScript and RE2 read alike. Groups in order: year, month, day, and where the form has a time
 * hour, minute and second. A form with strokes takes one or two digits, as spreadsheets write; all others are exact.
 */
export const DATE_PATTERNS: Readonly<Record<DateForm, string>> = {
  'YYYY-MM-DD': '^([0-9]{4})-([0-9]{2})-([0-9]{2})$',
  'YYYY-MM-DD hh:mm': '^([0-9]{4})-([0-9]{2})-([0-9]{2}) ([0-9]{2}):([0-9]{2})$',
  'YYYY-MM-DD hh:mm:ss': '^([0-9]{4})-([0-9]{2})-([0-9]{2}) ([0-9]{2}):([0-9]{2}):([0-9]{2})$',
  'YYYY-MM-DDThh:mm:ss+08:00': '^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})[+]08:00$',
  YYYYMMDD: '^([0-9]{4})([0-9]{2})([0-9]{2})$',
  YYYYMMDDThhmmss: '^([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})$',
  YYYYMMDDhhmmss: '^([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})$',
  'YYYYMMDDhh:mm:ss': '^([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2}):([0-9]{2}):([0-9]{2})$',
  'YYYY/M/D': '^([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})$',
  'YYYY/M/D hh:mm': '^([0-9]{4})/([0-9]{1,2})/([0-9]{1,2}) ([0-9]{1,2}):([0-9]{2})$',
  'YYYY/M/D hh:mm:ss': '^([0-9]{4})/([0-9]{1,2})/([0-9]{1,2}) ([0-9]{1,2}):([0-9]{2}):([0-9]{2})$',
  YYYY年M月D日: '^([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日$',
}

/** Records lie between these days: a 1900 or a 2999 is what a program writes where it knows no date. */
export const EARLIEST_DAY = '2000-01-01'
export const LATEST_DAY = '2099-12-31'

/** A day and a time of day, `hh:mm:ss`; midnight where the form has no time. */
export interface ReadInstant {
  readonly day: PlainDate
  readonly time: string
}

/** By the first form that fits and names a day and a time that exist; null where none does. */
export function readInstant(text: string, forms: readonly DateForm[]): ReadInstant | null {
  for (const form of forms) {
    const groups = new RegExp(DATE_PATTERNS[form], 'u').exec(text)
    if (!groups) continue
    const [, year = '', month = '', dayOfMonth = '', hour = '0', minute = '0', second = '0'] = groups
    const day = parsePlainDate(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`)
    if (day === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) continue
    return { day, time: [hour, minute, second].map((part) => part.padStart(2, '0')).join(':') }
  }
  return null
}
