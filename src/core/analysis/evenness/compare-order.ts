import { randomFrom, type Random } from '../../kernel/random.ts'
import type { Chance } from './chance.ts'
import { orderDistribution } from './order-distribution.ts'

/** Amounts that may be compared with each other, in groups in an order: of one clause, say, by two assessors or day after day. */
export type Stratum = readonly (readonly number[])[]

/** Pairs of different groups, by whether the later group's amount is higher, lower or the same. */
export interface Pairs {
  readonly higher: number
  readonly lower: number
  readonly same: number
}

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
  if (distribution === null) return { pairs, ...drawn(strata, observed, seed) }
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

export function pairsIn(strata: readonly Stratum[]): Pairs {
  return strata.map(pairsOf).reduce(together, { higher: 0, lower: 0, same: 0 })
}

/** Chosen by measurement: well under a tenth of a second. */
const LIMIT = 500_000

/** Of steps of drawing in all: how many times large strata are arranged anew. */
const DRAWING = 2_000_000
const MOST_DRAWS = 9_999
const LEAST_DRAWS = 199

function distributionOf(strata: readonly Stratum[], limit: number): ReadonlyMap<number, bigint> | null {
  let whole: ReadonlyMap<number, bigint> = new Map([[0, 1n]])
  for (const stratum of strata) {
    const own = orderDistribution(
      stratum.map(({ length }) => length),
      countsOf(stratum.flat()),
      limit / strata.length,
    )
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

/** The arrangement observed counts as one of those drawn, so that no chance is ever none. */
function drawn(strata: readonly Stratum[], observed: number, seed: number): Omit<OrderComparison, 'pairs'> {
  const random = randomFrom(seed)
  const pools = strata.map(poolOf)
  const effort = pools.reduce((sum, pool) => sum + effortOf(pool), 1)
  const draws = Math.min(MOST_DRAWS, Math.max(LEAST_DRAWS, Math.floor(DRAWING / effort)))
  let asFar = 1
  for (let draw = 0; draw < draws; draw += 1) {
    let surplus = 0
    for (const pool of pools) {
      if (pool.sizes.length === 2) surplus += surplusOfSome(pool, random)
      else {
        arrange(pool.places, pool.places.length - 1, random)
        surplus += surplusOf(pool)
      }
    }
    if (Math.abs(surplus) >= observed) asFar += 1
  }
  const total = BigInt(draws + 1)
  return { chance: { favorable: BigInt(asFar), total, how: 'drawn' }, least: { favorable: 1n, total, how: 'drawn' } }
}

/** A stratum to be arranged anew: each amount as its place among the different ones; `before` and `own` are counted in. */
interface Pool {
  readonly sizes: readonly number[]
  readonly places: number[]
  readonly before: number[]
  readonly own: number[]
  /** For each different amount: of all amounts, those lower less those higher. */
  readonly against: readonly number[]
}

function poolOf(stratum: Stratum): Pool {
  const different = [...new Set(stratum.flat())].sort((a, b) => a - b)
  const place = new Map(different.map((amount, at) => [amount, at]))
  return {
    sizes: stratum.map(({ length }) => length),
    places: stratum.flat().map((amount) => place.get(amount) ?? 0),
    before: different.map(() => 0),
    own: different.map(() => 0),
    against: againstAll(countsOf(stratum.flat())),
  }
}

function againstAll(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0)
  let below = 0
  return counts.map((count) => {
    const surplus = 2 * below + count - all
    below += count
    return surplus
  })
}

function effortOf({ sizes, places, before }: Pool): number {
  return sizes.length === 2 ? Math.min(...sizes) : places.length + sizes.length * before.length
}

/** The first so many places become a fair draw from all. */
function arrange(places: number[], many: number, random: Random): void {
  for (let at = 0; at < many; at += 1) {
    const other = at + random.below(places.length - at)
    const [kept, moved] = [places[at] ?? 0, places[other] ?? 0]
    places[at] = moved
    places[other] = kept
  }
}

/** Of two groups only the smaller need be drawn: pairs within it cancel, so each amount brings what it is against all. */
function surplusOfSome(pool: Pool, random: Random): number {
  const [earlier = 0, later = 0] = pool.sizes
  const many = Math.min(earlier, later)
  arrange(pool.places, many, random)
  let surplus = 0
  for (let at = 0; at < many; at += 1) surplus += pool.against[pool.places[at] ?? 0] ?? 0
  return later <= earlier ? surplus : -surplus
}

function surplusOf({ sizes, places, before, own }: Pool): number {
  before.fill(0)
  let [from, surplus] = [0, 0]
  for (const size of sizes) {
    own.fill(0)
    for (let at = from; at < from + size; at += 1) {
      const place = places[at] ?? 0
      own[place] = (own[place] ?? 0) + 1
    }
    let below = 0
    for (let place = 0; place < own.length; place += 1) {
      const [here, many] = [before[place] ?? 0, own[place] ?? 0]
      surplus += many * (2 * below + here - from)
      below += here
      before[place] = here + many
    }
    from += size
  }
  return surplus
}

/** All pairs less those that are not alike, so that the same counting serves as for what is drawn. */
function pairsOf(stratum: Stratum): Pairs {
  const pool = poolOf(stratum)
  const surplus = surplusOf(pool)
  const unlike = pairsAmong(pool.sizes) - sameIn(stratum)
  return { higher: (unlike + surplus) / 2, lower: (unlike - surplus) / 2, same: pairsAmong(pool.sizes) - unlike }
}

function pairsAmong(sizes: readonly number[]): number {
  let [pairs, before] = [0, 0]
  for (const size of sizes) {
    pairs += size * before
    before += size
  }
  return pairs
}

function sameIn(stratum: Stratum): number {
  const before = new Map<number, number>()
  let same = 0
  for (const group of stratum) {
    for (const amount of group) same += before.get(amount) ?? 0
    for (const amount of group) before.set(amount, (before.get(amount) ?? 0) + 1)
  }
  return same
}

function countsOf(amounts: readonly number[]): number[] {
  const counts = new Map<number, number>()
  for (const amount of amounts) counts.set(amount, (counts.get(amount) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b).map(([, count]) => count)
}

function together(one: Pairs, other: Pairs): Pairs {
  return { higher: one.higher + other.higher, lower: one.lower + other.lower, same: one.same + other.same }
}
