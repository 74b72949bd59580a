import { formatPoints } from '../../core/kernel/points.ts'

/** A score so that points stand in one column: whole points keep the place of the half (`17  `, `17.5`). */
export function alignedPoints(value: number, places: number): string {
  const text = formatPoints(value)
  const point = text.indexOf('.')
  const decimals = point === -1 ? 0 : text.length - point
  return text + ' '.repeat(Math.max(0, places - decimals))
}

/** How much room the decimals of these take with their point: 0, 2 or 3. */
export function decimalPlaces(values: readonly number[]): number {
  return Math.max(0, ...values.map((value) => (value % 100 === 0 ? 0 : value % 10 === 0 ? 2 : 3)))
}

/** `80–85.5`, or `−3 至 −2` where a bound is negative; one number where both are the same. */
export function formatInterval([low, high]: readonly [number, number]): string {
  if (low === high) return formatPoints(low)
  return low < 0 || high < 0
    ? `${formatPoints(low)} 至 ${formatPoints(high)}`
    : `${formatPoints(low)}–${formatPoints(high)}`
}

/** `−0.5`, `+1`, `0`. */
export function formatChange(value: number): string {
  return value > 0 ? `+${formatPoints(value)}` : formatPoints(value)
}
