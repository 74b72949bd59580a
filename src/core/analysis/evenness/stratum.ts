/**
 * Amounts that may be compared with each other, in groups in an order: of one clause, say, by two assessors or day after day.
 * `groups` holds for each group how often each of the different amounts, ascending, occurs in it: cases are many, amounts are few.
 */
export interface Stratum {
  readonly amounts: readonly number[]
  readonly groups: readonly (readonly number[])[]
}

/** Pairs of different groups, by whether the later group's amount is higher, lower or the same. */
export interface Pairs {
  readonly higher: number
  readonly lower: number
  readonly same: number
}

export function stratumOf(groups: readonly (readonly number[])[]): Stratum {
  const amounts = [...new Set(groups.flat())].sort((a, b) => a - b)
  const places = new Map(amounts.map((amount, at) => [amount, at]))
  const counted = groups.map((group) => {
    const counts = amounts.map(() => 0)
    for (const amount of group) {
      const at = places.get(amount) ?? 0
      counts[at] = (counts[at] ?? 0) + 1
    }
    return counts
  })
  return { amounts, groups: counted }
}

export function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** How often each amount occurs in all groups together. */
export function totalsOf({ amounts, groups }: Stratum): number[] {
  return amounts.map((_, at) => groups.reduce((sum, group) => sum + (group[at] ?? 0), 0))
}

export function pairsIn(strata: readonly Stratum[]): Pairs {
  const pairs = { higher: 0, lower: 0, same: 0 }
  for (const { amounts, groups } of strata) {
    const before = amounts.map(() => 0)
    let all = 0
    for (const group of groups) {
      let below = 0
      group.forEach((many, at) => {
        const here = before[at] ?? 0
        pairs.higher += many * below
        pairs.same += many * here
        pairs.lower += many * (all - below - here)
        below += here
      })
      group.forEach((many, at) => (before[at] = (before[at] ?? 0) + many))
      all += sumOf(group)
    }
  }
  return pairs
}
