import type { Brand } from './brand.ts'

/** A day of the calendar in Asia/Shanghai, `2021-03-01`; sorts as a string. */
export type PlainDate = Brand<string, 'PlainDate'>

const DAY_MS = 86_400_000

/** `null` unless the text is a day that exists, from 1900 to 9999. */
export function parsePlainDate(text: string): PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  const isDay = year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
  return isDay ? (text as PlainDate) : null
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
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
