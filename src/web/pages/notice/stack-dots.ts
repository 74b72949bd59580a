/** Amounts over an axis: equal ones stand on each other, the first at level 0. */
export interface DotStack {
  readonly points: number
  readonly count: number
  /** Of the dots that are drawn: a stack ends somewhere, its count does not. */
  readonly levels: readonly number[]
}

export function stackDots(amounts: readonly number[]): readonly DotStack[] {
  const counts = new Map<number, number>()
  for (const points of amounts) counts.set(points, (counts.get(points) ?? 0) + 1)
  return [...counts]
    .toSorted(([one], [other]) => one - other)
    .map(([points, count]) => ({
      points,
      count,
      levels: Array.from({ length: Math.min(count, HIGHEST) }, (_, level) => level),
    }))
}

const HIGHEST = 8
