import { randomFrom, type Random } from '../../kernel/random.ts'
import type { Chance } from './chance.ts'
import { sumOf, totalsOf, type Stratum } from './stratum.ts'

/**
 * How often a surplus is as far from even as `observed` when amounts fall to the groups by chance, of arrangements drawn from the
 * seed. The one observed counts among them, so that no chance is ever none.
 */
export function drawOrder(strata: readonly Stratum[], observed: number, seed: number): Chance {
  const random = randomFrom(seed)
  const pools = strata.map(poolOf)
  const effort = pools.reduce((sum, { drawn }) => sum + sumOf(drawn), 1)
  const draws = Math.min(MOST_DRAWS, Math.max(LEAST_DRAWS, Math.floor(DRAWING / effort)))
  let asFar = 1
  for (let draw = 0; draw < draws; draw += 1) {
    let surplus = 0
    for (const pool of pools) surplus += drawnSurplus(pool, random)
    if (Math.abs(surplus) >= observed) asFar += 1
  }
  return { favorable: BigInt(asFar), total: BigInt(draws + 1), how: 'drawn' }
}

/** Of cases drawn in all, by measurement about a twentieth of a second; many cases are arranged anew less often. */
const DRAWING = 1_000_000
const MOST_DRAWS = 9_999
const LEAST_DRAWS = 199

/** `drawn`: the sizes of the groups in the order in which they are drawn, all but the last, which gets what is left. */
interface Pool {
  readonly totals: readonly number[]
  readonly drawn: readonly number[]
  readonly isReversed: boolean
  readonly left: number[]
  readonly before: number[]
}

/** Of two groups the smaller is drawn; the surplus of the groups the other way round is the same with its sign turned. */
function poolOf(stratum: Stratum): Pool {
  const sizes = stratum.groups.map(sumOf)
  const [earlier = 0, later = 0] = sizes
  const isReversed = sizes.length === 2 && later < earlier
  const totals = totalsOf(stratum)
  const drawn = isReversed ? [later] : sizes.slice(0, -1)
  return { totals, drawn, isReversed, left: [...totals], before: totals.map(() => 0) }
}

function drawnSurplus({ totals, drawn, isReversed, left, before }: Pool, random: Random): number {
  let [remaining, placed, surplus] = [0, 0, 0]
  for (let at = 0; at < totals.length; at += 1) {
    left[at] = totals[at] ?? 0
    before[at] = 0
    remaining += totals[at] ?? 0
  }
  for (const size of drawn) {
    const already = placed
    for (let one = 0; one < size; one += 1) {
      let pick = random.below(remaining)
      let at = 0
      for (; pick >= (left[at] ?? 0); at += 1) pick -= left[at] ?? 0
      left[at] = (left[at] ?? 0) - 1
      remaining -= 1
    }
    surplus += gained(totals, left, before, already)
    placed += size
  }
  surplus += gainedByRest(left, before, placed)
  return isReversed ? -surplus : surplus
}

/** The pairs of what was just drawn (all, less what is left, less what was before) with what was before. */
function gained(totals: readonly number[], left: readonly number[], before: number[], placed: number): number {
  let [below, surplus] = [0, 0]
  for (let at = 0; at < totals.length; at += 1) {
    const here = before[at] ?? 0
    const own = (totals[at] ?? 0) - (left[at] ?? 0) - here
    surplus += own * (2 * below + here - placed)
    below += here
    before[at] = here + own
  }
  return surplus
}

function gainedByRest(left: readonly number[], before: readonly number[], placed: number): number {
  let [below, surplus] = [0, 0]
  for (let at = 0; at < left.length; at += 1) {
    const here = before[at] ?? 0
    surplus += (left[at] ?? 0) * (2 * below + here - placed)
    below += here
  }
  return surplus
}
