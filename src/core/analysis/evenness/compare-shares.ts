import { randomFrom } from '../../kernel/random.ts'
import type { Chance } from './chance.ts'
import { binomial } from './combinations.ts'

/** `some` of `all`: how many an assessor substantiated of those he or she decided. */
export interface Share {
  readonly some: number
  readonly all: number
}

/**
 * Fisher's exact test for any number of groups (Freeman and Halton): that chance alone gives a table of these margins that is as
 * rare or rarer. With one group there is nothing to compare, and the chance is certain.
 */
export function compareShares(shares: readonly Share[], seed: number, limit = LIMIT): Chance {
  const some = shares.reduce((sum, share) => sum + share.some, 0)
  const all = shares.reduce((sum, share) => sum + share.all, 0)
  const tables = shares.slice(1).reduce((so, share) => so * (Math.min(share.all, some) + 1), 1)
  // Numbers of many digits cost more than those of few.
  if (tables * Math.max(1, (all / 100) ** 2) > limit) return drawn(shares, some, seed)
  const observed = shares.reduce((ways, share) => ways * binomial(share.all, share.some), 1n)
  let favorable = 0n
  let total = 0n
  const fill = (at: number, left: number, ways: bigint) => {
    const room = shares[at]?.all ?? 0
    if (at === shares.length - 1) {
      const found = ways * binomial(room, left)
      total += found
      if (found <= observed) favorable += found
      return
    }
    for (let count = 0; count <= Math.min(room, left); count += 1)
      fill(at + 1, left - count, ways * binomial(room, count))
  }
  if (shares.length === 0) return { favorable: 1n, total: 1n, how: 'all' }
  fill(0, some, 1n)
  return { favorable, total, how: 'all' }
}

/** Chosen by measurement, as in `compare-order.ts`. */
const LIMIT = 10_000

const DRAWN_NUMBERS = 1_000_000
const MOST_DRAWS = 9_999
const LEAST_DRAWS = 199

/** How rare a table is is compared by the logarithm of its ways; a hair's breadth apart counts as equally rare. */
function drawn(shares: readonly Share[], some: number, seed: number): Chance {
  const random = randomFrom(seed)
  const all = shares.reduce((sum, share) => sum + share.all, 0)
  const logs = logFactorials(all)
  const waysOf = (counts: readonly number[]) =>
    shares.reduce((sum, share, at) => {
      const count = counts[at] ?? 0
      return sum + (logs[share.all] ?? 0) - (logs[count] ?? 0) - (logs[share.all - count] ?? 0)
    }, 0)
  const observed = waysOf(shares.map((share) => share.some)) + 1e-7
  const draws = Math.min(MOST_DRAWS, Math.max(LEAST_DRAWS, Math.floor(DRAWN_NUMBERS / all)))
  let asRare = 1
  for (let draw = 0; draw < draws; draw += 1) {
    let [left, toCome] = [some, all]
    const counts = shares.map((share) => {
      let count = 0
      for (let one = 0; one < share.all; one += 1, toCome -= 1)
        if (random.below(toCome) < left) {
          count += 1
          left -= 1
        }
      return count
    })
    if (waysOf(counts) <= observed) asRare += 1
  }
  return { favorable: BigInt(asRare), total: BigInt(draws + 1), how: 'drawn' }
}

function logFactorials(most: number): number[] {
  const logs = [0]
  for (let count = 1; count <= most; count += 1) logs.push((logs[count - 1] ?? 0) + Math.log(count))
  return logs
}
