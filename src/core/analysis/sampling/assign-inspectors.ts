import type { SamplingDesign } from '../../ledger/sampling-design.ts'
import type { Numbers } from './number-stream.ts'
import { servingOf } from './serving.ts'

/** A visit with everything by its place in the design. */
export interface ServedVisit {
  readonly day: number
  readonly center: number
  readonly inspector: number
}

/**
 * Who goes: day by day and visit by visit, a random one of those who have been sent least so far, among all who are not
 * recused, have a visit left that day, and leave somebody for every later visit of the day.
 */
export function assignInspectors(
  design: SamplingDesign,
  days: readonly (readonly number[])[],
  numbers: Numbers,
): readonly ServedVisit[] {
  const { serversOf, canServe, left: everyDay } = servingOf(design)
  const sent = design.inspectors.map(() => 0)
  return days.flatMap((centers, day) => {
    let left = everyDay
    return centers.map((center, place) => {
      const later = centers.slice(place + 1)
      const without = (inspector: number) => left.map((visits, index) => (index === inspector ? visits - 1 : visits))
      const able = (inspector: number) => (left[inspector] ?? 0) > 0 && canServe(later, without(inspector))
      const inOrder = serversOf(center).toSorted((a, b) => (sent[a] ?? 0) - (sent[b] ?? 0))
      const first = inOrder.find(able)
      const equal = first === undefined ? [] : inOrder.filter((one) => sent[one] === sent[first] && able(one))
      const inspector = equal[numbers.below(equal.length)]
      if (inspector === undefined) throw new Error('a day that was checked has nobody for a visit')
      left = without(inspector)
      sent[inspector] = (sent[inspector] ?? 0) + 1
      return { day, center, inspector }
    })
  })
}
