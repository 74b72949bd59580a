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
  const sorted = [...bands].sort((a, b) => order(b.bounds) - order(a.bounds) || compareEdge(b.bounds, a.bounds))
  const flaws = new Set<BandFlaw>()
  const tiers: Tier[] = []
  for (const [at, { bounds, points }] of sorted.entries()) {
    const above = sorted[at - 1]?.bounds
    tiers.push({
      ...lowerEdge(bounds, sorted[at + 1]?.bounds),
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

/** Bands with a lower edge by it; bands that only end by their end. */
function compareEdge(a: Bounds, b: Bounds): number {
  if (a.low && b.low) return compareRational(a.low.value, b.low.value)
  return !a.low && !b.low && a.high && b.high ? compareRational(a.high.value, b.high.value) : 0
}

/** 未达到的得3分,未达到90%的不得分: a band that only ends begins where the next one ends. */
function lowerEdge(bounds: Bounds, below: Bounds | undefined): Pick<Tier, 'min' | 'minInclusive'> {
  if (bounds.low) return { min: bounds.low.value, minInclusive: bounds.low.inclusive }
  if (below?.low !== null || below.high === null) return { min: null, minInclusive: false }
  return { min: below.high.value, minInclusive: !below.high.inclusive }
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
  if (distance > 0 && areNeighbours(above, below)) return []
  if (distance > 0) return ['gap']
  if (distance < 0) return []
  if (above.low.inclusive && below.high.inclusive) return ['shared-boundary']
  return above.low.inclusive || below.high.inclusive ? [] : ['gap']
}

/** 30条以上, 20-29条: whole things leave no gap between 29 and 30; scores and rates do. */
function areNeighbours(above: Bounds, below: Bounds): boolean {
  const [low, high] = [above.low?.value, below.high?.value]
  if (!low || !high || /^(?:分|%|‰|)$|百分点/.test(above.unit || below.unit)) return false
  return low.denominator === 1 && high.denominator === 1 && low.numerator - high.numerator === 1
}
