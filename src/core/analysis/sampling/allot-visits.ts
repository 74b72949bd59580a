import type { SamplingDesign } from '../../ledger/sampling-design.ts'
import { extraVisits, weightOf } from './expected-visits.ts'
import type { Numbers } from './number-stream.ts'

/**
 * How many visits each center gets, in the design's order. The minimum; then the extra visits systematically by weight: the
 * centers stand in a row, stratum after stratum and shuffled within, each as long as its weight times the extra visits; a mark
 * is set every total weight from a random start, and each mark is a visit. So a center gets its exact share on average, and its
 * share rounded down or up each time; and so does every stratum.
 */
export function allotVisits(design: SamplingDesign, numbers: Numbers): readonly number[] {
  const { centers, minimum } = design
  const row = strataOf(design).flatMap((stratum) => numbers.shuffled(stratum))
  const counts = centers.map(() => minimum)
  const extra = extraVisits(design)
  if (extra === 0) return counts
  const step = weightOf(centers)
  let mark = numbers.below(step)
  let end = 0
  for (const index of row) {
    end += (centers[index]?.weight ?? 0) * extra
    for (; mark < end; mark += step) counts[index] = (counts[index] ?? 0) + 1
  }
  return counts
}

/** The places of the centers in the design, by stratum, in the order in which strata first appear. */
export function strataOf({ centers }: Pick<SamplingDesign, 'centers'>): readonly (readonly number[])[] {
  const strata = new Map<string, number[]>()
  for (const [index, { stratum }] of centers.entries()) {
    const own = strata.get(stratum)
    if (own === undefined) strata.set(stratum, [index])
    else own.push(index)
  }
  return [...strata.values()]
}
