import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareChance, type Chance } from './chance.ts'
import { compareOrder } from './compare-order.ts'
import { compareRates } from './compare-rates.ts'
import { compareShares, type Share } from './compare-shares.ts'
import { holdBack } from './hold-back.ts'
import { stratumOf } from './stratum.ts'

const amounts = fc.integer({ min: 1, max: 4 })
const stratum = fc
  .array(fc.array(amounts, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .filter((groups) => groups.flat().length <= 5)

test('counting by steps equals trying every order of the amounts', () => {
  fc.assert(
    fc.property(fc.array(stratum, { minLength: 1, maxLength: 2 }), (strata) => {
      const { pairs, chance, least } = compareOrder(strata.map(stratumOf), 1)
      const surpluses = strata.map(everySurplus).reduce((one, other) => one.flatMap((a) => other.map((b) => a + b)))
      const observed = Math.abs(pairs.higher - pairs.lower)
      const farthest = surpluses.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
      const asFar = (far: number) => BigInt(surpluses.filter((surplus) => Math.abs(surplus) >= far).length)
      const total = BigInt(surpluses.length)
      expect(ratioOf(chance)).toEqual(ratioOf({ favorable: asFar(observed), total }))
      expect(ratioOf(least)).toEqual(ratioOf({ favorable: asFar(farthest), total }))
    }),
    { numRuns: 150 },
  )
})

test("Fisher's test equals trying who is among the substantiated", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 3 }), (pairs) => {
      const shares = pairs.map(([some, more]): Share => ({ some, all: some + more }))
      const owners = shares.flatMap(({ all }, at) => Array.from({ length: all }, () => at))
      const some = shares.reduce((sum, share) => sum + share.some, 0)
      const ways = new Map<string, bigint>()
      for (const chosen of subsets(owners.length, some)) {
        const key = shares.map((_, at) => chosen.filter((one) => owners[one] === at).length).join()
        ways.set(key, (ways.get(key) ?? 0n) + 1n)
      }
      const observed = ways.get(shares.map((share) => share.some).join()) ?? 0n
      const total = [...ways.values()].reduce((sum, one) => sum + one, 0n)
      const favorable = [...ways.values()].reduce((sum, one) => (one <= observed ? sum + one : sum), 0n)
      expect(ratioOf(compareShares(shares, 1))).toEqual(ratioOf({ favorable, total }))
    }),
    { numRuns: 150 },
  )
})

test('comparing rates equals letting each piece fall on any of the visits', () => {
  fc.assert(
    fc.property(
      fc.nat(6),
      fc.nat(6),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      (ownFound, restFound, ownVisits, restVisits) => {
        const found = Math.min(7, ownFound + restFound)
        const own = Math.min(ownFound, found)
        let counts = new Map<number, bigint>([[0, 1n]])
        for (let piece = 0; piece < found; piece += 1) {
          const next = new Map<number, bigint>()
          for (const [count, ways] of counts)
            for (let visit = 0; visit < ownVisits + restVisits; visit += 1) {
              const now = count + (visit < ownVisits ? 1 : 0)
              next.set(now, (next.get(now) ?? 0n) + ways)
            }
          counts = next
        }
        const seen = counts.get(own) ?? 0n
        const favorable = [...counts.values()].reduce((sum, ways) => (ways <= seen ? sum + ways : sum), 0n)
        const total = BigInt(ownVisits + restVisits) ** BigInt(found)
        const chance = compareRates({ found: own, visits: ownVisits }, { found: found - own, visits: restVisits })
        expect(ratioOf(chance)).toEqual(ratioOf({ favorable, total }))
      },
    ),
    { numRuns: 80 },
  )
})

test('what is drawn from a seed comes near what is counted, and comes out the same again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(amounts, fc.boolean()), { minLength: 6, maxLength: 24 }),
      fc.nat(1000),
      (cases, seed) => {
        const strata = [[true, false].map((side) => cases.filter(([, own]) => own === side).map(([amount]) => amount))]
        const counted = compareOrder(strata.map(stratumOf), seed)
        const drawn = compareOrder(strata.map(stratumOf), seed, 0)
        expect(drawn.chance).toEqual(compareOrder(strata.map(stratumOf), seed, 0).chance)
        expect(drawn.chance.how).toBe('drawn')
        // Five standard errors of 9,999 draws.
        expect(Math.abs(shareOf(drawn.chance) - shareOf(counted.chance))).toBeLessThan(0.026)
        const shares =
          strata[0]?.map((own): Share => ({ some: own.filter((one) => one > 2).length, all: own.length })) ?? []
        expect(Math.abs(shareOf(compareShares(shares, seed, 0)) - shareOf(compareShares(shares, seed)))).toBeLessThan(
          0.026,
        )
      },
    ),
    { numRuns: 25 },
  )
})

test('held back, no chance is rarer and the order stays', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 12 }), (parts) => {
      const chances = parts.map((part): Chance => ({ favorable: BigInt(part), total: 100n, how: 'all' }))
      const held = holdBack(chances)
      held.forEach((one, at) => {
        const before = chances[at]
        expect(before !== undefined && compareChance(one, before) >= 0).toBe(true)
        chances.forEach((other, place) => {
          const then = held[place]
          if (before !== undefined && then !== undefined && compareChance(before, other) < 0)
            expect(compareChance(one, then)).toBeLessThanOrEqual(0)
        })
      })
    }),
    {},
  )
})

function everySurplus(stratum: readonly (readonly number[])[]): number[] {
  return permutations(stratum.flat()).map((amounts) => {
    let from = 0
    const groups = stratum.map(({ length }) => amounts.slice(from, (from += length)))
    let surplus = 0
    groups.forEach((later, at) =>
      groups.slice(0, at).forEach((earlier) => {
        for (const one of later) for (const other of earlier) surplus += Math.sign(one - other)
      }),
    )
    return surplus
  })
}

function permutations(list: readonly number[]): number[][] {
  if (list.length === 0) return [[]]
  return list.flatMap((one, at) => permutations(list.filter((_, place) => place !== at)).map((rest) => [one, ...rest]))
}

function subsets(of: number, size: number): number[][] {
  if (size === 0) return [[]]
  if (of < size) return []
  return [...subsets(of - 1, size), ...subsets(of - 1, size - 1).map((chosen) => [...chosen, of - 1])]
}

function ratioOf({ favorable, total }: Pick<Chance, 'favorable' | 'total'>): string {
  let [a, b] = [favorable, total]
  while (b !== 0n) [a, b] = [b, a % b]
  return `${favorable / a}/${total / a}`
}

function shareOf({ favorable, total }: Chance): number {
  return Number(favorable) / Number(total)
}
