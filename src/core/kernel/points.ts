import type { Brand } from './brand.ts'

/** Whole hundredths of a point, never negative in a rubric; direction is in the type that holds it. 0.5 分 is 50. */
export type Points = Brand<number, 'Points'>

/** Above this a printed number is not a price: 1,000,000 points. */
const LIMIT = 100_000_000

/** `"0.5"` gives 50, `"3"` gives 300; `null` for anything that is not a decimal of at most two places. */
export function parsePoints(text: string): Points | null {
  const match = /^(\d{1,7})(?:\.(\d{1,2})0*)?$/.exec(text)
  if (!match) return null
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return hundredths <= LIMIT ? (hundredths as Points) : null
}

/** Takes whole hundredths as points. Throws on a fraction: that is a bug, never input. */
export function hundredths(count: number): Points {
  if (!Number.isSafeInteger(count)) throw new Error(`not whole hundredths: ${count}`)
  return count as Points
}

/** For amounts written in code: `points('0.5')`. Throws on what `parsePoints` refuses. */
export function points(text: string): Points {
  const parsed = parsePoints(text)
  if (parsed === null) throw new Error(`not points: ${JSON.stringify(text)}`)
  return parsed
}

/** As printed: `17`, `17.5`, `0.25`, `−2` with the true minus sign U+2212. */
export function formatPoints(value: number): string {
  const size = Math.abs(value)
  const cents = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${value < 0 ? '−' : ''}${Math.floor(size / 100)}${cents ? `.${cents}` : ''}`
}

/** The plain decimal form for files and the corpus: `"0.5"`, `"-2"`. */
export function decimalOf(value: number): string {
  return formatPoints(value).replace('−', '-')
}
