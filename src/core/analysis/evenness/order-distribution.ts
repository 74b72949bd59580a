import { binomial, factorial } from './combinations.ts'

/**
 * Of all arrangements of amounts into ordered groups, how many give which surplus: pairs of different groups in which the later
 * group's amount is higher, less those in which it is lower. `sizes` are the groups' sizes in order, `counts` how often each
 * different amount occurs, in ascending order; both add up to the same. Two groups make it the test of Mann and Whitney, groups of
 * one Kendall's, groups in order Jonckheere's, all with ties. Null where more than `limit` steps of work would be needed.
 */
export function orderDistribution(
  sizes: readonly number[],
  counts: readonly number[],
  limit: number,
): ReadonlyMap<number, bigint> | null {
  const [straight, across] = [workOf(sizes, counts), workOf(counts, sizes)]
  if (Math.min(straight, across) > limit) return null
  if (straight <= across) return walk(sizes, counts)
  // Walked by amounts the arrangements are of places, not of amounts: brought to the same number.
  const [up, down] = [product(counts), product(sizes)]
  return new Map([...walk(counts, sizes)].map(([surplus, ways]) => [surplus, (ways * up) / down]))
}

/** The steps one after another: what is put into a step comes from what is left in the bins, and pairs with all put before. */
function walk(steps: readonly number[], bins: readonly number[]): Map<number, bigint> {
  const radix = radixOf(bins)
  let states = new Map<number, Map<number, bigint>>([[0, new Map([[0, 1n]])]])
  for (const step of steps) {
    const next: typeof states = new Map()
    for (const [state, surpluses] of states) {
      const put = bins.map((bin, at) => Math.floor(state / (radix[at] ?? 1)) % (bin + 1))
      compose(step, put, bins, (chosen, ways) => {
        const gain = gainOf(chosen, put)
        const key = chosen.reduce((sum, count, at) => sum + count * (radix[at] ?? 1), state)
        const into = next.get(key) ?? new Map<number, bigint>()
        if (into.size === 0) next.set(key, into)
        for (const [surplus, known] of surpluses)
          into.set(surplus + gain, (into.get(surplus + gain) ?? 0n) + known * ways)
      })
    }
    states = next
  }
  return [...states.values()][0] ?? new Map([[0, 1n]])
}

/** Every way to take `step` things from what the bins still hold. */
function compose(
  step: number,
  put: readonly number[],
  bins: readonly number[],
  take: (chosen: readonly number[], ways: bigint) => void,
): void {
  const chosen = bins.map(() => 0)
  const rooms = bins.map((bin, at) => bin - (put[at] ?? 0))
  const after = rooms.map((_, at) => rooms.slice(at + 1).reduce((sum, room) => sum + room, 0))
  const from = (at: number, left: number, ways: bigint) => {
    if (at === bins.length) {
      take(chosen, ways)
      return
    }
    const room = rooms[at] ?? 0
    for (let count = Math.max(0, left - (after[at] ?? 0)); count <= Math.min(room, left); count += 1) {
      chosen[at] = count
      from(at + 1, left - count, ways * binomial(room, count))
    }
  }
  if (bins.length > 0) from(0, step, 1n)
}

function gainOf(chosen: readonly number[], put: readonly number[]): number {
  let below = 0
  let above = put.reduce((sum, count) => sum + count, 0)
  let gain = 0
  for (let at = 0; at < chosen.length; at += 1) {
    const here = put[at] ?? 0
    above -= here
    gain += (chosen[at] ?? 0) * (below - above)
    below += here
  }
  return gain
}

/**
 * Moves from state to state, each with the surpluses known by then: an upper bound. A state is how much of every bin is used, and
 * after each step only states of one sum can occur; a move can be counted from either end.
 */
function workOf(steps: readonly number[], bins: readonly number[]): number {
  const states = fillings(bins)
  let [put, pairs, work] = [0, 0, 0]
  for (const step of steps) {
    const fewest = Math.min(states[put] ?? 1, states[put + step] ?? 1)
    work += fewest * (states[step] ?? 1) * (pairs + MOVING)
    pairs += put * step
    put += step
  }
  return work
}

/** What a move costs before its surpluses are added, in surpluses. */
const MOVING = 10

/** In how many ways the bins can hold so many things together, by that number. */
function fillings(bins: readonly number[]): readonly number[] {
  let ways = [1]
  for (const bin of bins) {
    const next = Array.from({ length: ways.length + bin }, () => 0)
    ways.forEach((known, sum) => {
      for (let count = 0; count <= bin; count += 1) next[sum + count] = (next[sum + count] ?? 0) + known
    })
    ways = next
  }
  return ways
}

function radixOf(bins: readonly number[]): number[] {
  let place = 1
  return bins.map((bin) => {
    const here = place
    place *= bin + 1
    return here
  })
}

function product(sizes: readonly number[]): bigint {
  return sizes.reduce((so, size) => so * factorial(size), 1n)
}
