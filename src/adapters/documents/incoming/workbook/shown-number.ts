import { numberText } from '../../../office-package/workbook/number-text.ts'
import { formatSections, type FormatToken } from './format-tokens.ts'
import { shownDate } from './shown-date.ts'

/** A number as the sheet shows it: 0.7 under `0%` is 70%. Where a format asks for more than is known here: the number itself. */
export function shownNumber(written: string, code: string, from1904: boolean): string {
  const plain = numberText(written)
  if (plain === null) return written
  const value = Number(plain)
  const sections = formatSections(code)
  const [positive = [], negative, zero] = sections
  const isNegative = value < 0
  const section = isNegative ? (negative ?? positive) : value === 0 ? (zero ?? positive) : positive
  if (section.some(({ kind }) => kind === 'beyond' || kind === 'general')) return withLiterals(section, plain)
  if (section.some(({ kind }) => kind === 'clock')) return shownDate(value, section, from1904) ?? plain
  const sign = isNegative && negative === undefined ? '-' : ''
  return `${sign}${figures(section, plain.replace(/^-/u, ''))}`
}

function withLiterals(section: readonly FormatToken[], plain: string): string {
  if (section.some(({ kind }) => kind === 'beyond')) return plain
  return section
    .map((token) => (token.kind === 'literal' ? token.text : token.kind === 'general' ? plain : ''))
    .join('')
}

function figures(section: readonly FormatToken[], plain: string): string {
  const digits = section.filter((token) => token.kind === 'digits')
  // A fraction: two patterns with a stroke between.
  if (digits.length > 1) return plain
  const percents = section.filter(({ kind }) => kind === 'percent').length
  return section
    .map((token) => {
      if (token.kind === 'literal') return token.text
      if (token.kind === 'percent') return '%'
      return token.kind === 'digits' ? patterned(shifted(plain, percents * 2), token.pattern) : ''
    })
    .join('')
}

function patterned(plain: string, pattern: string): string {
  const thousands = /,+$/u.exec(pattern)?.[0].length ?? 0
  const [whole = '', decimals = ''] = pattern.replace(/,+$/u, '').split('.')
  const needed = decimals.replace(/[#?]+$/u, '').length
  const [before = '0', behind = ''] = rounded(shifted(plain, -3 * thousands), decimals.length).split('.')
  const least = whole.replaceAll(/[#?,]/gu, '').length
  const trimmed = before === '0' && least === 0 ? '' : before.padStart(least, '0')
  const grouped = whole.includes(',') ? trimmed.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',') : trimmed
  const shown = behind.slice(0, needed) + behind.slice(needed).replace(/0+$/u, '')
  return shown === '' ? grouped : `${grouped}.${shown}`
}

/** Moves the point of a number written in digits to the right. */
function shifted(plain: string, by: number): string {
  if (by === 0) return plain
  const [before = '0', behind = ''] = plain.split('.')
  const all = by > 0 ? before + behind.padEnd(by, '0') : before.padStart(1 - by, '0') + behind
  const point = by > 0 ? before.length + by : Math.max(before.length, 1 - by) + by
  const whole = all.slice(0, point).replace(/^0+(?=\d)/u, '')
  const rest = all.slice(point)
  return rest === '' ? whole : `${whole}.${rest}`
}

/** Half away from zero, as sheets do, on the digits themselves. */
function rounded(plain: string, places: number): string {
  const [before = '0', behind = ''] = plain.split('.')
  const kept =
    BigInt(before + behind.slice(0, places).padEnd(places, '0')) + (/^[5-9]/u.test(behind.slice(places)) ? 1n : 0n)
  const text = String(kept).padStart(places + 1, '0')
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
}
