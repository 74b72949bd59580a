import type { PriceSite } from './price-site.ts'
import type { SiteBounds } from './threshold.ts'

/** A price with the numbers before it: what the kinds of clause are told apart by. */
export interface BoundedSite {
  readonly site: PriceSite
  readonly bounds: SiteBounds
  readonly before: PriceSite | null
}
