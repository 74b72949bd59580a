import type { SamplingDesign } from '../../ledger/sampling-design.ts'
import type { Numbers } from './number-stream.ts'
import { servingOf } from './serving.ts'

/**
 * On which day each visit falls: for each day of the design the centers visited, in the order drawn. The visits are shuffled
 * and take a day one after another, each a random one of those on which it is possible (the center not there yet, the day not
 * full, everybody of that day servable). Where none is left, visits placed before make room, as few as can be: days are
 * alike, so this finds a place whenever there is one (partition of a matroid).
 */
export function placeVisits(
  design: SamplingDesign,
  counts: readonly number[],
  numbers: Numbers,
): readonly (readonly number[])[] {
  const { canServe, left } = servingOf(design)
  const days: Visit[][] = design.days.map(() => [])
  const fits = (visits: readonly Visit[]) => {
    const centers = visits.map(({ center }) => center)
    return centers.length <= design.visitsPerDay && new Set(centers).size === centers.length && canServe(centers, left)
  }
  const inOrder = counts.flatMap((count, center) => Array.from({ length: count }, () => center))
  for (const [order, center] of numbers.shuffled(inOrder).entries()) {
    const visit = { order, center }
    const open = days.flatMap((_day, index) => [index])
    let placed = false
    while (!placed && open.length > 0) {
      const [index = 0] = open.splice(numbers.below(open.length), 1)
      const day = days[index] ?? []
      placed = fits([...day, visit])
      if (placed) day.push(visit)
    }
    if (!placed) makeRoom(days, visit, fits)
  }
  return days.map((visits) => visits.toSorted((a, b) => a.order - b.order).map(({ center }) => center))
}

interface Visit {
  readonly order: number
  readonly center: number
}

type Fits = (visits: readonly Visit[]) => boolean

/** A step of a search: `visit` would take the place of nobody yet; `from` is who would take its place on `day`. */
interface Step {
  readonly visit: Visit
  readonly day: number | null
  readonly from: Step | null
}

/** Breadth first, days in order and visits in the order drawn: the shortest chain of moves, of those the first. */
function makeRoom(days: Visit[][], visit: Visit, fits: Fits): void {
  const seen = new Set([visit.order])
  const queue: Step[] = [{ visit, day: null, from: null }]
  for (const step of queue) {
    for (const [index, day] of days.entries())
      if (index !== step.day && fits([...day, step.visit])) return moveAlong(days, step, index)
    for (const [index, day] of days.entries()) {
      if (index === step.day) continue
      for (const other of day.toSorted((a, b) => a.order - b.order))
        if (!seen.has(other.order) && fits([...day.filter((one) => one !== other), step.visit])) {
          seen.add(other.order)
          queue.push({ visit: other, day: index, from: step })
        }
    }
  }
  throw new Error('a design that was checked has no place for a visit')
}

function moveAlong(days: Visit[][], last: Step, into: number): void {
  let target = into
  for (let step: Step | null = last; step !== null; step = step.from) {
    const { visit, day } = step
    if (day !== null) days[day] = (days[day] ?? []).filter((one) => one !== visit)
    days[target]?.push(visit)
    if (day === null) return
    target = day
  }
}
