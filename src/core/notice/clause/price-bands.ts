import type { Points } from '../../kernel/points.ts'
import type { Phrase } from '../phrases/phrase.ts'
import { amountOfPrice } from './amount-of-price.ts'
import type { BoundedSite } from './bounded-site.ts'
import type { ClauseContext } from './clause-draft.ts'
import type { Priced } from './priced.ts'
import { shareOfItem } from './share-of-item.ts'
import { tiersOf, type PricedBand } from './tiers.ts'

/** The bands of one metric as one clause: 90%以上得5分,80%-90%得3分,80%以下不得分. */
export function priceBands(group: readonly BoundedSite[], text: string, context: ClauseContext): Priced {
  const bands: PricedBand[] = []
  let isDamaged = false
  for (const { site, bounds } of group) {
    const previous = bands.at(-1)?.bounds
    const rest = previous?.low
      ? { low: null, high: { value: previous.low.value, inclusive: !previous.low.inclusive }, unit: previous.unit }
      : null
    const band = bounds.band ?? rest
    if (band === null) continue
    const { phrase } = site
    const read = phrase.type === 'price' ? amountOfPrice(phrase, site, text, '') : null
    isDamaged ||= read?.isDamaged ?? false
    const points = read?.amount.kind === 'fixed' ? read.amount.points : (0 as Points)
    bands.push({ bounds: band, points: pointsOfBand(phrase, points, context) })
  }
  const { tiers, flaws } = tiersOf(bands)
  const first = group.find(({ site }) => site.phrase.type !== 'nought')?.site.phrase
  const direction = first?.type === 'price' ? first.direction : 'earn'
  const metric = group[0]?.bounds.metric ?? ''
  return {
    direction,
    amount: { kind: 'tiers', metric: metric || null, unit: group[0]?.bounds.band?.unit || null, tiers },
    marks: { isDamaged, bands: flaws },
  }
}

/** 得满分 stays full; 得一半分 is in points where the item's are known. */
function pointsOfBand(phrase: Phrase, points: Points, context: ClauseContext): Points | 'full' {
  if (phrase.type !== 'full') return points
  if (phrase.share === undefined) return 'full'
  const share = shareOfItem(phrase.share, context.itemPoints)
  return share.kind === 'fixed' ? share.points : points
}
