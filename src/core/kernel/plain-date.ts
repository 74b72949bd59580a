import type { Brand } from './brand.ts'

/** A day of the calendar in Asia/Shanghai, `2021-03-01`; sorts as a string. */
export type PlainDate = Brand<string, 'PlainDate'>

const DAY_MS = 86_400_000

/** `null` unless the text is a day that exists, from 1900 to 9999. */
export function parsePlainDate(text: string): PlainDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match || Number(match[1]) < 1900) return null
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return new Date(time).toISOString().slice(0, 10) === text ? (text as PlainDate) : null
}

/** For dates written in code. Throws on what `parsePlainDate` refuses. */
export function plainDate(text: string): PlainDate {
  const parsed = parsePlainDate(text)
  if (parsed === null) throw new Error(`not a date: ${JSON.stringify(text)}`)
  return parsed
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: PlainDate): number {
  return new Date(Date.parse(date)).getUTCDay() || 7
}
