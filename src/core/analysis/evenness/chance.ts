/**
 * How often mere chance does as much: `favorable` of `total` equally likely arrangements, both whole numbers and never rounded.
 * `all`: every arrangement was counted. `drawn`: so many were drawn from a seed, the observed one among them. `rounded`: reckoned
 * in floating point and kept to a millionth, where counting all would take too long.
 */
export interface Chance {
  readonly favorable: bigint
  readonly total: bigint
  readonly how: 'all' | 'drawn' | 'rounded'
}

/** Negative, zero or positive as `a` is rarer than, as frequent as or more frequent than `b`. Exact. */
export function compareChance(a: Pick<Chance, 'favorable' | 'total'>, b: Pick<Chance, 'favorable' | 'total'>): number {
  const [left, right] = [a.favorable * b.total, b.favorable * a.total]
  return left < right ? -1 : left > right ? 1 : 0
}

/** One in twenty: above it nothing is said to stand out. */
const RARE = { favorable: 1n, total: 20n } as const

export function isRare(chance: Pick<Chance, 'favorable' | 'total'>): boolean {
  return compareChance(chance, RARE) <= 0
}

/** 约每100次8次: in whole times of a power of ten, so that nobody has to read a p-value. */
export function chanceText(chance: Chance): string {
  if (chance.favorable >= chance.total) return '每次都有'
  for (const times of [100n, 1000n, 10_000n]) {
    const found = rounded(chance.favorable * times, chance.total)
    if (found === times) return '几乎每次都有'
    if (found > 0n) return `约每${times}次${found}次`
  }
  return '每10000次不到1次'
}

/** Halves up. */
function rounded(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator)
}
