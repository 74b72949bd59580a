import type { SamplingDesign } from '../../ledger/sampling-design.ts'
import type { ServedVisit } from './assign-inspectors.ts'
import type { DrawnVisit } from './drawn-visit.ts'
import type { Numbers } from './number-stream.ts'

/**
 * What each visit looks at: the clauses shuffled, then those least looked at in this center so far, of those the least looked
 * at anywhere. Told in the order of the design.
 */
export function chooseClauses(
  design: SamplingDesign,
  served: readonly ServedVisit[],
  numbers: Numbers,
): readonly DrawnVisit[] {
  const { days, centers, inspectors, clauseIds, clausesPerVisit } = design
  const places = clauseIds.map((_clause, place) => place)
  const anywhere = places.map(() => 0)
  const within = centers.map(() => places.map(() => 0))
  return served.map(({ day, center, inspector }, index) => {
    const here = within[center] ?? []
    const taken = new Set(
      clausesPerVisit >= places.length
        ? places
        : numbers
            .shuffled(places)
            .toSorted((a, b) => at(here, a) - at(here, b) || at(anywhere, a) - at(anywhere, b))
            .slice(0, clausesPerVisit),
    )
    for (const place of taken) {
      here[place] = at(here, place) + 1
      anywhere[place] = at(anywhere, place) + 1
    }
    return {
      number: index + 1,
      day: known(days[day]),
      centerId: known(centers[center]).centerId,
      personId: known(inspectors[inspector]).personId,
      clauseIds: clauseIds.filter((_clause, place) => taken.has(place)),
    }
  })
}

function at(counts: readonly number[], place: number): number {
  return counts[place] ?? 0
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a place outside the design')
  return value
}
