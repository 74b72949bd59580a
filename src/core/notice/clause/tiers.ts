import { compareRational } from '../../kernel/rational.ts'
import type { Points } from '../../kernel/points.ts'
import type { Tier } from '../../rubric/amount.ts'
import type { BandFlaw } from './clause-draft.ts'
import type { Bounds } from './comparison.ts'

/** One band and its price, in the order printed. */
export interface PricedBand {
  readonly bounds: Bounds
  readonly points: Points | 'full'
}

/** Bands as exclusive tiers, highest first, and what they leave open. A shared boundary goes to the higher band. */
export function tiersOf(bands: readonly PricedBand[]): { readonly tiers: Tier[]; readonly flaws: BandFlaw[] } {
  const sorted = [...bands].sort((a, b) => order(b.bounds) - order(a.bounds) || compareLow(b.bounds, a.bounds))
  const flaws = new Set<BandFlaw>()
  const tiers: Tier[] = []
  for (const [at, { bounds, points }] of sorted.entries()) {
    const above = sorted[at - 1]?.bounds
    tiers.push({
      min: bounds.low?.value ?? null,
      minInclusive: bounds.low?.inclusive ?? false,
      max: bounds.high?.value ?? null,
      maxInclusive: upperInclusive(bounds, above),
      points,
    })
    for (const flaw of above ? flawsBetween(above, bounds) : []) flaws.add(flaw)
  }
  return { tiers, flaws: [...flaws] }
}

/** The flaws of bands without prices, such as grades of the total. */
export function flawsOfBands(bands: readonly Bounds[]): BandFlaw[] {
  return tiersOf(bands.map((bounds) => ({ bounds, points: 'full' }))).flaws
}

function order(bounds: Bounds): number {
  return bounds.low === null ? 0 : 1
}

function compareLow(a: Bounds, b: Bounds): number {
  return a.low && b.low ? compareRational(a.low.value, b.low.value) : 0
}

function upperInclusive(bounds: Bounds, above: Bounds | undefined): boolean {
  if (bounds.high === null) return false
  const touches = above?.low && compareRational(above.low.value, bounds.high.value) === 0
  return bounds.high.inclusive && !(touches && above.low?.inclusive)
}

function flawsBetween(above: Bounds, below: Bounds): BandFlaw[] {
  if (above.low === null) return []
  if (below.high === null) return []
  const distance = compareRational(above.low.value, below.high.value)
  if (distance > 0) return ['gap']
  if (distance < 0) return []
  if (above.low.inclusive && below.high.inclusive) return ['shared-boundary']
  return above.low.inclusive || below.high.inclusive ? [] : ['gap']
}
