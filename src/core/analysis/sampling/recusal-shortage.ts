import type { CenterId } from '../../kernel/identifiers.ts'
import type { SamplingDesign } from '../../ledger/sampling-design.ts'
import { expectedVisits } from './expected-visits.ts'

/** Centers that together may need more visits than those not recused from all of them can make. */
export interface Shortage {
  readonly centerIds: readonly CenterId[]
  readonly needed: number
  readonly available: number
}

/**
 * Hall's condition, for whatever the seed may allot: of all centers from which the same inspectors are recused, the most visits
 * that they can get together against what the other inspectors can do on all days. Only sets of inspectors that are recused
 * together somewhere can be short.
 */
export function recusalShortage(design: SamplingDesign): Shortage | null {
  const { inspectors, days } = design
  const expected = expectedVisits(design)
  const least = expected.reduce((sum, one) => sum + one.least, 0)
  const recused = expected.map(
    ({ center }) =>
      new Set(inspectors.flatMap(({ recusedFrom }, index) => (recusedFrom.includes(center.centerId) ? [index] : []))),
  )
  for (const away of recusedTogether(recused)) {
    const here = expected.filter((_one, index) => isWithin(away, recused[index] ?? new Set()))
    const most = here.reduce((sum, one) => sum + one.most, 0)
    const others = least - here.reduce((sum, one) => sum + one.least, 0)
    const needed = Math.min(most, design.visits - others)
    const available =
      days.length * inspectors.reduce((sum, one, index) => sum + (away.has(index) ? 0 : one.visitsPerDay), 0)
    if (needed > available) return { centerIds: here.map(({ center }) => center.centerId), needed, available }
  }
  return null
}

/** Every set of inspectors that is recused from one center, or is what several such sets share. */
function recusedTogether(recused: readonly ReadonlySet<number>[]): readonly ReadonlySet<number>[] {
  const found = new Map<string, ReadonlySet<number>>()
  const keep = (set: ReadonlySet<number>) => {
    if (set.size > 0) found.set([...set].toSorted((a, b) => a - b).join(' '), set)
  }
  for (const set of recused) {
    for (const other of found.values()) keep(new Set([...set].filter((index) => other.has(index))))
    keep(set)
  }
  // What fewer inspectors are away from is asked last: the smallest group is told first.
  return [...found.values()].toSorted((a, b) => b.size - a.size)
}

function isWithin(part: ReadonlySet<number>, whole: ReadonlySet<number>): boolean {
  return [...part].every((index) => whole.has(index))
}
