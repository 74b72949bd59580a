/**
 * The fewest parts that must move to bring the rest into the order of `placeOf`; parts with a negative place are new
 * and never moved. Of several such sets always the same one: parts that came first in the old order stand.
 */
export function outOfOrder<Part>(parts: readonly Part[], placeOf: (part: Part) => number): Set<Part> {
  const placed = parts.map((part) => ({ part, place: placeOf(part) })).filter(({ place }) => place >= 0)
  const staying = longestRise(placed.map(({ place }) => place))
  return new Set(placed.filter((_, index) => !staying.has(index)).map(({ part }) => part))
}

/** Indexes of a longest strictly rising subsequence. */
function longestRise(places: readonly number[]): Set<number> {
  const tails: number[] = []
  const previous: (number | undefined)[] = []
  places.forEach((place, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[tails[middle] ?? 0] ?? 0) < place) low = middle + 1
      else high = middle
    }
    previous.push(tails[low - 1])
    tails[low] = index
  })
  const rise = new Set<number>()
  for (let index = tails.at(-1); index !== undefined; index = previous[index]) rise.add(index)
  return rise
}
