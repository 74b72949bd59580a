import type { PooledCenter, SamplingDesign } from '../../ledger/sampling-design.ts'

/** How often a center is drawn: `numerator / denominator` on average, and never outside `least` to `most`. */
export interface ExpectedVisits {
  readonly center: PooledCenter
  readonly numerator: number
  readonly denominator: number
  readonly least: number
  readonly most: number
}

/** The minimum, and of the visits beyond all minimums the share by weight. Exact: see `allotVisits`. */
export function expectedVisits(design: Pick<SamplingDesign, 'centers' | 'minimum' | 'visits'>): ExpectedVisits[] {
  const { centers, minimum } = design
  const total = weightOf(centers)
  const extra = extraVisits(design)
  return centers.map((center) => {
    if (extra <= 0 || total === 0) return { center, numerator: minimum, denominator: 1, least: minimum, most: minimum }
    const shared = extra * center.weight
    return {
      center,
      numerator: minimum * total + shared,
      denominator: total,
      least: minimum + Math.floor(shared / total),
      most: minimum + Math.ceil(shared / total),
    }
  })
}

export function extraVisits({
  centers,
  minimum,
  visits,
}: Pick<SamplingDesign, 'centers' | 'minimum' | 'visits'>): number {
  return visits - minimum * centers.length
}

export function weightOf(centers: readonly PooledCenter[]): number {
  return centers.reduce((sum, { weight }) => sum + weight, 0)
}
