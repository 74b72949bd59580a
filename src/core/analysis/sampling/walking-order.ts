import { metersBetween, type Place } from '../../kernel/place.ts'

/**
 * The stops of a day in an order that is short to go: from the first, always to the nearest that is left, then any stretch turned
 * round for as long as that shortens the way (2-opt). The first stays first; the way ends where it ends. Never longer than the
 * order given. Null where a place is not known: then no order is better than another.
 */
export function walkingOrder<Stop>(
  stops: readonly Stop[],
  placeOf: (stop: Stop) => Place | null,
): readonly Stop[] | null {
  const placed: { readonly stop: Stop; readonly place: Place }[] = []
  for (const stop of stops) {
    const place = placeOf(stop)
    if (place === null) return null
    placed.push({ stop, place })
  }
  const nearest = nearestFirst(placed)
  return straightened(length(nearest) < length(placed) ? nearest : placed).map(({ stop }) => stop)
}

/** Meters from the first to the last, one after another. */
export function wayLength(places: readonly Place[]): number {
  return length(places.map((place) => ({ place })))
}

interface Placed {
  readonly place: Place
}

function nearestFirst<One extends Placed>(placed: readonly One[]): One[] {
  const [first, ...rest] = placed
  if (first === undefined) return []
  const way = [first]
  const left = [...rest]
  for (let here = first; left.length > 0;) {
    let nearest = 0
    for (const [at, one] of left.entries())
      if (metersBetween(here.place, one.place) < metersBetween(here.place, left[nearest]?.place ?? one.place))
        nearest = at
    const [next] = left.splice(nearest, 1)
    if (next === undefined) break
    way.push(next)
    here = next
  }
  return way
}

function straightened<One extends Placed>(given: readonly One[]): One[] {
  let way = [...given]
  let isShorter = true
  while (isShorter) {
    isShorter = false
    for (let from = 1; from < way.length - 1; from += 1)
      for (let to = from + 1; to < way.length; to += 1) {
        const turned = [...way.slice(0, from), ...way.slice(from, to + 1).reverse(), ...way.slice(to + 1)]
        if (length(turned) >= length(way)) continue
        way = turned
        isShorter = true
      }
  }
  return way
}

function length(way: readonly Placed[]): number {
  let meters = 0
  for (const [at, { place }] of way.entries()) {
    const before = way[at - 1]
    if (before !== undefined) meters += metersBetween(before.place, place)
  }
  return meters
}
