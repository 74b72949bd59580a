import { serialDate } from '../../../office-package/workbook/serial-date.ts'
import type { FormatToken } from './format-tokens.ts'

/** The day or time of a number as a format writes it; null for what a sheet cannot show as a date. */
export function shownDate(serial: number, section: readonly FormatToken[], from1904: boolean): string | null {
  const date = serialDate(serial, from1904)
  if (date === null) return null
  const [year = 0, month = 0, day = 0] = date.day.split('-').map(Number)
  const [hour = 0, minute = 0, second = 0] = date.time.split(':').map(Number)
  const isHalfDays = section.some((token) => token.kind === 'clock' && HALVES.test(token.letters))
  const parts: DateParts = { year, month, day, hour, minute, second, serial, isHalfDays }
  return section
    .map((token, at) => {
      if (token.kind === 'literal') return token.text
      if (token.kind !== 'clock') return ''
      return token.isElapsed ? elapsed(token.letters, parts) : partText(token.letters, parts, isMinute(section, at))
    })
    .join('')
}

interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly serial: number
  /** Hours from 1 to 12. */
  readonly isHalfDays: boolean
}

const HALVES = /^(?:am\/pm|a\/p|上午\/下午)$/u
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

function partText(letters: string, parts: DateParts, isOfHour: boolean): string {
  if (HALVES.test(letters)) return halfOf(letters, parts.hour < 12)
  const { year, month, day, hour, minute, second, isHalfDays } = parts
  const padded = (value: number) => String(value).padStart(letters.length > 1 ? 2 : 1, '0')
  switch (letters.charAt(0)) {
    case 'y':
    case 'e':
      return letters === 'y' || letters === 'yy' ? String(year).slice(-2) : String(year)
    case 'm':
      if (isOfHour) return padded(minute)
      return letters.length > 2 ? named(MONTHS[month - 1] ?? '', letters.length) : padded(month)
    case 'd':
      return letters.length > 2 ? named(DAYS[weekday(parts)] ?? '', letters.length) : padded(day)
    case 'a':
      return `${letters.length > 3 ? '星期' : ''}${'日一二三四五六'.charAt(weekday(parts))}`
    case 'h':
      return padded(isHalfDays ? hour % 12 || 12 : hour)
    default:
      return padded(second)
  }
}

function halfOf(letters: string, isMorning: boolean): string {
  const [morning = '', evening = ''] = letters.toUpperCase().split('/')
  return isMorning ? morning : evening
}

function named(name: string, length: number): string {
  return length === 3 ? name.slice(0, 3) : length === 5 ? name.slice(0, 1) : name
}

function weekday({ year, month, day }: DateParts): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay()
}

function elapsed(letters: string, { serial }: DateParts): string {
  const perDay = letters.startsWith('h') ? 24 : letters.startsWith('m') ? 1440 : 86_400
  return String(Math.floor((Math.round(serial * 86_400) / 86_400) * perDay + 1e-6)).padStart(letters.length, '0')
}

/** `m` beside hours or seconds is a minute. */
function isMinute(section: readonly FormatToken[], at: number): boolean {
  const clocks = section.map((token) => (token.kind === 'clock' ? token.letters : ''))
  const before = clocks.slice(0, at).findLast((letters) => letters !== '')
  const behind = clocks.slice(at + 1).find((letters) => letters !== '')
  return before?.startsWith('h') === true || behind?.startsWith('s') === true
}
