import type { Chance } from './chance.ts'
import { drawOrder } from './draw-order.ts'
import { orderDistribution } from './order-distribution.ts'
import { pairsIn, sumOf, totalsOf, type Pairs, type Stratum } from './stratum.ts'

export interface OrderComparison {
  readonly pairs: Pairs
  /** That chance alone makes the surplus of higher over lower pairs, either way, as large or larger. */
  readonly chance: Chance
  /** That the surplus is as large as it can be at all: where this is not rare, nothing could be shown. */
  readonly least: Chance
}

/**
 * Whether the groups' order has to do with the amounts, if within each stratum every arrangement of its amounts were equally
 * likely. All arrangements are counted where `limit` steps suffice, else some are drawn from `seed`.
 */
export function compareOrder(strata: readonly Stratum[], seed: number, limit = LIMIT): OrderComparison {
  const pairs = pairsIn(strata)
  const observed = Math.abs(pairs.higher - pairs.lower)
  const distribution = distributionOf(strata, limit)
  if (distribution === null) {
    const chance = drawOrder(strata, observed, seed)
    return { pairs, chance, least: { ...chance, favorable: isEven(strata) ? chance.total : 1n } }
  }
  const surpluses = [...distribution]
  const total = surpluses.reduce((sum, [, ways]) => sum + ways, 0n)
  const farthest = surpluses.reduce((most, [surplus]) => Math.max(most, Math.abs(surplus)), 0)
  const beyond = (far: number): Chance => ({
    favorable: surpluses.reduce((sum, [surplus, ways]) => (Math.abs(surplus) >= far ? sum + ways : sum), 0n),
    total,
    how: 'all',
  })
  return { pairs, chance: beyond(observed), least: beyond(farthest) }
}

/** Chosen by measurement: well under a tenth of a second. */
const LIMIT = 500_000

function distributionOf(strata: readonly Stratum[], limit: number): ReadonlyMap<number, bigint> | null {
  let whole: ReadonlyMap<number, bigint> = new Map([[0, 1n]])
  for (const stratum of strata) {
    const own = orderDistribution(stratum.groups.map(sumOf), totalsOf(stratum), limit / strata.length)
    if (own === null || own.size * whole.size > limit / strata.length) return null
    whole = convolved(whole, own)
  }
  return whole
}

function convolved(one: ReadonlyMap<number, bigint>, other: ReadonlyMap<number, bigint>): ReadonlyMap<number, bigint> {
  const sums = new Map<number, bigint>()
  for (const [a, waysA] of one) for (const [b, waysB] of other) sums.set(a + b, (sums.get(a + b) ?? 0n) + waysA * waysB)
  return sums
}

/** Where each stratum has one amount only, every arrangement is the same. */
function isEven(strata: readonly Stratum[]): boolean {
  return strata.every(({ amounts }) => amounts.length < 2)
}
