/**
 * An exact number that is not points: a threshold, a measured rate. `numerator / denominator`, denominator positive.
 * Rates are kept as they were counted (712 of 1,000), so no rounding ever decides whether 70 % was reached.
 */
export interface Rational {
  readonly numerator: number
  readonly denominator: number
}

/** `"70"`, `"0.5"`, `"-2"`; `null` for anything else or more than nine digits on either side. */
export function parseDecimal(text: string): Rational | null {
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text)
  if (!match) return null
  const denominator = 10 ** (match[3]?.length ?? 0)
  const size = Number(match[2]) * denominator + Number(match[3] ?? 0)
  return reduce(match[1] ? -size : size, denominator)
}

/** A count out of a count. Throws on a zero denominator or fractions: the caller says "not measured" instead. */
export function rational(numerator: number, denominator = 1): Rational {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0)
    throw new Error(`not a rational: ${numerator}/${denominator}`)
  return reduce(numerator, denominator)
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. Exact for all safe integers. */
export function compareRational(a: Rational, b: Rational): number {
  // Rates and thresholds are small: their products are exact without big integers, which cost a hundred times more.
  const [one, other] = [a.numerator * b.denominator, b.numerator * a.denominator]
  if (Number.isSafeInteger(one) && Number.isSafeInteger(other)) return Math.sign(one - other)
  const left = BigInt(a.numerator) * BigInt(b.denominator)
  const right = BigInt(b.numerator) * BigInt(a.denominator)
  return left < right ? -1 : left > right ? 1 : 0
}

/** `value × factor / divisor` rounded down to a whole number, exact in between. */
export function scaleDown(value: Rational, factor: number, divisor = 1): number {
  const numerator = BigInt(value.numerator) * BigInt(factor)
  const denominator = BigInt(value.denominator) * BigInt(divisor)
  const quotient = numerator / denominator
  return Number(numerator % denominator !== 0n && numerator < 0n ? quotient - 1n : quotient)
}

export function subtract(a: Rational, b: Rational): Rational {
  return reduce(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
}

export function divide(a: Rational, b: Rational): Rational {
  const sign = b.numerator < 0 ? -1 : 1
  return reduce(sign * a.numerator * b.denominator, sign * a.denominator * b.numerator)
}

/** A decimal where it ends within four places (`71.5`), otherwise the fraction (`2/3`). */
export function formatRational(value: Rational): string {
  const scaled = (BigInt(value.numerator) * 10_000n) / BigInt(value.denominator)
  if (scaled * BigInt(value.denominator) !== BigInt(value.numerator) * 10_000n)
    return `${value.numerator}/${value.denominator}`
  const size = scaled < 0n ? -scaled : scaled
  const rest = String(size % 10_000n)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return `${scaled < 0n ? '-' : ''}${size / 10_000n}${rest ? `.${rest}` : ''}`
}

function reduce(numerator: number, denominator: number): Rational {
  let a = Math.abs(numerator)
  let b = denominator
  while (b !== 0) [a, b] = [b, a % b]
  const divisor = a === 0 ? 1 : a
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}
